import assert from 'node:assert/strict';
import fc from 'fast-check';
import { someUsesOf, usesOf } from '../../../src/core/analysis/codeUse.js';
import type { CodebookEntry } from '../../../src/core/codebook/codebook.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import type { UseInFile } from '../../../src/core/study/codeUses.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { CODEBOOK } from '../support/studies.js';

/** How many codings of a code, under its id or its former one, each coder has in each transcript. */
const anyCounts = fc.array(
  fc.record({
    coder: fc.constantFrom('EA', 'Bo', 'Cy'),
    transcript: fc.constantFrom('a', 'b', 'c', 'd'),
    codes: fc.array(fc.constantFrom('hope', 'optimism', 'being-heard'), { maxLength: 4 }),
  }),
  { maxLength: 9 },
);

async function studyWith(counts: readonly { coder: string; transcript: string; codes: readonly string[] }[]) {
  const files: Record<string, string> = { 'codebook.md': CODEBOOK };
  let made = 0;
  for (const { coder, transcript, codes } of counts)
    files[`codings/${coder}/${transcript}.jsonl`] = codes
      .map(code => `${formatCodingLine(coding({ code, id: `id${made++}` }))}\n`)
      .join('');
  const study = new Study(new MemoryStore(files), fixedEnvironment());
  await study.refresh();
  return { study, hope: study.entry('hope') as CodebookEntry };
}

/** The first of each file in turn, worked out from all uses. */
function firstInTurn(uses: readonly UseInFile[], without: ReadonlySet<string>, most: number): string[][] {
  const left = uses
    .map(({ codings }) => codings.map(({ id }) => id).filter(id => !without.has(id)))
    .filter(ids => ids.length > 0);
  const taken = left.map((): string[] => []);
  for (let count = 0; count < most && left.some(ids => ids.length > 0); ) {
    for (const [i, ids] of left.entries()) {
      const id = count < most ? ids.shift() : undefined;
      if (id === undefined) continue;
      taken[i]?.push(id);
      count++;
    }
  }
  return taken.filter(ids => ids.length > 0);
}

describe('a few uses of a code', () => {
  it('are the first of each file in turn, former ids included', async () => {
    await fc.assert(
      fc.asyncProperty(anyCounts, fc.nat(8), fc.array(fc.nat(12)), async (counts, most, numbers) => {
        const { study, hope } = await studyWith(counts);
        const without = new Set(numbers.map(number => `id${number}`));
        const found = someUsesOf(study, hope, { without, most }).map(({ codings }) => codings.map(({ id }) => id));
        assert.deepEqual(found, firstInTurn(usesOf(study, hope), without, most));
      }),
      { numRuns: 300 },
    );
  });

  it('sort the codings of no more files than are shown', async () => {
    const counts = Array.from({ length: 50 }, (_, i) => ({ coder: 'EA', transcript: `t-${i}`, codes: ['hope'] }));
    const { study, hope } = await studyWith(counts);
    const looked = new Set<string>();
    for (const file of study.index.allFiles()) {
      const { codings } = file;
      const get = (): readonly Coding[] => {
        looked.add(file.path);
        return codings;
      };
      Object.defineProperty(file, 'codings', { get });
    }
    assert.equal(someUsesOf(study, hope, { without: new Set(), most: 5 }).length, 5);
    assert.equal(looked.size, 5);
  });
});
