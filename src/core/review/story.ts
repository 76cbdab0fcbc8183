import { transcriptName } from '../study/layout.js';
import { putTo } from '../text/grouped.js';
import type { Told, Version } from './historyModel.js';

/** One line of what a version changed: a change, or several of a kind that are said together. */
export interface StoryLine {
  readonly text: string;
  readonly quote?: string;
  readonly by?: string;
  /** What it tells of; one, where it is not said together. */
  readonly told: readonly Told[];
}

/** From so many on they are said together: whoever looks through versions wants to know that a transcript was coded, not every passage. */
const TOGETHER = 4;
const VERBS: Readonly<Record<string, readonly [string, string]>> = {
  'coding-added': ['coded', 'of'],
  'coding-removed': ['took the codes off', 'of'],
};

/** What a version changed, line by line; the many passages that somebody coded in a transcript are one line. */
export function storyOf({ told }: Pick<Version, 'told'>): StoryLine[] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const key = groupKey(one);
    if (key === undefined) continue;
    putTo(groups, key, one);
  }
  return told.flatMap(one => {
    const group = groups.get(groupKey(one) ?? '') ?? [];
    if (group.length < TOGETHER) return [lineOf(one)];
    return group[0] === one ? [together(group, one)] : [];
  });
}

function groupKey({ what, by, transcript }: Told): string | undefined {
  return VERBS[what] === undefined ? undefined : JSON.stringify([what, by, transcript]);
}

function lineOf(told: Told): StoryLine {
  const { text, quote } = told;
  // Many sentences begin with who did it.
  const by = told.by !== undefined && text.startsWith(`${told.by} `) ? undefined : told.by;
  return { text, ...(quote === undefined ? {} : { quote }), ...(by === undefined ? {} : { by }), told: [told] };
}

function together(group: readonly Told[], { what, by, transcript }: Told): StoryLine {
  const [verb = '', of = ''] = VERBS[what] ?? [];
  const codes = new Set(group.map(({ codeAfter, codeBefore }) => codeAfter ?? codeBefore)).size;
  const where = transcript === undefined ? '' : ` ${of} ${transcriptName(transcript)}`;
  const how = codes === 1 ? 'with one code' : `with ${codes} codes`;
  const done = `${verb} ${group.length} passages${where}${what === 'coding-added' ? `, ${how}` : ''}.`;
  const text = `${done.charAt(0).toUpperCase()}${done.slice(1)}`;
  return { text, ...(by === undefined ? {} : { by }), told: group };
}
