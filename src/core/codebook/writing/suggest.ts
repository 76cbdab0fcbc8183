import { PHASES } from '../change.js';
import type { Codebook, CodebookEntry } from '../codebook.js';
import { PALETTE } from '../colors.js';
import { isIn } from '../mend/parent.js';
import { isPhase } from '../phase.js';
import { freeId, slugOf } from '../slug.js';
import { type AttributeSite, CLASSES } from './attributeSite.js';

/** What could be written at a place in the braces of a heading. */
export type Suggestion =
  | { readonly kind: 'id'; readonly text: string }
  | { readonly kind: 'class'; readonly text: string; readonly name: string }
  /** A key with its `=`; what to write behind it is suggested next. */
  | { readonly kind: 'key'; readonly text: string; readonly name: 'color' | 'formerly' | 'parent' }
  | { readonly kind: 'color'; readonly text: string }
  /** An id that codings use and that no heading has, and how many do. */
  | { readonly kind: 'lost-code'; readonly text: string; readonly codings: number }
  | { readonly kind: 'entry'; readonly text: string; readonly entry: CodebookEntry };

/** Ids that codings use, and how many codings were made with each. */
export type UseOfIds = ReadonlyMap<string, number>;

/**
 * What could be written at a place in the braces of a heading, the likeliest first.
 * @param entry the theme or code at whose heading it is
 */
export function suggestAttributes(
  book: Codebook,
  entry: CodebookEntry,
  site: AttributeSite,
  used: UseOfIds,
): Suggestion[] {
  switch (site.key) {
    case undefined:
      return parts(book, entry, site, used);
    case 'color':
      return PALETTE.map(text => ({ kind: 'color', text }));
    case 'formerly':
      return formerIds(book, entry, used).filter(({ text }) => !site.values.includes(text));
    case 'parent':
      return entriesOf(book.entries.filter(other => !isIn(other, entry)));
    default:
      return [];
  }
}

function parts(book: Codebook, entry: CodebookEntry, { others }: AttributeSite, used: UseOfIds): Suggestion[] {
  const hasId = others.some(part => part.startsWith('#') || part.startsWith('id='));
  const hasKey = (key: string): boolean => others.some(part => part.startsWith(`${key}=`));
  const hasPhase = PHASES.some(phase => others.includes(`.${phase}`));
  const classes = CLASSES.filter(name => {
    return !others.includes(`.${name}`) && !(isPhase(name) && hasPhase);
  });
  const keys = (['color', 'formerly', 'parent'] as const).filter(key => !hasKey(key));
  return [
    ...(hasId ? [] : [{ kind: 'id', text: `#${idFor(book, entry, used)}` } as const]),
    ...classes.map(name => ({ kind: 'class', text: `.${name}`, name }) as const),
    ...keys.map(name => ({ kind: 'key', text: `${name}=`, name }) as const),
  ];
}

/** The id that follows from the title, as nobody else has or had it. */
function idFor(book: Codebook, entry: CodebookEntry, used: UseOfIds): string {
  const taken = new Set(book.entries.flatMap(other => (other === entry ? [] : [other.id, ...other.formerly])));
  const isLost = (id: string): boolean => used.has(id) && book.find(id) === undefined;
  // Codings that wait for just this code are welcome to it.
  const id = slugOf(entry.title);
  return isLost(id) ? id : freeId(id, other => taken.has(other));
}

function formerIds(book: Codebook, entry: CodebookEntry, used: UseOfIds): Suggestion[] {
  const lost = [...used].filter(([id]) => book.find(id) === undefined && isPlain(id));
  const codes = book.entries.filter(other => other.kind === 'code' && other !== entry);
  return [
    ...lost
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([text, codings]) => ({ kind: 'lost-code', text, codings }) as const),
    ...entriesOf(codes),
  ];
}

function entriesOf(entries: readonly CodebookEntry[]): Suggestion[] {
  return entries.filter(({ id }) => isPlain(id)).map(entry => ({ kind: 'entry', text: entry.id, entry }));
}

/** Whether an id can be a word in a value. */
function isPlain(id: string): boolean {
  return /^[^\s"'{}\\]+$/.test(id);
}
