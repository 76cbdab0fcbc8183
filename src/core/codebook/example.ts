import type { CodebookEntry } from './codebook.js';
import { foldSpace } from './plain.js';

/** An excerpt as the text of an `Example:`, between quotation marks. */
export function exampleOf(words: string): string {
  const clean = foldSpace(words);
  // Words that hold straight marks themselves get curved ones around them.
  return clean.includes('"') ? `“${clean}”` : `"${clean}"`;
}

/** Whether the codebook has an excerpt as an example already, with quotation marks of any kind or none. */
export function hasExample(entry: Pick<CodebookEntry, 'example'>, words: string): boolean {
  const clean = bare(foldSpace(words));
  return entry.example.some(example => bare(example) === clean);
}

const bare = (text: string): string => text.replace(/^["“”„«»‘’']+|["“”„«»‘’']+$/gu, '').trim();
