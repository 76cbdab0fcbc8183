import assert from 'node:assert/strict';
import type { Environment } from '../../../src/core/ports.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { Study } from '../../../src/core/study/study.js';
import { benchOf, take } from '../review/support/taking.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODES = 40;
const CODEBOOK = `# Codebook\n\n${Array.from({ length: CODES }, (_, i) => `## Code ${i} {#code-${i}}\n`).join('\n')}`;
const line = (id: number): string => `{"code": "code-1", "quote": "a", "at": [0, 1], "id": "coding${id}"}\n`;

/** A study in memory, and how often others could have had their turn since it was asked last. */
function counting(files: Record<string, string>): { study: Study; store: MemoryStore; turns: () => number } {
  let turns = 0;
  const pause = (): undefined => {
    turns++;
  };
  const environment: Environment = { ...fixedEnvironment(), takingTurns: () => pause };
  const store = new MemoryStore(files);
  const since = (): number => {
    const count = turns;
    turns = 0;
    return count;
  };
  return { study: new Study(store, environment), store, turns: since };
}

describe('long work on a study lets others have their turn', () => {
  it('after each file, when it is opened', async () => {
    const files = Array.from({ length: 30 }, (_, i) => [`codings/EA/transcripts/pp-${i}.jsonl`, line(i)]);
    const { study, turns } = counting(Object.fromEntries(files));
    await study.refresh();
    assert.equal(study.index.size, 30);
    assert.ok(turns() >= 30);
  });

  it('after each of many changes to the codebook', async () => {
    const { study, store, turns } = counting({ 'codebook.md': CODEBOOK });
    await study.refresh();
    turns();
    const changes = Array.from({ length: CODES }, (_, i) => {
      return { do: 'rename', entry: `code-${i}`, title: `Another ${i}` } as const;
    });
    await changeCodebookOf(study, ...changes);
    assert.ok(turns() >= CODES);
    assert.equal(store.text('codebook.md')?.match(/^## Another/gm)?.length, CODES);
    assert.equal(store.calls.replace, 1);
  });

  it('after each of many changes of a comparison that are accepted', async () => {
    const mine = { 'codebook.md': CODEBOOK };
    const theirs = { 'codebook.md': CODEBOOK.replace(/## Code (\d+)/g, '## Another $1') };
    const bench = await benchOf(mine, theirs, mine);
    let turns = 0;
    Object.assign(bench.study.environment, { takingTurns: () => () => void turns++ });
    const { done } = await take(bench, bench.sources.changes, 'after');
    assert.equal(done.length, CODES);
    assert.ok(turns >= CODES);
    assert.equal(bench.store.text('codebook.md'), theirs['codebook.md']);
  });

  it('and a codebook that somebody changes meanwhile is worked on anew', async () => {
    const { study, store } = counting({ 'codebook.md': CODEBOOK });
    await study.refresh();
    store.beforeReplace = () => store.put('codebook.md', CODEBOOK.replace('Code 2 ', 'Theirs '));
    await changeCodebookOf(study, { do: 'rename', entry: 'code-1', title: 'Ours' });
    assert.match(store.text('codebook.md') ?? '', /## Ours \{#code-1\}\n\n## Theirs/);
  });
});
