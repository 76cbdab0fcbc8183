import { cleanTitle } from '../codebook/write.js';
import { isTooIntricate } from '../transcript/markdown.js';
import { emptyFields } from './fields.js';
import { type ExchangeEntry, ExchangeError, LONGEST_TEXT, LONGEST_TITLE, MOST_ENTRIES, type Remark } from './model.js';

/** An entry while a file is read: everything in it may still be changed. */
export type Draft = { -readonly [Key in keyof ExchangeEntry]: ExchangeEntry[Key] } & { children: Draft[] };

/** A new entry with nothing but a title. */
export function draftOf(title: string, kind: ExchangeEntry['kind'], children: Draft[] = []): Draft {
  return { title, kind, classes: [], formerly: [], ...emptyFields(), children };
}

/** A title of a file as it can stand in a codebook: one line, not empty, not endless. Says so where that changes it. */
export function readTitle(written: string, remarks: Remark[]): string {
  const clean = cleanTitle(written);
  if (clean === '') {
    remarks.push({ entry: UNNAMED, what: `An entry without a name is called “${UNNAMED}”.` });
    return UNNAMED;
  }
  const points = clean.length > LONGEST_TITLE ? [...clean] : [];
  if (points.length > LONGEST_TITLE) {
    const cut = `${points
      .slice(0, LONGEST_TITLE - 1)
      .join('')
      .trimEnd()}…`;
    remarks.push({ entry: cut, what: `The name was longer than ${LONGEST_TITLE} characters and was cut.` });
    return cut;
  }
  if (clean !== written.trim().replace(/[ \t\n]+/g, ' '))
    remarks.push({ entry: clean, what: 'Characters that cannot stand in a heading were replaced in the name.' });
  return clean;
}

const UNNAMED = 'Unnamed';

/**
 * @param line tells the line of the file that the entry starts in
 * @throws ExchangeError where a text is longer than any definition, or would take out of proportion long to read
 */
export function checkLength(title: string, text: string, line?: () => number): void {
  if (text.length <= LONGEST_TEXT && !isTooIntricate(text)) return;
  throw new ExchangeError(
    text.length > LONGEST_TEXT
      ? `The text of “${title.slice(0, 60)}” is longer than ${LONGEST_TEXT} characters, which no definition is.`
      : `The text of “${title.slice(0, 60)}” holds more punctuation marks in one paragraph than any definition.`,
    'Shorten it in the program the file comes from, and keep long notes as memos.',
    line?.(),
  );
}

/** @throws ExchangeError where there are more entries than in any codebook */
export function checkCount(count: number, line?: () => number): void {
  if (count <= MOST_ENTRIES) return;
  throw new ExchangeError(
    `The file holds more than ${MOST_ENTRIES} entries.`,
    'Check that it is a codebook, and not a list of codings; import it in parts otherwise.',
    line?.(),
  );
}
