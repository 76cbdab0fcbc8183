import { slugOf } from '../codebook/slug.js';
import { MEMOS_FOLDER } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';
import { type QuotedPassage, quoteLines } from './markdown.js';

/** What a new memo says from the start. */
export interface NewMemo {
  readonly title: string;
  readonly author?: string;
  /** Ids of codes and themes, or links as `about:` has them. */
  readonly about: readonly string[];
  readonly quotes: readonly QuotedPassage[];
}

/** A memo that was made. */
export interface MadeMemo {
  readonly path: string;
  /** The line (from 0) on which one goes on writing. */
  readonly line: number;
  readonly edit: FileEdit;
}

const LONGEST_SLUG = 50;

/**
 * Makes a memo in a file of its own, named by the day and the title; a file that is there is never written over.
 * @returns where it is, with the edit for undo, which takes the file away only as long as nobody has written in it
 */
export async function createMemo(study: Study, memo: NewMemo): Promise<MadeMemo> {
  const date = dayOf(study.environment.now());
  const insert = memoLines(study, memo, date);
  const stem = `${MEMOS_FOLDER}/${date}-${slug(memo.title)}`;
  for (let n = 1; ; n++) {
    const path = n === 1 ? `${stem}.md` : `${stem}-${n}.md`;
    if (study.exists(path)) continue;
    const { edit } = await study.update(path, text => (text === undefined ? [{ line: 0, remove: [], insert }] : []));
    if (edit.edits.length > 0) return { path, line: insert.length - 1, edit };
  }
}

function memoLines(study: Study, { title, author, about, quotes }: NewMemo, date: string): string[] {
  return [
    '---',
    `date: ${date}`,
    ...(author === undefined ? [] : [`author: ${scalar(author)}`]),
    ...(about.length === 0 ? [] : [`about: [${about.map(scalar).join(', ')}]`]),
    '---',
    '',
    `# ${title.replace(/\s+/g, ' ').trim()}`,
    '',
    ...quotes.flatMap(quote => [...linesOf(study, quote), '']),
    '',
  ];
}

function linesOf(study: Study, quote: QuotedPassage): string[] {
  return quoteLines(quote, name => study.entry(name) !== undefined);
}

/**
 * Puts a quote at the end of a memo, a blank line before it and one behind.
 * @returns the edit for undo; without edits where the memo is gone
 */
export async function appendQuote(study: Study, path: string, quote: QuotedPassage): Promise<FileEdit> {
  const written = await study.update(path, text => {
    if (text === undefined) return [];
    const lines = normaliseText(text).split('\n');
    const last = lines.findLastIndex(line => line.trim() !== '');
    // What stands behind the last words is the gap; where there is none, one is made.
    const end = lines.at(-1) === '' ? lines.length - 1 : lines.length;
    const gap = last === -1 || end > last + 1 ? [] : [''];
    return [{ line: end, remove: [], insert: [...gap, ...linesOf(study, quote), ''] }];
  });
  return written.edit;
}

/** A day as people write it in file names, in the time of the place. */
export function dayOf(now: number): string {
  const date = new Date(now);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The part of a file's name that is made of a title. */
function slug(title: string): string {
  const whole = slugOf(title);
  if (/^code$/.test(whole) && !/code/i.test(title)) return 'memo';
  const cut = [...whole].slice(0, LONGEST_SLUG + 1).join('');
  if (cut === whole) return whole;
  // Cut between words, where there is more than one.
  return cut.replace(/-[^-]*$/, '').slice(0, LONGEST_SLUG) || whole.slice(0, LONGEST_SLUG);
}

/** A value of the front matter; in quotation marks where YAML would read something else. */
function scalar(value: string): string {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}_./ -]|#(?=\w))*(?<! )$/u.test(value) && !/ #/.test(value)
    ? value
    : JSON.stringify(value);
}
