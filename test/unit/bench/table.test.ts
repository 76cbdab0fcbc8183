import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gates } from '../../../bench/gates.js';
import { SIZES } from '../../../bench/sizes.js';
import { settled } from '../../../bench/table/main.js';
import { holds, printed, type Row } from '../../../bench/table/row.js';
import { changingRows, doublingRow, lookingRows, type Measured, openingRows } from '../../../bench/table/rows.js';

const run = promisify(execFile);

/** What is found wrong with measurements in which nothing grows, except for what is said. */
interface Over {
  readonly warm?: number;
  readonly cold?: number;
  readonly heap?: number;
  readonly read?: number;
  readonly add?: number;
  readonly remove?: number;
  readonly bytes?: number;
  readonly highlights?: number;
  readonly hover?: number;
  readonly excerpts?: number;
}

function measured(name: string, over: Over = {}): Measured {
  const size = SIZES.find(one => one.name === name) ?? assert.fail();
  const opened = (ratio: number) => ({ baseline: 10, open: 10 * ratio, ratio });
  return {
    size,
    codingBytes: 100,
    opening: {
      warm: opened(over.warm ?? 1),
      cold: opened(over.cold ?? 1),
      heap: over.heap ?? 200,
      transcriptsRead: over.read ?? 0,
    },
    changing: {
      onDisk: { add: over.add ?? 5, change: 5, remove: 5 },
      inMemory: { add: 1, change: 1, remove: over.remove ?? 1 },
      bytesPerAct: over.bytes ?? 100,
    },
    looking: {
      ...{ tree: 1, uses: 1, open: 1, highlights: over.highlights ?? 1, hover: over.hover ?? 1 },
      ...{ codings: size.codings / size.transcripts, excerpts: 1, excerptCount: 1 },
      excerptGrowth: over.excerpts,
    },
  };
}

function broken(...all: Measured[]): string[] {
  return [...openingRows(all), ...changingRows(all), ...lookingRows(all)]
    .filter(row => !holds(row))
    .map(({ work }) => work.trim());
}

describe('the table of the benchmark', () => {
  it('is printed of a tiny study, no transcript being read on opening', async function () {
    this.timeout(120_000);
    const { stdout } = await run(process.execPath, ['scripts/bench.mjs', '--sizes', 'XS']);
    for (const work of [
      'open a study',
      'cold',
      'memory',
      'add a coding',
      'hover',
      'highlights',
      'excerpts',
      'activate',
    ]) {
      assert.ok(stdout.includes(work), stdout);
    }
    assert.match(stdout, /transcripts read on opening +0 +0 +≤ 0 +✓/);
    assert.doesNotMatch(stdout, /NaN|undefined|✗/);
  });

  it('refuses a size that does not exist', async function () {
    this.timeout(60_000);
    await assert.rejects(run(process.execPath, ['scripts/bench.mjs', '--sizes', 'XXL']), { code: 2 });
  });

  it('holds where nothing grows', () => assert.deepEqual(broken(measured('S'), measured('L')), []));

  it('takes what one file has more of codings out of the growth', () => {
    assert.deepEqual(broken(measured('S'), measured('M', { add: 7.5, bytes: 150, highlights: 1.5 })), []);
  });

  it('names what costs more than it may', () => {
    assert.deepEqual(broken(measured('S', { warm: 1.51 })), ['open a study, index ready']);
    assert.deepEqual(broken(measured('S', { cold: 4.1 })), ['open it cold, in a new process']);
    assert.deepEqual(broken(measured('S', { read: 1 })), ['transcripts read on opening']);
    assert.deepEqual(broken(measured('S', { heap: 401 })), ['memory, study open']);
    assert.deepEqual(broken(measured('S'), measured('L', { add: 7, remove: 2, bytes: 200 })), [
      'add a coding: index, views, file on disk',
      'remove a coding, without the disk',
      'bytes written for it',
    ]);
    assert.deepEqual(broken(measured('S'), measured('L', { highlights: 2, hover: 2, excerpts: 1.3 })), [
      'highlights of the transcript',
      'hover over a passage',
      'one excerpt, where a code has twice as many',
    ]);
    const grown = (all: number) => [
      { name: 'a', all: 1, half: 1, longest: 0 },
      { name: 'b', all, half: 1, longest: 0 },
    ];
    assert.ok(holds(doublingRow('matrices', grown(2.4))));
    assert.ok(!holds(doublingRow('matrices', grown(2.5))));
  });

  it('does not judge a study too small to tell', () => {
    assert.deepEqual(broken(measured('XS', { warm: 10, cold: 10 }), measured('S')), []);
  });

  it('says for each work what was found and what may be', () => {
    const row = { work: 'work', figures: new Map([['S', '1 ms']]), judged: { found: 1.234, limit: 1.3, unit: '× S' } };
    const [, line] = printed([row], ['S', 'L']).split('\n');
    assert.match(line ?? '', /^work +1 ms +1.23 × S +≤ 1.3 × S +✓$/);
  });

  it('measures again what does not hold, and keeps what held', async () => {
    const row = (work: string, found: number): Row => ({
      work,
      figures: new Map(),
      judged: { found, limit: 1, unit: '' },
    });
    const tries = [
      [row('a', 1), row('b', 2)],
      [row('a', 2), row('b', 1)],
    ];
    const rows = await settled(async () => tries.shift() ?? assert.fail('a third try'));
    assert.deepEqual(
      rows.map(({ judged }) => judged?.found),
      [1, 1],
    );
    let count = 0;
    await settled(async () => {
      count++;
      return [row('a', 2)];
    });
    assert.equal(count, 5);
  });
});

describe('the gates of what is at hand', () => {
  const codebook = { codes: 2, parse: 1, growth: 4, move: 1, moveToParse: 4, moveGrowth: 4 };
  const together = { codings: 2, find: 1, growth: 4 };
  const picker = { codes: 2, codings: 2, open: 1, prepare: 1, dearestStep: 1, keystroke: 1, dearest: 1 };
  const typing = { codings: 2, letter: 1, undo: 1, replaceAll: 1, letterToPass: 1, growth: 1 };
  const ratios = { keystrokeToPass: 1, openToPass: 2, growth: 4, prepareGrowth: 4 };
  const broken = (over: Partial<typeof ratios>): string[] =>
    gates(codebook, together, { ...picker, ...ratios, ...over }, typing)
      .filter(gate => !gate.holds)
      .map(gate => gate.name);

  it('name what is broken in the code picker', () => {
    assert.deepEqual(broken({}), []);
    assert.deepEqual(broken({ keystrokeToPass: 3.1, growth: 16 }), [
      'a letter in the code picker costs at most 3 × a plain look through the text of all codes',
      'a letter among four times the codes takes at most 8 × the time',
    ]);
    assert.equal(broken({ openToPass: 9, prepareGrowth: 9 }).length, 2);
  });
});
