/** Answers to a question that is asked anew while it is being answered: whoever asked before waits for the newest, and nobody gets half of one. */
export class Newest<T> {
  private latest: Promise<T> | undefined;

  /** @param answer to what is asked now @returns it, or the one to what was asked after it */
  take(answer: Promise<T>): Promise<T> {
    const newest = (): Promise<T> | undefined => (this.latest === taken ? undefined : this.latest);
    const taken: Promise<T> = answer.then(
      value => newest() ?? value,
      error => newest() ?? Promise.reject(error),
    );
    this.latest = taken;
    return taken;
  }
}
