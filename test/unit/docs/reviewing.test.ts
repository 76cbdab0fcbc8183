import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Block, blocksOf, Machine, type Ran } from './support/recipes.js';

/** Every recipe of docs/reviewing.md, run as it is written, in its order, on one machine. */
describe('the recipes for reviewing', () => {
  const machine = new Machine();
  const blocks = blocksOf('docs/reviewing.md');
  const scripts = blocks.filter(({ language }) => language === 'sh');
  const results = new Map<Block, Ran>();

  before(async function () {
    this.timeout(60_000);
    await machine.setUp();
    for (const block of blocks) {
      if (block.language === 'gitattributes') writeFileSync(path.join(machine.study, '.gitattributes'), block.text);
      if (block.language !== 'sh') continue;
      const isHere = block.section.startsWith('Getting');
      results.set(block, machine.run(block.text, isHere ? path.resolve('.') : machine.study));
    }
  });
  after(() => machine.remove());

  const resultOf = (beginning: string): Ran => {
    const block = scripts.find(({ text }) => text.includes(beginning)) ?? assert.fail(beginning);
    return results.get(block) ?? assert.fail(beginning);
  };

  it('are all there, and none fails', () => {
    assert.equal(scripts.length, 9);
    for (const [{ text }, { exit, err }] of results) {
      // Changes are no failure.
      const isDiff = /^verbatim diff [^|]*$/.test(text.trim());
      assert.deepEqual([exit, err], [isDiff ? 1 : 0, ''], text);
    }
  });

  it('print what the page says they print', () => {
    const shown = blocks.flatMap((block, i) =>
      ['text', 'diff'].includes(block.language) ? [[blocks[i - 1], block]] : [],
    );
    assert.equal(shown.length, 3);
    for (const [script, printed] of shown as [Block, Block][])
      assert.equal(results.get(script)?.out, printed.text, script.text);
  });

  it('are told alike on the page about the command line', () => {
    const page = readFileSync('docs/command-line.md', 'utf8');
    const shown = [...page.matchAll(/^```\n\$ (verbatim (?:diff|textconv)[^\n]*)\n(.*?)^(?:…\n)?```$/gms)];
    assert.equal(shown.length, 2);
    for (const [, command = '', printed = ''] of shown) {
      const { out } = machine.run(`${command} || true`);
      assert.equal(out.slice(0, printed.length), printed, command);
    }
  });

  it('make log, show and blame read well: blocks for codings, headings over changes of the codebook', () => {
    const { out } = resultOf('git log -p');
    assert.doesNotMatch(out, /^[+-]\{"code"/m);
    assert.match(out, /^\+rank-returns {2}\w{10}$/m);
    assert.match(out, /^-own-story {2}s8m34tn7bg\n\+hope {2}s8m34tn7bg$/m);
    assert.match(out, /^[0-9a-f]{7,} \(MB .*\) hope {2}s8m34tn7bg$/m);
    assert.match(machine.run('git show mb-second-reading -- codebook.md').out, /^@@ .* @@ .*\{#.*\}$/m);
  });

  it('leave what is stored as it is, and can be taken back', () => {
    assert.equal(machine.run('git status --porcelain').out, '?? .gitattributes\n');
    const raw = machine.run('git diff main~1 mb-second-reading -- codings').out;
    assert.match(raw, /^[+-]\{"code": /m);
    const patch =
      'git config diff.verbatim.textconv "verbatim textconv"; git format-patch --stdout main..mb-second-reading';
    assert.match(machine.run(patch).out, /^\+\{"code": "hope"/m);
  });

  it('post the comment by hand', () => {
    const [comment] = machine.comments;
    assert.equal(comment?.user.login, 'mb-second-reading');
    assert.match(
      comment?.body ?? '',
      /^## Coding changes\n\n\*\*13 changes\*\* in `mb-second-reading` since it branched off `main`\./,
    );
  });

  it('put the workflow and the command line where the workflow looks for them', () => {
    const tracked = machine.run('git ls-files .github').out.trim().split('\n');
    assert.deepEqual(tracked, ['.github/verbatim/cli.js', '.github/workflows/coding-changes.yml']);
    const workflow = readFileSync(path.join(machine.study, '.github/workflows/coding-changes.yml'), 'utf8');
    assert.ok(workflow.includes('.github/verbatim/cli.js'));
  });
});
