import { queryName } from '../../../study/layout.js';
import { compareTexts } from '../../../text/compare.js';
import { normaliseText } from '../../../text/normalise.js';

/** A question in a file of its own. */
export interface SavedQuery {
  readonly path: string;
  /** What people call it: the name of the file without its ending. */
  readonly name: string;
  /** What its first line says, where that is a comment. */
  readonly title?: string;
  /** The question, further comments included, without the line of the title. */
  readonly text: string;
  /** All of the file, line ends LF. */
  readonly source: string;
}

/** Reads the file of a saved question. Whether it can be understood is another matter. */
export function parseSavedQuery(path: string, raw: string): SavedQuery {
  const source = normaliseText(raw);
  const [first = '', ...rest] = source.trimStart().split('\n');
  const isTitle = first.startsWith('#');
  const title = first.replace(/^#+/, '').trim();
  return {
    path,
    name: queryName(path),
    ...(isTitle && title !== '' ? { title } : {}),
    text: (isTitle ? rest.join('\n') : source).trim(),
    source,
  };
}

/** The file of a saved question. */
export function formatSavedQuery(title: string, text: string): string[] {
  const heading = title.replace(/\s+/g, ' ').trim();
  return [...(heading === '' ? [] : [`# ${heading}`]), ...normaliseText(text).trim().split('\n')];
}

/** The questions that were saved in a study, kept up to date one file at a time. */
export class SavedQueries {
  private readonly byPath = new Map<string, SavedQuery>();

  /**
   * Takes in what a file says now.
   * @param text undefined: it is gone
   * @returns false where it is as known
   */
  take(path: string, text: string | undefined): boolean {
    if (text === undefined) return this.byPath.delete(path);
    if (this.byPath.get(path)?.source === normaliseText(text)) return false;
    this.byPath.set(path, parseSavedQuery(path, text));
    return true;
  }

  /** All of them, by name. */
  all(): SavedQuery[] {
    return [...this.byPath.values()].sort((a, b) => compareTexts(a.name, b.name));
  }
}
