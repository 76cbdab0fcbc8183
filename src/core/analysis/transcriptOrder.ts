import { READING_STATES, type ReadingState } from '../reading/state.js';
import { transcriptName } from '../study/layout.js';
import { compareTexts } from '../text/compare.js';
import { RELEVANCES, type Relevance } from './relevance.js';

/** In which order transcripts are shown: by name, or grouped by how far one has come, by kind, or by what they have to do with the scope. */
export type TranscriptSort = 'name' | 'state' | 'kind' | 'scope';

/** What the order depends on. */
export interface Sortable {
  readonly path: string;
  /** How far the person who looks has come. */
  readonly state: ReadingState;
  /** Missing where it is not known (yet). */
  readonly kind?: string;
  /** Missing where the study has no scope. */
  readonly relevance?: Relevance;
}

/** Transcripts under one heading; without headings there is one group, without a name. */
export interface TranscriptGroup<T extends Sortable> {
  /** A state, a kind or a relevance; empty for transcripts that have none. */
  readonly name?: string;
  readonly rows: readonly T[];
}

/** Numbers in names count as numbers: `pp-2` comes before `pp-10`. The same order whatever the machine's language is. */
const byName = new Intl.Collator('en', { numeric: true });

/** Orders names as people do; equal ones by path. */
export function compareTranscripts(a: string, b: string): number {
  return byName.compare(transcriptName(a), transcriptName(b)) || compareTexts(a, b);
}

/** The transcripts in their order, grouped where the order asks for it. Groups without a row are left out. */
export function arrangeTranscripts<T extends Sortable>(rows: readonly T[], sort: TranscriptSort): TranscriptGroup<T>[] {
  const sorted = [...rows].sort((a, b) => compareTranscripts(a.path, b.path));
  if (sort === 'name') return sorted.length === 0 ? [] : [{ rows: sorted }];
  const groups = new Map<string, T[]>();
  for (const row of sorted) {
    const name = { state: row.state, kind: row.kind, scope: row.relevance }[sort] ?? '';
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const places: readonly string[] = sort === 'state' ? READING_STATES : RELEVANCES;
  const inOrder = (a: string, b: string): number =>
    sort !== 'kind'
      ? places.indexOf(a) - places.indexOf(b)
      : Number(a === '') - Number(b === '') || byName.compare(a, b);
  return [...groups].sort(([a], [b]) => inOrder(a, b)).map(([name, members]) => ({ name, rows: members }));
}

/** What tells transcripts apart: their paths without the folder that all are in, and without the ending. */
export function transcriptLabels(paths: readonly string[]): ReadonlyMap<string, string> {
  const folders = paths.map(path => path.split('/').slice(0, -1));
  let shared = 0;
  const [first = []] = folders;
  while (shared < first.length && folders.every(folder => folder[shared] === first[shared])) shared++;
  return new Map(
    paths.map((path, i) => [path, [...(folders[i] ?? []).slice(shared), transcriptName(path)].join('/')] as const),
  );
}
