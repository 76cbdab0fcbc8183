import { compareTexts } from '../text/compare.js';
import { speakerKey } from '../transcript/names.js';
import type { EntryDetails } from './entryDetails.js';
import type { ListedExcerpt } from './excerptList.js';

/** What excerpts can be grouped by. */
export const GROUPINGS = ['transcript', 'participant', 'code'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Excerpts that are read together. */
export interface ExcerptGroup {
  /** Tells it from the other groups of a list, today and after a change. */
  readonly key: string;
  /** `interviewers`: nobody but interviewers speaks. `unknown`: there are no labels, or the place is not certain. */
  readonly of: 'transcript' | 'person' | 'code' | 'interviewers' | 'unknown';
  /** What people call it; empty for `interviewers` and `unknown`. */
  readonly title: string;
  /** For a code: titles of what holds it, from below the listed theme on. */
  readonly path: readonly string[];
  readonly excerpts: readonly ListedExcerpt[];
}

/** What groups by code are made of. */
export interface ExcerptGroupsOf {
  /** In the order of the codebook. */
  readonly codes: readonly EntryDetails[];
  /** How many titles at the beginning of their paths go without saying. */
  readonly depth: number;
}

/** Whether a value that was kept names a grouping. */
export function isGrouping(value: unknown): value is Grouping {
  return GROUPINGS.includes(value as Grouping);
}

/** How a list can be grouped: by code only where it holds several. */
export function groupingsOf({ codes }: Pick<ExcerptGroupsOf, 'codes'>): readonly Grouping[] {
  return codes.length > 1 ? GROUPINGS : GROUPINGS.filter(one => one !== 'code');
}

/**
 * Groups excerpts of a list; within a group they keep their order. Groups are in the order of the transcripts, of the
 * codebook, or of the participants' names, numbers in them counted as numbers.
 *
 * By participant an excerpt stands under every person who speaks in it, so that all that somebody says is in one place.
 * Declared participants come first, then other speakers; those who ask have a group only for what nobody else speaks in.
 */
export function groupExcerpts(of: ExcerptGroupsOf, excerpts: readonly ListedExcerpt[], by: Grouping): ExcerptGroup[] {
  if (by === 'participant') return byPerson(excerpts);
  return by === 'code' ? byCode(of, excerpts) : byTranscript(excerpts);
}

type Kept = Omit<ExcerptGroup, 'excerpts'> & { readonly excerpts: ListedExcerpt[] };

/** Groups that come into being as excerpts are put into them. */
class Groups {
  private readonly groups = new Map<string, Kept>();

  put(
    excerpt: ListedExcerpt,
    key: string,
    about: Pick<ExcerptGroup, 'of' | 'title'>,
    path: readonly string[] = [],
  ): void {
    const known = this.groups.get(key);
    if (known === undefined) this.groups.set(key, { key, ...about, path, excerpts: [excerpt] });
    else known.excerpts.push(excerpt);
  }

  all(): Kept[] {
    return [...this.groups.values()];
  }
}

function byTranscript(excerpts: readonly ListedExcerpt[]): ExcerptGroup[] {
  const groups = new Groups();
  for (const excerpt of excerpts) {
    groups.put(excerpt, `transcript ${excerpt.transcript}`, { of: 'transcript', title: excerpt.name });
  }
  return groups.all();
}

function byCode({ codes, depth }: ExcerptGroupsOf, excerpts: readonly ListedExcerpt[]): ExcerptGroup[] {
  const order = new Map(codes.map((code, i) => [code.id, i]));
  const groups = new Groups();
  for (const excerpt of excerpts) {
    // A code that the codebook does not know goes by its id.
    const { title, path } = codes[order.get(excerpt.code) ?? -1] ?? { title: excerpt.code, path: [] };
    groups.put(excerpt, `code ${excerpt.code}`, { of: 'code', title }, path.slice(depth));
  }
  const placeOf = ({ key }: ExcerptGroup): number => order.get(key.slice('code '.length)) ?? codes.length;
  return groups.all().sort((a, b) => placeOf(a) - placeOf(b) || compareTexts(a.key, b.key));
}

function byPerson(excerpts: readonly ListedExcerpt[]): ExcerptGroup[] {
  const people = new Groups();
  const rest = new Groups();
  const declared = new Set<string>();
  for (const excerpt of excerpts) {
    const { participants, undeclared = [], speakers } = excerpt;
    const names = new Map([...participants, ...undeclared].map(name => [`person ${speakerKey(name)}`, name]));
    for (const name of participants) declared.add(`person ${speakerKey(name)}`);
    for (const [key, title] of names) people.put(excerpt, key, { of: 'person', title });
    if (names.size > 0) continue;
    const of = speakers.length > 0 ? 'interviewers' : 'unknown';
    rest.put(excerpt, of, { of, title: '' });
  }
  const collator = new Intl.Collator('en', { numeric: true });
  const isOther = ({ key }: ExcerptGroup): number => (declared.has(key) ? 0 : 1);
  const sorted = people
    .all()
    .sort((a, b) => isOther(a) - isOther(b) || collator.compare(a.title, b.title) || compareTexts(a.key, b.key));
  return [...sorted, ...rest.all().sort((a, b) => compareTexts(a.key, b.key))];
}
