/** Thrown by a verb that cannot do what was asked. Nothing was written; the exit code is 2. */
export class Refusal extends Error {
  /**
   * @param rule stable name, such as `unknown-code`
   * @param message what is wrong, in one sentence
   * @param remedy what to do, in one sentence
   * @param data what a program needs to know, added to the error in the JSON output
   * @param details further lines for people
   */
  constructor(
    readonly rule: string,
    message: string,
    readonly remedy: string,
    readonly data: Readonly<Record<string, unknown>> = {},
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}
