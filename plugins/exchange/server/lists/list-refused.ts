/** The whole file cannot be read as a list; the message says in Chinese what is wrong and what to do. */
export class ListRefused extends Error {
  readonly code = 'listRefused';

  constructor(
    message: string,
    /** The columns or the file that the message is about. */
    readonly errors: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ListRefused';
  }
}
