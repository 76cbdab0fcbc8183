import { html } from './dom.js';

/** A text with the names of keys in it, `[Enter]`, as text and keys to look at. */
export function withKeys(text: string): (HTMLElement | string)[] {
  return text
    .split(/(\[[^\]]+\])/)
    .filter(part => part !== '')
    .map(part => (/^\[.+\]$/.test(part) ? html('kbd', {}, part.slice(1, -1)) : part));
}
