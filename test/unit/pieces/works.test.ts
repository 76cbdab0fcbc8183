import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementOf } from '../../../src/core/analysis/agreement/agreementOf.js';
import { disagreementsOf } from '../../../src/core/analysis/agreement/disagreementsOf.js';
import type { Corpus } from '../../../src/core/analysis/corpus/corpus.js';
import { atOnce, inPieces, type Pause } from '../../../src/core/pieces.js';
import { opened } from '../analysis/agreement/support/studies.js';
import { anyStudy, corpusOf } from '../analysis/matrix/support/anyStudy.js';
import { FILES } from '../analysis/query/support/smallCorpus.js';
import { Meter } from './support/meter.js';
import { WORKS } from './support/works.js';

/** What came of work, in a form that two of them can be compared by. */
const plain = (value: unknown): string => JSON.stringify(value);

function assertSame(found: unknown, expected: string, name: string): void {
  assert.ok(plain(found) === expected, name);
}

/** What everything comes to in a study that nobody has asked anything of. */
async function expectedOf(files: Parameters<typeof corpusOf>[0]): Promise<Map<string, string>> {
  const expected = new Map<string, string>();
  for (const [name, work] of Object.entries(WORKS)) expected.set(name, plain(atOnce(work(await corpusOf(files)))));
  return expected;
}

describe('what is worked out in pieces', () => {
  it('comes to the same whatever else is worked out between two pieces', async () => {
    const property = fc.asyncProperty(anyStudy, async files => {
      const expected = await expectedOf(files);
      const corpus = await corpusOf(files);
      let open = Object.entries(WORKS).map(([name, work]) => ({ name, work: work(corpus) }));
      while (open.length > 0) {
        const left: typeof open = [];
        for (const each of open) {
          const piece = each.work.next();
          if (piece.done === true) assertSame(piece.value, expected.get(each.name) ?? '', each.name);
          else left.push(each);
        }
        open = left;
      }
    });
    await fc.assert(property, { numRuns: 20 });
  });

  it('goes no further once it is cancelled, and leaves nothing that others would find', async () => {
    const property = fc.asyncProperty(anyStudy, fc.nat(30), async (files, pieces) => {
      const expected = await expectedOf(files);
      const corpus = await corpusOf(files);
      for (const [name, work] of Object.entries(WORKS)) {
        let done = 0;
        const cancellation = { cancelled: false };
        const pause: Pause = () => {
          cancellation.cancelled = ++done > pieces;
          return undefined;
        };
        const found = await inPieces(work(corpus), { cancellation, pause });
        assert.ok(done <= pieces + 1, name);
        if (cancellation.cancelled) assert.equal(found, undefined, name);
        assertSame(atOnce(work(corpus)), expected.get(name) ?? '', name);
      }
    });
    await fc.assert(property, { numRuns: 15 });
  });

  for (const [name, work] of Object.entries(WORKS)) {
    it(`is done in pieces that do not grow with the study: ${name}`, async () => {
      const corpus = await corpusOf(FILES);
      const most = (times: number): { most: number; all: number } => {
        const meter = new Meter();
        return meter.run(work(meter.over(corpus, times)));
      };
      const [few, many] = [most(300), most(1200)];
      assert.ok(many.all > 2 * few.all, `${few.all} looks, then ${many.all}`);
      // Where pieces begin differs from study to study, so that some are a little larger.
      assert.ok(many.most <= few.most * 1.5, `${few.most} looks at most, then ${many.most}`);
    });
  }
});

describe('comparing coders in pieces', () => {
  const BOTH = { ...FILES, 'codings/MB/transcripts/pp-03.jsonl': FILES['codings/EA/transcripts/pp-03.jsonl'] ?? '' };

  /** The most looks at excerpts between two pauses. */
  async function mostLooks(times: number, compare: (corpus: Corpus, pause: Pause) => Promise<unknown>) {
    const { corpus } = await opened(BOTH);
    const meter = new Meter();
    const large = meter.over(corpus, times);
    let [before, most] = [0, 0];
    const look = (): undefined => {
      most = Math.max(most, meter.looks - before);
      before = meter.looks;
    };
    await compare(large, look);
    look();
    return { most, all: meter.looks };
  }
  const texts = { transcript: async () => undefined, said: () => undefined, readers: () => [] };

  for (const [name, compare] of Object.entries({
    figures: (corpus: Corpus, pause: Pause) => agreementOf(corpus, { unit: 'character' }, texts, { pause }),
    disagreements: (corpus: Corpus, pause: Pause) => disagreementsOf(corpus, { unit: 'character' }, texts, { pause }),
  })) {
    it(`is done in pieces that do not grow with the study: ${name}`, async () => {
      const [few, many] = [await mostLooks(20, compare), await mostLooks(80, compare)];
      assert.ok(many.all > 3 * few.all, `${few.all} looks, then ${many.all}`);
      assert.ok(many.most <= few.most * 1.05, `${few.most} looks at most, then ${many.most}`);
    });
  }

  it('ends at once where a pause says that nobody wants to know', async () => {
    const { corpus } = await opened(BOTH);
    const large = new Meter().over(corpus, 50);
    let pauses = 0;
    const pause: Pause = () => {
      if (++pauses === 70) throw new Error('given up');
      return undefined;
    };
    await assert.rejects(agreementOf(large, { unit: 'character' }, texts, { pause }), /given up/);
    assert.equal(pauses, 70);
  });
});
