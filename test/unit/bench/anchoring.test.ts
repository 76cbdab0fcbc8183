import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { runCases } from '../../../bench/anchoring/cases.js';
import { anchoringGates, costGates } from '../../../bench/anchoring/gates.js';
import { ours } from '../../../bench/anchoring/methods/ours.js';
import type { Results } from '../../../bench/anchoring/results.js';
import { Tallies, Tally } from '../../../bench/anchoring/tally.js';
import { readWish } from '../../../bench/anchoring/wish.js';

const run = promisify(execFile);

describe('the anchoring benchmark', () => {
  it('runs all methods and prints its tables', async function () {
    this.timeout(60_000);
    const args = [
      'scripts/bench.mjs',
      'anchoring',
      '--transcript',
      '0',
      '--edit',
      'typos',
      '--failures',
      '1',
      '--verdict',
      'silently',
      '--method',
      'offsets only',
    ];
    const { stdout } = await run(process.execPath, args);
    for (const row of [
      'ours, without git',
      'character diff',
      'Hypothesis algorithm',
      'offsets only',
      'several turns',
    ]) {
      assert.ok(stdout.includes(row), stdout);
    }
    assert.match(stdout, /✗ silently wrong: typos, .*--seed 1 --transcript 0/);
    assert.doesNotMatch(stdout, /NaN|undefined/);
  });

  it('has the same cases at every run, and others with another seed', () => {
    const drawn = (seed: number): string[] =>
      [...runCases([ours], { seed, transcripts: 1, edit: 'blocks' })].map(({ record }) => record.at.join('–'));
    assert.deepEqual(drawn(1), drawn(1));
    assert.notDeepEqual(drawn(1), drawn(2));
  });

  it('says what it does not know', () => {
    assert.match(String(readWish(['--edit', 'nothing like it'])), /no edit “nothing like it”; choose among: typos/);
    assert.match(String(readWish(['--seed', 'one'])), /“one” is not a whole number/);
  });

  it('judges a whole run only', () => {
    const isWhole = (...args: string[]): boolean | string => {
      const wish = readWish(args);
      return typeof wish === 'string' ? wish : wish.isWhole;
    };
    assert.equal(isWhole(), true);
    assert.equal(isWhole('--seed', '5', '--ours'), true);
    assert.equal(isWhole('--edit', 'typos'), false);
    assert.equal(isWhole('--transcript', '3'), false);
  });
});

describe('the gates of the anchoring benchmark', () => {
  const tally = (figures: Partial<Tally>): Tally =>
    Object.assign(new Tally(), { cases: 10_000, right: 10_000 }, figures);
  const tallies = (entries: Record<string, Partial<Tally>>): Tallies => {
    const made = new Tallies();
    for (const [name, figures] of Object.entries(entries)) Object.assign(made.of(name), tally(figures));
    return made;
  };
  const results = (over: { [name: string]: Partial<Tally> } = {}): Results => ({
    single: tallies({ [ours.name]: over.single ?? {} }),
    combined: tallies({}),
    edits: tallies({ 'all at once': over.allAtOnce ?? {}, 'ten successive revisions': {} }),
    lengths: tallies({}),
    repeated: tallies({ 'occurs more than once': over.repeated ?? {} }),
    mechanical: tally(over.mechanical ?? {}),
    all: tally(over.all ?? {}),
  });
  const broken = (over?: { [name: string]: Partial<Tally> }): string[] =>
    anchoringGates(results(over))
      .filter(({ holds }) => !holds)
      .map(({ name }) => name);

  it('hold where all is right', () => assert.deepEqual(broken(), []));

  it('allow what the limits allow', () => {
    assert.deepEqual(broken({ single: { right: 9_950, wrong: 2, deleted: 200, reattached: 1 } }), []);
    assert.deepEqual(broken({ allAtOnce: { right: 9_700, wrong: 10, deleted: 200, reattached: 1 } }), []);
    assert.deepEqual(broken({ all: { review: 100, offered: 95 } }), []);
  });

  it('name what is broken', () => {
    assert.deepEqual(broken({ single: { right: 9_949 } }), ['edits of one kind: at least 99.5 % right']);
    assert.deepEqual(broken({ single: { wrong: 3 } }), ['edits of one kind: at most 0.02 % silently wrong']);
    assert.deepEqual(broken({ allAtOnce: { right: 9_699, wrong: 11, deleted: 100, reattached: 1 } }), [
      'all at once: at least 97 % right',
      'all at once: at most 0.1 % silently wrong',
      'all at once: at most 0.5 % of deleted re-attached',
    ]);
    assert.deepEqual(broken({ mechanical: { right: 9_999 } }), ['mechanical edits: 100 % right']);
    assert.deepEqual(broken({ repeated: { wrong: 3 } }), ['quotes that occur again: at most 0.02 % silently wrong']);
    assert.deepEqual(broken({ all: { review: 100, offered: 94 } }), [
      'in review, the true place among the first three in 95 %',
    ]);
  });

  it('name what grows or is not bounded', () => {
    const speed = { transcripts: 60, codings: 5_000, all: 1, longest: 1, growth: 4, textGrowth: 4 };
    const hostile = { name: 'a hostile text', ratio: 2, ratioWithoutGit: 2 };
    const names = (gates: ReturnType<typeof costGates>): string[] =>
      gates.filter(({ holds }) => !holds).map(({ name }) => name);
    assert.deepEqual(names(costGates(speed, [hostile])), []);
    assert.equal(names(costGates({ ...speed, growth: 16, textGrowth: 16 }, [hostile])).length, 2);
    assert.match(
      names(costGates(speed, [{ ...hostile, ratioWithoutGit: 1e6 }])).join(),
      /a hostile text costs at most/,
    );
  });
});
