// What a text that people type, import or print may hold: nothing that a printer obeys, that turns the rest of a line round, or
// that cannot be stored and shown as it came.

/** Control signs, line ends among them; signs that turn the direction of writing; half a surrogate pair; the mark of byte order; what is no character. */
const notPlain = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\p{Noncharacter_Code_Point}]/u;

export const isPlainText = (text: string): boolean => !notPlain.test(text);

/** A spreadsheet would take the text for a formula; a name never begins so. */
export const isFormula = (text: string): boolean => /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text);
