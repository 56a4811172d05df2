// One numbered step of the journal's form. A step is never changed once released; a new form is a new step.

export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly sql: string;
}
