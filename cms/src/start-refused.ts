/** A start that an operator's setting forbids; its sentence names the setting. */
export class StartRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartRefused';
  }
}
