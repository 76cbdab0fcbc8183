import { compareTranscripts } from '../analysis/transcriptOrder.js';
import type { Codebook, CodebookEntry } from '../codebook/codebook.js';
import { themePath } from '../codebook/query.js';
import { compareTexts } from '../text/compare.js';
import type { Change } from './change.js';

/** What the changes of a comparison can be listed by. */
export type ChangeGrouping = 'coder' | 'code' | 'theme' | 'transcript';

/** What a change is about where it belongs to no coder, code, theme or transcript; in the order in which they are listed. */
export const CHANGE_AREAS = [
  'codebook',
  'outside',
  'transcripts',
  'participants',
  'memos',
  'reading',
  'discussion',
  'study',
  'lines',
] as const;
export type ChangeArea = (typeof CHANGE_AREAS)[number];

/** Changes under one heading; none is without changes, and every change is in one of them. */
export type ChangeGroup = { readonly changes: readonly Change[] } & (
  | { readonly is: 'coder'; readonly name: string }
  | {
      readonly is: 'entry';
      readonly id: string;
      /** Undefined where neither codebook has it. */
      readonly entry: CodebookEntry | undefined;
      /** Titles of the themes it is in, outermost first. */
      readonly within: readonly string[];
    }
  | { readonly is: 'transcript'; readonly path: string }
  | { readonly is: 'area'; readonly area: ChangeArea }
);

/** The codebooks of both states. */
export interface Books {
  readonly before: Codebook;
  readonly after: Codebook;
}

/**
 * Changes under headings: coders by name, codes and themes in the order of the codebook as it is afterwards (those that are gone behind
 * them), transcripts by name; what has none of these comes last. Within a group changes keep their order.
 */
export function groupChanges(changes: readonly Change[], by: ChangeGrouping, books: Books): ChangeGroup[] {
  const groups = new Map<string, { place: Place; changes: Change[] }>();
  for (const change of changes) {
    const place = placeOf(change, by, books);
    const key = keyOf(place);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { place, changes: [change] });
    else known.changes.push(change);
  }
  const order = orderOf(books);
  return [...groups.values()]
    .sort((a, b) => order(a.place, b.place))
    .map(({ place, changes: members }) => ({ ...headingOf(place, books), changes: members }));
}

type Place =
  | { readonly is: 'coder' | 'entry' | 'transcript'; readonly name: string }
  | { readonly is: 'area'; readonly area: ChangeArea };

const keyOf = (place: Place): string => (place.is === 'area' ? `area ${place.area}` : `${place.is} ${place.name}`);

function placeOf(change: Change, by: ChangeGrouping, { before, after }: Books): Place {
  const area: Place = { is: 'area', area: areaOf(change) };
  if (by === 'coder') return change.by === undefined ? area : { is: 'coder', name: change.by };
  if (by === 'transcript')
    return change.transcript === undefined ? area : { is: 'transcript', name: change.transcript };
  const [id] = change.entries;
  if (id === undefined) return area;
  const entry = after.find(id) ?? before.find(id);
  if (by === 'code') return entry?.kind === 'theme' ? area : { is: 'entry', name: entry?.id ?? id };
  const theme = themeOf(entry);
  return theme === undefined ? { is: 'area', area: 'outside' } : { is: 'entry', name: theme.id };
}

/** The theme an entry belongs to: itself, or the innermost around it. */
function themeOf(entry: CodebookEntry | undefined): CodebookEntry | undefined {
  return entry === undefined || entry.kind === 'theme' ? entry : themeOf(entry.parent);
}

/** What a change is about, broadly. */
export function areaOf({ what }: Change): ChangeArea {
  switch (what) {
    case 'coding-added':
    case 'coding-removed':
    case 'coding-changed':
    case 'entry-added':
    case 'entry-removed':
    case 'entry-merged':
    case 'entry-changed':
    case 'codebook-text':
      return 'codebook';
    case 'note-added':
    case 'note-removed':
    case 'note-changed':
    case 'reading-state':
      return 'reading';
    case 'transcript-added':
    case 'transcript-removed':
    case 'transcript-renamed':
    case 'transcript-edited':
    case 'transcript-facts':
      return 'transcripts';
    case 'participant-added':
    case 'participant-removed':
    case 'participant-changed':
      return 'participants';
    case 'memo-added':
    case 'memo-removed':
    case 'memo-edited':
    case 'memo-renamed':
      return 'memos';
    case 'comment-added':
    case 'comment-removed':
    case 'comment-edited':
      return 'discussion';
    case 'round-added':
    case 'round-removed':
    case 'round-edited':
    case 'study-file':
      return 'study';
    case 'broken-lines':
      return 'lines';
  }
}

function orderOf({ before, after }: Books): (a: Place, b: Place) => number {
  const ranks = new Map<string, number>();
  for (const { id } of [...after.entries, ...before.entries]) if (!ranks.has(id)) ranks.set(id, ranks.size);
  const rank = (id: string): number => ranks.get(id) ?? ranks.size;
  return (a, b) => {
    if (a.is === 'area' || b.is === 'area') return areaRank(a) - areaRank(b);
    if (a.is === 'transcript') return compareTranscripts(a.name, b.name);
    return (a.is === 'entry' ? rank(a.name) - rank(b.name) : 0) || compareTexts(a.name, b.name);
  };
}

/** Areas come behind everything else. */
function areaRank(place: Place): number {
  return place.is === 'area' ? CHANGE_AREAS.indexOf(place.area) : -1;
}

type Heading = ChangeGroup extends infer G ? (G extends ChangeGroup ? Omit<G, 'changes'> : never) : never;

function headingOf(place: Place, { before, after }: Books): Heading {
  switch (place.is) {
    case 'area':
      return { is: 'area', area: place.area };
    case 'coder':
      return { is: 'coder', name: place.name };
    case 'transcript':
      return { is: 'transcript', path: place.name };
    case 'entry': {
      const entry = after.find(place.name) ?? before.find(place.name);
      const within = entry === undefined ? [] : themePath(entry);
      return { is: 'entry', id: place.name, entry, within };
    }
  }
}
