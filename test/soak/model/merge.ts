import { isOtherPassage, timeOf } from './readRecords.js';
import type { FileState, Respects } from './state.js';

/** What a respect must be after a merge. */
export type Expected =
  /** This, or nothing said. */
  | { readonly is: 'value'; readonly value: string | undefined }
  /** One of these, whichever: they differ in nothing that matters to a person. */
  | { readonly is: 'either'; readonly values: readonly string[] }
  /** The first of these entries that is there, or what that was merged into; the top where none is. */
  | { readonly is: 'home'; readonly chain: readonly string[] }
  /** Whatever the result has. */
  | { readonly is: 'any' }
  /** For a person to decide, one with others of its kind; it is there or not. */
  | { readonly is: 'open'; readonly kind: string }
  /** For a person to decide. */
  | { readonly is: 'conflict'; readonly ours: string | undefined; readonly theirs: string | undefined }
  /** Whatever the result has; with one of these, at least, there is a question. */
  | { readonly is: 'circle'; readonly of: readonly string[] }
  /** Where a paragraph stands does not matter: it is there, or it is not; but where nobody knows, and a person decided. */
  | { readonly is: 'paragraph'; readonly text: string; readonly isThere: boolean | undefined }
  /** For a person to decide: of two places, each as `home`. */
  | { readonly is: 'places'; readonly ours: readonly string[]; readonly theirs: readonly string[] };

/** What must become of a subject. */
export type ExpectedSubject =
  /** `asks`: what else is in question about it. */
  | { readonly is: 'gone'; readonly asks?: string }
  | { readonly is: 'there'; readonly respects: ReadonlyMap<string, Expected> }
  /** Taken away on one side, changed on the other; `by`: the subject with whose presence it is decided, where that is another one. */
  | {
      readonly is: 'torn';
      readonly ours: Respects | undefined;
      readonly theirs: Respects | undefined;
      readonly by?: string;
    }
  /** A former id: of this entry, or of what that was merged into; undefined: of none. `by`: the entry with whose presence it is decided. */
  | {
      readonly is: 'where';
      readonly ours: string | undefined;
      readonly theirs: string | undefined;
      readonly by: string;
    }
  /** Whatever the result has. */
  | { readonly is: 'any' };

/** What must become of a file, subject by subject. */
export type ExpectedFile = ReadonlyMap<string, ExpectedSubject>;

/**
 * The ideal merge: what each subject of a file must be, respect by respect. Written without a look at the product's own merge, from
 * its rules alone.
 * @param bases the file at each version that both come from
 */
export function idealMerge(bases: readonly FileState[], ours: FileState, theirs: FileState): ExpectedFile {
  const names = new Set([...bases, ours, theirs].flatMap(state => [...state.keys()]));
  return new Map(
    [...names].map(name => [
      name,
      mergeSubject(
        bases.map(base => base.get(name)),
        ours.get(name),
        theirs.get(name),
      ),
    ]),
  );
}

function mergeSubject(
  bases: readonly (Respects | undefined)[],
  ours: Respects | undefined,
  theirs: Respects | undefined,
): ExpectedSubject {
  if (ours === undefined && theirs === undefined) return { is: 'gone' };
  const known = bases.filter(base => base !== undefined);
  if (ours !== undefined && theirs !== undefined) return { is: 'there', respects: idealRespects(known, ours, theirs) };
  const there = (ours ?? theirs) as Respects;
  if (known.length === 0)
    return { is: 'there', respects: new Map([...there].map(([name, value]) => [name, exactly(value)])) };
  const isMixed = known.length < bases.length;
  return isMixed || isChanged(known, there) ? { is: 'torn', ours, theirs } : { is: 'gone' };
}

/** Whether a subject was changed for real since any of the bases: being anchored anew is none of a person's changes. */
function isChanged(bases: readonly Respects[], now: Respects): boolean {
  const isAs = (base: Respects): boolean =>
    [...new Set([...now.keys(), ...base.keys()])].every(name => isSame(name, base.get(name), now.get(name)));
  return !bases.every(isAs);
}

function isSame(name: string, before: string | undefined, now: string | undefined): boolean {
  return before === now || (name === 'passage' && !isOtherPassage(before, now));
}

/**
 * What both sides have, respect by respect.
 * @param bases those that have the subject, too: only these know what it was
 */
export function idealRespects(
  bases: readonly Respects[],
  ours: Respects,
  theirs: Respects,
): ReadonlyMap<string, Expected> {
  const merged = new Map<string, Expected>();
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const before = bases.map(base => base.get(name));
    merged.set(name, mergeRespect(name, before, ours.get(name), theirs.get(name)));
  }
  const edited = merged.get('edited');
  // When the words of a comment were written is no question of its own: it goes along with them where these are one.
  if (merged.get('comment')?.is === 'conflict' && ours.get('edited') !== theirs.get('edited'))
    merged.set('edited', { is: 'open', kind: 'comment' });
  else if (edited?.is === 'conflict') merged.set('edited', laterOf(edited));
  return merged;
}

function mergeRespect(
  name: string,
  bases: readonly (string | undefined)[],
  ours: string | undefined,
  theirs: string | undefined,
): Expected {
  if (ours === theirs) return exactly(ours);
  if (bases.length > 1) {
    // Several bases contradict each other: what does not follow from each of them is as if none were known.
    const all = bases.map(base => mergeRespect(name, [base], ours, theirs));
    const isOne = new Set(all.map(one => JSON.stringify(one))).size === 1;
    return isOne ? (all[0] as Expected) : mergeRespect(name, [], ours, theirs);
  }
  const [base] = bases;
  if (bases.length > 0 && (base === ours || base === theirs)) return exactly(base === ours ? theirs : ours);
  if (name === 'passage' && ours !== undefined && theirs !== undefined) return mergePassages(bases, ours, theirs);
  if (name === 'state' && timeOf(ours) !== timeOf(theirs))
    return exactly(timeOf(ours) > timeOf(theirs) ? ours : theirs);
  // A paragraph that one of two versions has that know of no common one before.
  if (ours === 'there' || theirs === 'there') return { is: 'open', kind: name.split(' ', 1)[0] ?? name };
  return { is: 'conflict', ours, theirs };
}

/** Both sides have another passage than before: words that somebody chose win over an anchor that only follows the text. */
function mergePassages(bases: readonly (string | undefined)[], ours: string, theirs: string): Expected {
  const isChosen = (side: string): boolean => bases.every(base => isOtherPassage(base, side));
  if (bases.length > 0 && isChosen(ours) !== isChosen(theirs)) return exactly(isChosen(ours) ? ours : theirs);
  return isOtherPassage(ours, theirs) ? { is: 'conflict', ours, theirs } : { is: 'either', values: [ours, theirs] };
}

function laterOf({ ours, theirs }: Extract<Expected, { is: 'conflict' }>): Expected {
  return exactly((ours ?? '') > (theirs ?? '') ? ours : theirs);
}

function exactly(value: string | undefined): Expected {
  return { is: 'value', value };
}
