import { html } from './dom.js';

/** Fills `{0}`, `{1}`, … of a text. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** A number of things in words: “1 excerpt”, “12 excerpts”. */
export function counted(one: string, many: string, count: number): string {
  return count === 1 ? one : filled(many, count);
}

/** A text with the names of keys in it, `[Enter]`, as text and keys to look at. */
export function withKeys(text: string): (HTMLElement | string)[] {
  return text
    .split(/(\[[^\]]+\])/)
    .filter(part => part !== '')
    .map(part => (/^\[.+\]$/.test(part) ? html('kbd', {}, part.slice(1, -1)) : part));
}
