// PINs unlock a screen where a person is signed in already: short, because they are typed twenty times a day, and good for
// nothing else. Not one that is guessed in three tries.

export const pinPattern = /^[0-9]{4,8}$/;

/** All the same, or a run up or down. */
export function isWeakPin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index]));
  return steps.every((step) => step === 0) || steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
