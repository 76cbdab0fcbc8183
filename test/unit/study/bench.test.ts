import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gates } from '../../../bench/gates.js';
import type { Figures } from '../../../bench/report.js';
import { SIZES } from '../../../bench/sizes.js';

const run = promisify(execFile);

describe('the benchmark', () => {
  it('runs through on a tiny study and reads no transcript on opening', async function () {
    this.timeout(60_000);
    const { stdout } = await run(process.execPath, ['scripts/bench.mjs', '--sizes', 'XS']);
    for (const row of ['open the study', 'memory', 'add a coding', 'remove a coding', 'redraw the tree', 'excerpts']) {
      assert.ok(stdout.includes(row), stdout);
    }
    assert.match(stdout, /✓ no transcript is read on opening XS \(0\)/);
    assert.doesNotMatch(stdout, /NaN|✗/);
  });

  it('refuses a size that does not exist', async function () {
    this.timeout(60_000);
    await assert.rejects(run(process.execPath, ['scripts/bench.mjs', '--sizes', 'XXL']), { code: 2 });
  });

  describe('gates', () => {
    const figures = (
      name: string,
      over: { ratio?: number; read?: number; add?: number; bytes?: number } = {},
    ): Figures => ({
      size: SIZES.find(size => size.name === name) ?? assert.fail(),
      codingBytes: 1,
      opening: { baseline: 10, open: 20, ratio: over.ratio ?? 2, heap: 1, transcriptsRead: over.read ?? 0 },
      changing: { add: 9, remove: 9, addInMemory: over.add ?? 1, removeInMemory: 1, bytesPerAdd: over.bytes ?? 100 },
      looking: { tree: 1, entries: 1, uses: 1, excerpts: 1, excerptCount: 1, excerptTranscripts: 1 },
    });
    const broken = (...measured: Figures[]): string[] =>
      gates(measured)
        .filter(gate => !gate.holds)
        .map(gate => gate.name);

    it('hold where nothing grows', () => assert.deepEqual(broken(figures('S'), figures('L')), []));

    it('take the size of the changed file out of the growth', () => {
      assert.deepEqual(broken(figures('S'), figures('M', { add: 2, bytes: 200 })), []);
    });

    it('name what is broken', () => {
      assert.deepEqual(broken(figures('S', { ratio: 3.1 })), [
        'opening S costs at most 3 × reading and parsing its coding lines',
      ]);
      assert.deepEqual(broken(figures('S', { read: 1 })), ['no transcript is read on opening S']);
      assert.deepEqual(broken(figures('S'), figures('L', { add: 2, bytes: 200 })), [
        'adding a coding without the disk at L costs at most 1.5 × what it costs at S',
        'adding a coding at L costs at most 1.5 × what it costs at S in bytes written',
      ]);
    });

    it('name what is broken in the code picker', () => {
      const fine = { codes: 2, codings: 2, open: 1, prepare: 1, dearestStep: 1, keystroke: 1, dearest: 1 };
      const ratios = { keystrokeToPass: 1, openToPass: 2, growth: 4, prepareGrowth: 4 };
      const broken = (over: Partial<typeof ratios>): string[] =>
        gates([], undefined, undefined, { ...fine, ...ratios, ...over })
          .filter(gate => !gate.holds)
          .map(gate => gate.name);
      assert.deepEqual(broken({}), []);
      assert.deepEqual(broken({ keystrokeToPass: 3.1, growth: 16 }), [
        'a letter in the code picker costs at most 3 × a plain look through the text of all codes',
        'a letter among four times the codes takes at most 8 × the time',
      ]);
      assert.equal(broken({ openToPass: 9, prepareGrowth: 9 }).length, 2);
    });

    it('do not judge the opening of a study too small to tell', () => {
      assert.deepEqual(broken(figures('XS', { ratio: 10 })), []);
    });
  });
});
