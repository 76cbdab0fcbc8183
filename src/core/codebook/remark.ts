import type {} from 'remark-parse';
import type { Processor } from 'unified';

/** A unified plugin that switches constructs of Markdown off: what they would read stays text. */
export function without(this: Processor, constructs: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...constructs] } }];
}

/**
 * A function of a text that keeps what it gave for short texts, up to a number of them.
 * @param read depends on its argument alone
 */
export function remember<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return text => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = read(text);
    if (known.size >= KNOWN_MAX) known.clear();
    if (text.length <= KNOWN_LENGTH_MAX) known.set(text, result);
    return result;
  };
}

const KNOWN_MAX = 10_000;
const KNOWN_LENGTH_MAX = 2000;
