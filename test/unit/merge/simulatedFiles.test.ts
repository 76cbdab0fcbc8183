import assert from 'node:assert/strict';
import type { FileVersions, MergeChoice, MergedFile } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { type Merger, simulateFiles } from '../../soak/files/simulateFiles.js';
import { kindOf } from '../../soak/model/state.js';

const SEED = 7;

/** A merge that is as ours but for what a safeguard less makes of files of records. */
function without(safeguard: (versions: FileVersions, merged: MergedFile, decisions?: Decisions) => MergedFile): Merger {
  return (versions, decisions) => {
    const merged = mergeFile(versions, decisions);
    return kindOf(versions.path) === 'records' ? safeguard(versions, merged, decisions) : merged;
  };
}

type Decisions = ReadonlyMap<string, MergeChoice>;

const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').filter(line => line !== '');
const textOf = (lines: Iterable<string>): string => [...lines].map(line => `${line}\n`).join('');

/** Each takes one safeguard out, and says what must be found then. */
const MUTANTS: readonly (readonly [string, RegExp, Merger])[] = [
  [
    'lines of both sides are put together, as by merge=union',
    /is back|again 2: came from nowhere/,
    without(({ ours, theirs }, { conflicts }) => ({
      text: textOf(new Set([...linesOf(ours), ...linesOf(theirs)])),
      conflicts,
    })),
  ],
  [
    'what is removed here and changed there goes without a question',
    /presence: a conflict that nobody was told of/,
    without((_, { text, conflicts }) => ({ text, conflicts: conflicts.filter(({ aspect }) => aspect !== 'presence') })),
  ],
  [
    'the last writer wins',
    /: a conflict that nobody was told of/,
    without((versions, merged) => {
      const theirs = new Map(merged.conflicts.map(({ key }) => [key, 'theirs'] as const));
      return { text: mergeFile(versions, theirs).text, conflicts: [] };
    }),
  ],
  ['one side is taken whole', /is lost/, without(({ ours }, { conflicts }) => ({ text: ours, conflicts }))],
  [
    'lines are sorted',
    /lines moved/,
    without((_, { text, conflicts }) => ({ text: text && textOf(linesOf(text).sort()), conflicts })),
  ],
  [
    'what both sides added stands twice',
    /again 2: came from nowhere/,
    without(({ ours, theirs, bases }, { text, conflicts }) => {
      const old = new Set(bases.flatMap(linesOf));
      const both = linesOf(ours).filter(line => linesOf(theirs).includes(line) && !old.has(line));
      const changed = linesOf(theirs).filter(line => !old.has(line));
      return { text: text && textOf([...linesOf(text), ...both, ...changed]), conflicts };
    }),
  ],
  [
    'nobody looks at what was there before',
    /no conflict, yet it is asked about/,
    without((versions, _, decisions) => mergeFile({ ...versions, bases: [] }, decisions)),
  ],
  [
    'what was there before is forgotten',
    /is back/,
    without((versions, _, decisions) => mergeFile({ ...versions, bases: [undefined] }, decisions)),
  ],
  [
    'a decision is not carried out',
    /against the decision|instead of/,
    without((versions, { text }, decisions) =>
      decisions === undefined ? mergeFile(versions) : { text: mergeFile(versions).text ?? text, conflicts: [] },
    ),
  ],
];

describe('files of people who work apart, put together', function () {
  this.timeout(60_000);

  it('are what the ideal model says, round after round', async () => {
    const { merges, conflicts, wrong } = await simulateFiles(SEED, 30, mergeFile);
    assert.deepEqual(wrong.slice(0, 1), []);
    assert.ok(merges > 200 && conflicts > 5, `only ${merges} merges and ${conflicts} conflicts`);
  });

  for (const [name, expected, merge] of MUTANTS) {
    it(`would be found wrong if ${name}`, async () => {
      const isFound = (wrong: readonly string[]): boolean => wrong.some(one => expected.test(one));
      const { wrong } = await simulateFiles(SEED, 40, merge, isFound);
      const others = wrong.map(one => one.split('\n', 1)[0]).slice(0, 3);
      assert.ok(isFound(wrong), `not found, but: ${others.join('; ')}`);
    });
  }
});
