import type { Block, Column, Run, Section, Table, Words } from './document.js';

/** Short ways to write a document down, so that a section reads like what it says. */

export const paragraph = (words: Words): Block => ({ is: 'paragraph', words });
export const note = (words: Words): Block => ({ is: 'note', words });
export const list = (items: readonly Words[]): Block => ({ is: 'list', items });
export const ordered = (items: readonly Words[]): Block => ({ is: 'list', ordered: true, items });
export const quotation = (words: Words, attribution: string): Block => ({ is: 'quotation', words, attribution });
export const strong = (text: string): Run => ({ text, as: 'strong' });
export const emphasis = (text: string): Run => ({ text, as: 'emphasis' });
export const code = (text: string): Run => ({ text, as: 'code' });

/** A table; columns whose title ends with ` #` hold numbers. */
export function table(caption: string, titles: readonly string[], rows: Table['rows'], headless = false): Table {
  const columns = titles.map(
    (title): Column => (title.endsWith(' #') ? { title: title.slice(0, -2), right: true } : { title }),
  );
  return { is: 'table', caption, columns, rows, ...(headless ? { headless } : {}) };
}

/** A section; without further sections where there are none. */
export function section(heading: string, blocks: readonly Block[], sections: readonly Section[] = []): Section {
  return { heading, blocks, ...(sections.length === 0 ? {} : { sections }) };
}
