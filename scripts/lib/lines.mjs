/** Lines that are kept until they may be shown, and shown at once from then on. */
export class Lines {
  /** The last few of them. */
  last = [];
  #kept = [];

  add(line) {
    this.last = [...this.last.slice(-14), line];
    if (this.#kept === undefined) console.log(line);
    else this.#kept.push(line);
  }

  show() {
    for (const line of this.#kept ?? []) console.log(line);
    this.#kept = undefined;
  }
}
