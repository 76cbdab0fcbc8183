import type { Change } from './change.js';
import { counted } from './sentences/words.js';

/** What a change is about, for grouping. */
export type Category =
  | 'codebook'
  | 'transcripts'
  | 'codings'
  | 'notes'
  | 'reading'
  | 'participants'
  | 'memos'
  | 'discussion'
  | 'rounds'
  | 'study'
  | 'lines';

/** What a change is about and in one or two words what happened: `codings`, `recoded`. */
export interface ChangeKind {
  readonly category: Category;
  readonly verb: string;
}

const VERBS: Readonly<Record<string, string>> = {
  code: 'recoded',
  moved: 'moved',
  bounds: 're-bounded',
  anchor: 're-anchored',
  evidence: 'marked as evidence otherwise',
  memo: 'with another memo',
  orphan: 'kept or taken up',
  coder: 'handed over',
  other: 'with other keys',
  title: 'renamed',
  id: 'with another id',
  kind: 'made theme or code',
  order: 'reordered',
  definition: 'redefined',
  include: 'with other criteria',
  exclude: 'with other criteria',
  example: 'with other examples',
  color: 'recoloured',
  phase: 'in another phase',
  classes: 'marked otherwise',
  text: 'with other text',
  formerly: 'with other former ids',
  attributes: 'with other attributes',
};

/** The kind of a change. */
export function kindOf(change: Change): ChangeKind {
  const [subject = '', happened = ''] = change.what.split(/-(?=[^-]*$)/);
  const category = CATEGORIES[change.what] ?? CATEGORIES[subject] ?? 'study';
  if (change.what === 'entry-added') {
    const verb = change.unmergedFrom ? 'un-merged' : change.splitFrom ? 'split off' : 'added';
    return { category, verb };
  }
  if ('aspect' in change) return { category, verb: VERBS[change.aspect] ?? 'changed' };
  return {
    category,
    verb: category === 'reading' || category === 'lines' || happened === 'text' ? 'changed' : happened,
  };
}

const CATEGORIES: Readonly<Record<string, Category>> = {
  coding: 'codings',
  note: 'notes',
  'reading-state': 'reading',
  entry: 'codebook',
  'codebook-text': 'codebook',
  transcript: 'transcripts',
  participant: 'participants',
  memo: 'memos',
  comment: 'discussion',
  round: 'rounds',
  'study-file': 'study',
  'broken-lines': 'lines',
};

/** What is counted, one and several, in the order of a summary. */
const NOUNS: readonly (readonly [one: string, many: string])[] = [
  ['coding', 'codings'],
  ['note', 'notes'],
  ['code', 'codes'],
  ['theme', 'themes'],
  ['introduction of the codebook', 'introductions of the codebook'],
  ['transcript', 'transcripts'],
  ['reading state', 'reading states'],
  ['participant', 'participants'],
  ['memo', 'memos'],
  ['comment', 'comments'],
  ['line of a blind round', 'lines of blind rounds'],
  ['study file', 'study files'],
  ['file with lines that cannot be read', 'files with lines that cannot be read'],
];

/**
 * Changes counted, in one sentence without a full stop: “14 codings added, 2 recoded; 1 code renamed”. What changed in two respects
 * counts in both.
 */
export function summarise(changes: readonly Change[]): string {
  const counts = new Map<string, Map<string, number>>();
  for (const change of changes) {
    const noun = nounOf(change);
    const verbs = counts.get(noun) ?? new Map<string, number>();
    const { verb } = kindOf(change);
    verbs.set(verb, (verbs.get(verb) ?? 0) + 1);
    counts.set(noun, verbs);
  }
  const parts = NOUNS.flatMap(([one, many]) => {
    const verbs = [...(counts.get(one) ?? [])].sort(([a], [b]) => rankOf(a) - rankOf(b));
    const said = verbs.map(([verb, count], i) => `${i === 0 ? counted(count, one, many) : count} ${verb}`);
    return said.length === 0 ? [] : [said.join(', ')];
  });
  return parts.length === 0 ? 'No changes' : parts.join('; ');
}

/** What came and went is said first. */
const ORDER: readonly string[] = ['added', 'split off', 'un-merged', 'removed', 'merged', ...Object.values(VERBS)];

function rankOf(verb: string): number {
  const at = ORDER.indexOf(verb);
  return at === -1 ? ORDER.length : at;
}

function nounOf(change: Change): string {
  const { category } = kindOf(change);
  if (category !== 'codebook') return SINGLE[category];
  if (change.what === 'codebook-text') return 'introduction of the codebook';
  const entry = 'after' in change ? change.after : 'before' in change ? change.before : undefined;
  return typeof entry === 'object' && 'kind' in entry && entry.kind === 'theme' ? 'theme' : 'code';
}

const SINGLE: Readonly<Record<Exclude<Category, 'codebook'>, string>> = {
  transcripts: 'transcript',
  codings: 'coding',
  notes: 'note',
  reading: 'reading state',
  participants: 'participant',
  memos: 'memo',
  discussion: 'comment',
  rounds: 'line of a blind round',
  study: 'study file',
  lines: 'file with lines that cannot be read',
};
