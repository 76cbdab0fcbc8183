import * as fc from 'fast-check';
import { mergeCodebook } from '../../../src/core/merge/codebook/mergeCodebook.js';
import type { MergeChoice, MergeConflict, MergedFile } from '../../../src/core/merge/merge.js';

const NONE: ReadonlyMap<string, MergeChoice> = new Map();

/** Merges two versions of a codebook; `base` may be several, or none. */
export function merge(
  base: string | readonly (string | undefined)[],
  ours: string | undefined,
  theirs: string | undefined,
  decisions: ReadonlyMap<string, MergeChoice> = NONE,
): MergedFile {
  const bases = typeof base === 'string' ? [base] : base;
  return mergeCodebook({ path: 'codebook.md', bases, ours, theirs }, decisions);
}

/** What a conflict says, whichever line of ours it is at. */
export function said(conflict: MergeConflict): MergeConflict {
  const { subject } = conflict;
  return { ...conflict, subject: subject.is === 'passage' ? { ...subject, line: 0 } : subject };
}

/** A conflict as the other side sees it. */
export function swapped(conflict: MergeConflict): MergeConflict {
  return { ...said(conflict), ours: conflict.theirs, theirs: conflict.ours };
}

/** What somebody does to the lines of a file. */
export interface HandEdit {
  readonly do: 'insert' | 'replace' | 'remove' | 'move' | 'double';
  readonly at: number;
  readonly to: number;
  readonly count: number;
  readonly line: string;
}

/** Lines that people write into a codebook. */
const LINES = [
  ...[
    '',
    'Some more words.',
    'Other words altogether.',
    'Include: this one.',
    'Exclude: that one.',
    'Example: “So it is.”',
  ],
  ...[
    '### Fresh',
    '### Hope',
    '## Theme {.theme}',
    '#### Sub {#sub color=red}',
    '### Hope {#hope color=red}',
    '- item',
    '> quoted',
  ],
  ...[
    '### Waiting {#waiting}',
    '### Silence',
    '## Meetings {#meetings .theme .candidate weight=2}',
    '```',
    '<!-- x',
    '# Title',
  ],
  ...[
    '### Pay {#pay formerly="wage salary"}',
    'Merged: Wage {#wage parent=role}',
    '###### Six {parent=role}',
    '### A {#a',
    'Title\n===',
  ],
];

export const anyHandEdit: fc.Arbitrary<HandEdit> = fc.record({
  do: fc.constantFrom<HandEdit['do'][]>('insert', 'insert', 'replace', 'replace', 'remove', 'move', 'double'),
  at: fc.nat(),
  to: fc.nat(),
  count: fc.integer({ min: 1, max: 6 }),
  line: fc.constantFrom(...LINES),
});

/** A text after edits of its lines. */
export function editedByHand(raw: string, edits: readonly HandEdit[]): string {
  const end = /\r\n|\r|\n/.exec(raw)?.[0] ?? '\n';
  const lines = raw.split(/\r\n|\r|\n/);
  for (const edit of edits) {
    const at = edit.at % (lines.length + 1);
    const chosen = lines.slice(at, at + edit.count);
    if (edit.do === 'insert') lines.splice(at, 0, edit.line);
    else if (edit.do === 'replace') lines.splice(at, 1, edit.line);
    else if (edit.do === 'remove') lines.splice(at, edit.count);
    else {
      if (edit.do === 'move') lines.splice(at, edit.count);
      lines.splice(edit.to % (lines.length + 1), 0, ...chosen);
    }
  }
  return lines.join(end);
}
