import { excerptName, wholeName } from './links.js';

/** Words as Markdown that shows just them: what would be read as a mark gets a backslash. Stays readable as it is written. */
export function markdownOf(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*<]|\[(?=\[)|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, mark => `\\${mark}`)
    .replace(/^(?:[#>+=~|-]|\d{1,9}(?=[.)]))/, start => (/\d/.test(start) ? start : `\\${start}`))
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

/** Words that are quoted, and where they are from. */
export interface QuotedPassage {
  readonly words: string;
  /** Who speaks; may be empty. */
  readonly speakers: readonly string[];
  /** Path of the transcript. */
  readonly transcript: string;
  /** The coding that is quoted from; missing where the passage has none. */
  readonly coding?: string;
}

/**
 * A passage as a block quote with its attribution, line by line.
 * @param isTaken whether a code or theme goes by a name: a transcript of that name is named by its path
 */
export function quoteLines(
  { words, speakers, transcript, coding }: QuotedPassage,
  isTaken: (name: string) => boolean,
): string[] {
  const name = coding === undefined ? wholeName(transcript, isTaken) : excerptName(transcript, coding);
  return [`> ${markdownOf(words)}`, '>', `> — ${[...speakers.map(markdownOf), `[[${name}]]`].join(', ')}`];
}
