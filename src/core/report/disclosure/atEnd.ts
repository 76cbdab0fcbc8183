import { escapeForExport } from '../markdown.js';

/** A Markdown document that says at its end what was held back; as it is where nothing was. */
export function* withHeldBack(document: Iterable<string>, statement: readonly string[]): Generator<string> {
  yield* document;
  for (const sentence of statement) yield `\n${escapeForExport(sentence)}\n`;
}
