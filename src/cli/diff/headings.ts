import type { Change } from '../../core/review/change.js';
import type { ChangeArea, ChangeGroup } from '../../core/review/grouping.js';
import { stateLabel } from '../../core/review/names.js';
import { type Category, kindOf } from '../../core/review/summary.js';
import { compareTexts } from '../../core/text/compare.js';
import type { Compared } from './states.js';

const AREAS: Readonly<Record<ChangeArea, string>> = {
  codebook: 'Codebook',
  outside: 'Codes outside all themes',
  transcripts: 'Transcripts',
  participants: 'Participants',
  memos: 'Memos',
  reading: 'Reading and notes',
  discussion: 'Discussion',
  study: 'Study file',
  lines: 'Lines that cannot be read',
};

const CATEGORIES: Readonly<Record<Category, string>> = {
  codebook: 'Codebook',
  transcripts: 'Transcripts',
  codings: 'Codings',
  notes: 'Notes',
  reading: 'Reading',
  participants: 'Participants',
  memos: 'Memos',
  discussion: 'Discussion',
  rounds: 'Blind rounds',
  study: 'Study file',
  lines: 'Unreadable lines',
};

/** What stands over a group of changes. */
export function headingOf(group: ChangeGroup): string {
  if (group.is === 'coder') return group.name;
  if (group.is === 'transcript') return group.path;
  if (group.is === 'area') return AREAS[group.area];
  return [...group.within, group.entry?.title ?? group.id].join(' / ');
}

/** How many changes there are of each kind, by what they are about: `Codings`, `3 added, 1 recoded`. */
export function countsOf(changes: readonly Change[]): [string, string][] {
  const counts = new Map<Category, Map<string, number>>();
  for (const change of changes) {
    const { category, verb } = kindOf(change);
    const verbs = counts.get(category) ?? new Map<string, number>();
    counts.set(category, verbs.set(verb, (verbs.get(verb) ?? 0) + 1));
  }
  const order = Object.keys(CATEGORIES) as Category[];
  return order.flatMap(category => {
    const verbs = counts.get(category);
    if (verbs === undefined) return [];
    const sorted = [...verbs].sort((a, b) => b[1] - a[1] || compareTexts(a[0], b[0]));
    return [[CATEGORIES[category], sorted.map(([verb, count]) => `${count} ${verb}`).join(', ')] as [string, string]];
  });
}

/** What is compared with what, as it follows a number of changes. @param show makes a name what is shown of it */
export function betweenStates({ before, after, branchedOff }: Compared, show: (name: string) => string): string {
  const to = after.name.is === 'commit' ? show(after.name.name) : stateLabel(after.name);
  if (branchedOff !== undefined) return `in ${to} since it branched off ${show(branchedOff)}`;
  const from = before.name.is === 'commit' ? show(before.name.name) : stateLabel(before.name);
  return `from ${from} to ${to}`;
}
