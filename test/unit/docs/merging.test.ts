import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MERGED_SAMPLES } from '../../../src/core/merge/attributes.js';
import { type Block, blocksOf, Machine, type Ran } from './support/recipes.js';

/** Every recipe of docs/merging.md, run as it is written, in its order, on one machine. */
describe('the recipes for merging', () => {
  const machine = new Machine();
  const blocks = blocksOf('docs/merging.md');
  const results = new Map<Block, Ran>();

  before(async function () {
    this.timeout(60_000);
    await machine.setUp();
    const [install] = blocksOf('docs/reviewing.md').filter(({ section }) => section === 'Getting `verbatim`');
    assert.equal(machine.run(install?.text ?? '', path.resolve('.')).exit, 0);
    for (const block of blocks) if (block.language === 'sh') results.set(block, machine.run(block.text));
  });
  after(() => machine.remove());

  it('are all there, and none fails', () => {
    assert.equal(results.size, 6);
    for (const [{ text }, { exit, err }] of results) assert.deepEqual([exit, err], [0, ''], text);
  });

  it('print what the page says they print', () => {
    const shown = blocks.flatMap((block, i) => (block.language === 'text' ? [[blocks[i - 1], block]] : []));
    assert.equal(shown.length, 5);
    for (const [script, printed] of shown as [Block, Block][])
      assert.equal(results.get(script)?.out, printed.text, script.text);
  });

  it('come to the same with the driver and without it, and leave nothing behind', () => {
    const { out } = machine.run('git log -1 --format=%s; grep -c s8m34tn7bg codings/MB/transcripts/np-02.jsonl');
    assert.equal(out, "Merge branch 'other-machine'\n1\n");
    assert.match(machine.run('grep s8m34tn7bg codings/MB/transcripts/np-02.jsonl').out, /"bridge"/);
    assert.doesNotMatch(machine.run('cat codings/MB/transcripts/np-02.jsonl').out, /plain-words/);
    assert.equal(machine.run('git status --porcelain; git config --get-regexp merge || true').out, '');
  });

  it('are about the files that are merged by meaning', () => {
    const page = readFileSync('docs/merging.md', 'utf8');
    for (const file of MERGED_SAMPLES.filter(each => !each.includes('/')))
      assert.ok(page.includes(`\`${file}\``), file);
  });
});
