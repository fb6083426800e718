/** ID numbers, phones and card numbers, wherever they stand in a text; the groups of a UUID are left alone. */
const PERSONAL_DIGITS = /(?<![\w-])\d{11,}[Xx]?(?![\w-])/g;
/** PostgreSQL quotes the value that it could not read (SQLSTATE class 22). */
const REFUSED_VALUE = /((?:invalid|malformed|out of range|too long)[^\n"]*)"[^"\n]*"/g;

/** A text as it may stand in the log: without ID numbers, phones and the values that PostgreSQL quotes. */
export function loggedText(text: string): string {
  return text.replace(REFUSED_VALUE, '$1"…"').replace(PERSONAL_DIGITS, '…');
}

/** An error as it may stand in the log: its stack, or its message. */
export function loggedError(error: unknown): string {
  return loggedText(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
