import type { QueryProblem } from './query.js';

/** Thrown where a question cannot be read; never leaves this folder. */
export class Unreadable extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.message);
  }
}

/** What opens a quoted text, and what closes it. Curved marks are what word processors make of straight ones. */
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”"', '”': '”"', '„': '“”"', '«': '»' };
/** What no unquoted name or value has in it. */
export const APART = String.raw`\s()"“”„«»`;
const CHUNK = new RegExp(`[^${APART}]+`, 'y');
const BLANK = /(?:\s|(?<=^[^\S\n]*)#[^\n]*)+/my;

/** Goes through the text of a question; all places are UTF-16 units. */
export class QueryReader {
  at = 0;

  constructor(readonly text: string) {}

  /** Passes over white space and lines that begin with `#`. */
  skip(): void {
    this.take(BLANK);
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next character; empty at the end. */
  get next(): string {
    return this.text[this.at] ?? '';
  }

  /** What stands here up to a blank, a bracket or a quotation mark; empty where one of them does. */
  get chunk(): string {
    CHUNK.lastIndex = this.at;
    return CHUNK.exec(this.text)?.[0] ?? '';
  }

  get isAtQuote(): boolean {
    return this.next in QUOTES && this.next !== '';
  }

  /** Takes what a sticky pattern finds here; undefined where it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  /** Takes a quoted text; a backslash takes what follows it as it is. */
  quoted(): string {
    const from = this.at;
    const closing = QUOTES[this.next] as string;
    let value = '';
    for (this.at++; !this.isAtEnd; this.at++) {
      if (closing.includes(this.next)) {
        this.at++;
        return value;
      }
      if (this.next === '\\' && this.at + 1 < this.text.length) this.at++;
      value += this.next;
    }
    return this.refuse(
      'The quotation mark that opens here is never closed.',
      `Write ${closing[0]} where it ends.`,
      from,
    );
  }

  /** @throws Unreadable always */
  refuse(message: string, remedy: string, from: number, to = this.at): never {
    throw new Unreadable({ from, to: Math.max(to, from), message, remedy });
  }
}
