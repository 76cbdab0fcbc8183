import { matchesIn } from '../../../core/analysis/excerptFilter.js';
import { html } from '../dom.js';

/** A text with the words that somebody looks for marked in it. */
export function marked(text: string, words: readonly string[]): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  let at = 0;
  for (const { start, end } of matchesIn(text, words)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(html('mark', { class: 'found' }, text.slice(start, end)));
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}
