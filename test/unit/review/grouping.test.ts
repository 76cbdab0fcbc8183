import assert from 'node:assert/strict';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import type { Change } from '../../../src/core/review/change.js';
import { type ChangeGroup, type ChangeGrouping, groupChanges } from '../../../src/core/review/grouping.js';
import { coding } from '../support/coding.js';
import { changesBetween, type Files } from './support/snapshot.js';

const BOOK = `# Codebook

## Influence {#influence .theme}

### Hope {#hope}

#### Small hopes {#small-hopes}

### Trust {#trust}

## Loose end {#loose-end}
`;
const line = (over: Parameters<typeof coding>[0]): string => `${formatCodingLine(coding(over))}\n`;
const TEXT = '**PP3:** I think it got better after that, and slower.\n';
const BEFORE: Files = {
  'codebook.md': BOOK,
  'transcripts/pp-3.md': TEXT,
  'transcripts/pp-10.md': TEXT,
  'participants.csv': 'participant,role\nPP3,peer\n',
};
const AFTER: Files = {
  ...BEFORE,
  'codebook.md': BOOK.replace('### Trust {#trust}\n\n', '').replace('## Influence', '## What peers do'),
  'participants.csv': 'participant,role\nPP3,peer\nPP4,peer\n',
  'codings/MB/transcripts/pp-10.jsonl': line({ id: 'bbbbbbbbbb', code: 'small-hopes' }),
  'codings/EA/transcripts/pp-3.jsonl':
    line({ id: 'aaaaaaaaaa', code: 'hope' }) + line({ id: 'cccccccccc', code: 'unheard-of' }),
};

/** What a heading says, and how many changes are below it. */
function heading(group: ChangeGroup): string {
  const name = { coder: 'name', entry: 'id', transcript: 'path', area: 'area' } as const;
  return `${(group as unknown as Record<string, string>)[name[group.is]]} ${group.changes.length}`;
}

describe('grouping changes', () => {
  let changes: readonly Change[];
  before(async () => {
    changes = await changesBetween(BEFORE, AFTER);
  });
  const books = { before: parseCodebook(BOOK), after: parseCodebook(AFTER['codebook.md'] as string) };
  const grouped = (by: ChangeGrouping): string[] => groupChanges(changes, by, books).map(heading);

  it('lists coders by name, and behind them what is in nobody’s folder', () => {
    assert.deepEqual(grouped('coder'), ['EA 2', 'MB 1', 'codebook 2', 'participants 1']);
  });

  it('lists codes in the order of the codebook, those that are gone or unknown behind them', () => {
    assert.deepEqual(grouped('code'), [
      'hope 1',
      'small-hopes 1',
      'trust 1',
      'unheard-of 1',
      'codebook 1',
      'participants 1',
    ]);
  });

  it('lists the innermost themes, with their own changes and those of their codes', () => {
    assert.deepEqual(grouped('theme'), ['influence 4', 'outside 1', 'participants 1']);
    const [influence] = groupChanges(changes, 'theme', books);
    assert.ok(influence?.is === 'entry');
    assert.equal(influence.entry?.title, 'What peers do');
  });

  it('lists transcripts as people count', () => {
    assert.deepEqual(grouped('transcript'), [
      'transcripts/pp-3.md 2',
      'transcripts/pp-10.md 1',
      'codebook 2',
      'participants 1',
    ]);
  });

  it('has every change once, in the order it had', () => {
    for (const by of ['coder', 'code', 'theme', 'transcript'] as const) {
      const groups = groupChanges(changes, by, books);
      assert.equal(
        groups.reduce((sum, group) => sum + group.changes.length, 0),
        changes.length,
      );
      for (const group of groups) {
        const places = group.changes.map(change => changes.indexOf(change));
        assert.deepEqual(
          places,
          [...places].sort((a, b) => a - b),
        );
      }
    }
  });
});
