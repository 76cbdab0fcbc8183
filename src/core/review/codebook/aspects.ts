import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { isPhase, phaseOf } from '../../codebook/phase.js';
import type { EntryAspect } from '../change.js';
import { canonical } from '../keys.js';
import { furtherAttributes, furtherText } from './ownText.js';

/** Respects in which an entry is compared for itself; where it stands and what it was called is decided with all others. */
type OwnAspect = Exclude<EntryAspect, 'id' | 'moved' | 'order' | 'formerly'>;

const VALUES: Readonly<Record<OwnAspect, (entry: CodebookEntry, book: Codebook) => unknown>> = {
  title: entry => entry.title,
  kind: entry => entry.kind,
  definition: entry => entry.definition,
  include: entry => entry.include,
  exclude: entry => entry.exclude,
  example: entry => entry.example,
  color: entry => entry.color?.toLowerCase(),
  phase: phaseOf,
  classes: entry => [...new Set(entry.classes.filter(name => !isPhase(name)))].sort(),
  text: (entry, book) => furtherText(book, entry),
  attributes: (entry, book) => furtherAttributes(book, entry),
};

/** A respect in which an entry differs, and what each side says. */
export interface Difference {
  readonly aspect: OwnAspect;
  readonly before: unknown;
  readonly after: unknown;
}

/** How an entry differs from what it was, in the order in which a heading and its text are read. */
export function differencesOf(
  old: { readonly book: Codebook; readonly entry: CodebookEntry },
  now: { readonly book: Codebook; readonly entry: CodebookEntry },
): Difference[] {
  return (Object.keys(VALUES) as OwnAspect[]).flatMap(aspect => {
    const before = VALUES[aspect](old.entry, old.book);
    const after = VALUES[aspect](now.entry, now.book);
    return canonical(before) === canonical(after) ? [] : [{ aspect, before, after }];
  });
}

/** All that an entry says, for the fingerprint of one that came or went. */
export function factsOf(entry: CodebookEntry, book: Codebook): unknown {
  return (Object.keys(VALUES) as OwnAspect[]).map(aspect => VALUES[aspect](entry, book));
}
