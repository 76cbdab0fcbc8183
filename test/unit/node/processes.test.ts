import assert from 'node:assert/strict';
import { seeded } from '../../../bench/random.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { WRITTEN_FILE, type Writer, Writers } from './support/writers.js';

describe('several processes that code one study', () => {
  const writers = new Writers();
  before(() => writers.build());
  after(() => writers.remove());

  // As many as in the soak, with fewer codings each.
  it('lose nothing and double nothing: 8 × 40 codings in one file are 320', function () {
    this.timeout(120_000);
    return writers.allAtOnce(8, 40);
  });

  it('keep every acknowledged coding when one is killed at any moment, and the next goes on at once', async function () {
    this.timeout(60_000);
    writers.newStudy();
    const random = seeded(7);
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round++) {
      const writer = writers.start(`r${String.fromCharCode(97 + round)}`, 1000);
      await killedAfter(writer, 1 + Math.floor(random() * 6), random());
      acknowledged.push(...writer.acknowledged());
      const there = new Set(writers.inFile());
      assert.deepEqual(
        acknowledged.filter(id => !there.has(id)),
        [],
        `lost in round ${round}`,
      );
    }
    assert.ok(acknowledged.length >= 20);
    const store = new NodeFileStore(writers.root);
    const before = await store.read(WRITTEN_FILE);
    assert.equal(await store.replace(WRITTEN_FILE, before, before), true);
  });

  /** Kills a writer some codings after its start, at a random moment within the next one. */
  async function killedAfter(writer: Writer, codings: number, part: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let times: number[] = [];
      writer.child.on('close', () => reject(new Error('The writer ended before it was killed.')));
      writer.child.stdout?.on('data', () => {
        times = [...times, performance.now()];
        if (writer.acknowledged().length < codings) return;
        const usual = times.length < 2 ? 2 : ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);
        setTimeout(resolve, usual * part);
      });
    }).finally(() => writer.child.kill('SIGKILL'));
    await writer.end;
  }
});
