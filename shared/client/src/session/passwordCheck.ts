// What a screen can say of a new password while it is typed; the server alone decides (server/src/people/passwordRules.ts).

/** As GET /api/session/rules tells it. */
export interface PasswordRules {
  readonly leastLength: number;
  readonly leastKinds: number;
  readonly changeAfterDays: number | null;
  readonly notOfLast: number;
}

export interface PasswordCheck {
  readonly length: number;
  readonly kinds: number;
  readonly isLongEnough: boolean;
  readonly hasKinds: boolean;
  /** Null: nothing was typed a second time yet. */
  readonly isSame: boolean | null;
}

export function checkPassword(typed: string, again: string, { leastLength, leastKinds }: PasswordRules): PasswordCheck {
  const plain = typed.normalize('NFKC');
  const { length } = [...plain];
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/u, /[^\p{Ll}\p{Lu}\d]/u].filter((kind) => kind.test(plain)).length;
  return { length, kinds, isLongEnough: length >= leastLength, hasKinds: kinds >= leastKinds, isSame: again === '' ? null : typed === again };
}

/** As the server counts a PIN; a run or the same digit throughout it refuses itself. */
export const isPinForm = (pin: string): boolean => /^[0-9]{4,8}$/u.test(pin);
