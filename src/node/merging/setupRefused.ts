/** Thrown where somebody's own settings or files are in the way. Nothing was written. */
export class SetupRefused extends Error {
  /** @param remedy what to do, in one sentence */
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'SetupRefused';
  }
}
