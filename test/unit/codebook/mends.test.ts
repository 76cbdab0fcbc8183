import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { likeColors } from '../../../src/core/codebook/mend/color.js';
import { mendAll, mendsFor } from '../../../src/core/codebook/mend/mends.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { apply, check, messyText } from './support.js';

const NONE: ReadonlySet<string> = new Set();

/** The ways to mend the first problem of a rule: what each is, and the text it leaves. */
function mended(raw: string, rule: string, used: ReadonlySet<string> = NONE): [string, string][] {
  const problem = parseCodebook(raw).problems.find(it => it.rule === rule);
  assert.ok(problem, `there is no ${rule}`);
  return mendsFor(raw, problem, used).map(({ kind, value, edits }) => [
    [kind, value].filter(part => part !== undefined).join(' '),
    apply(raw, edits),
  ]);
}

/** The same for a heading alone: what its line becomes. */
function heading(line: string, rule: string, used?: ReadonlySet<string>): [string, string][] {
  return mended(`# Codebook\n\n${line}\n`, rule, used).map(([what, text]) => [what, text.split('\n')[2] ?? '']);
}

describe('mending a codebook', () => {
  it('closes braces', () => {
    assert.deepEqual(heading('## Hope {#hope color=red', 'codebook-attributes'), [
      ['close-braces }', '## Hope {#hope color=red}'],
    ]);
    assert.deepEqual(heading('## Hope {#hope formerly="a b', 'codebook-attributes'), [
      ['close-braces "}', '## Hope {#hope formerly="a b"}'],
    ]);
  });

  for (const [before, after] of [
    ['## Hope {#hope, theme}', '{#hope .theme}'],
    ['## Hope {#hope color = amber}', '{#hope color=amber}'],
    ['## Hope {#hope colour: amber}', '{#hope color=amber}'],
    ['## Hope {#hope formerly=“sharing story”}', '{#hope formerly="sharing story"}'],
    ['## Hope {#hope Amber Candidate}', '{#hope color=amber .candidate}'],
  ] as const) {
    it(`reads “${before}” as it is meant`, () => {
      assert.deepEqual(heading(before, 'codebook-attributes'), [[`repair-braces ${after}`, `## Hope ${after}`]]);
    });
  }

  it('takes out of braces what nobody can read', () => {
    assert.deepEqual(heading('## Hope {#hope what ever .theme} ##', 'codebook-attributes'), [
      ['remove-parts what ever', '## Hope {#hope .theme} ##'],
    ]);
  });

  it('takes a second id away, but not one that codings use', () => {
    const line = '## Hope {#hope .theme #other}';
    assert.deepEqual(heading(line, 'codebook-attributes'), [['remove-second-id other', '## Hope {#hope .theme}']]);
    assert.deepEqual(heading(line, 'codebook-attributes', new Set(['other'])), []);
  });

  it('offers colours that come near, or none', () => {
    assert.deepEqual(heading('## Hope {#hope color=yellow}', 'codebook-color'), [
      ['set-color amber', '## Hope {#hope color=amber}'],
      ['set-color lime', '## Hope {#hope color=lime}'],
      ['remove-color yellow', '## Hope {#hope}'],
    ]);
    assert.deepEqual(likeColors('#Fa3'), ['#ffaa33']);
    assert.deepEqual(likeColors('a0b1c2'), ['#a0b1c2']);
    assert.equal(likeColors('purpel')[0], 'purple');
    assert.equal(likeColors('gray')[0], 'grey');
    assert.deepEqual(likeColors('wxyzwxyz'), []);
  });

  it('gives the second of two headings an id of its own that nothing has', () => {
    const raw = '# C\n\n## A {#x}\n\n## Hope {#x color=red}\n\n## B {#b formerly=hope}\n';
    assert.deepEqual(mended(raw, 'duplicate-code-id', new Set(['hope-2'])), [
      ['new-id hope-3', raw.replace('{#x color', '{#hope-3 color')],
    ]);
  });

  it('takes a former id away where another heading has it', () => {
    const raw = '# C\n\n## A {#a formerly="b c"}\n\n## B {#b}\n';
    assert.deepEqual(mended(raw, 'former-id-conflict'), [['remove-former b', raw.replace('"b c"', 'c')]]);
    const only = '# C\n\n## A {#a formerly=b}\n\n## B {#b}\n';
    assert.deepEqual(mended(only, 'former-id-conflict'), [['remove-former b', only.replace(' formerly=b', '')]]);
  });

  it('offers parents that come near, none of them within the heading itself', () => {
    const raw = '# C\n\n## Themes {#themes .theme}\n\n## A {#theme-a parent=theme}\n\n### B {#theme-b}\n';
    assert.deepEqual(
      mended(raw, 'parent-unknown').map(([what]) => what),
      ['set-parent themes', 'remove-parent theme'],
    );
  });

  it('breaks a circle', () => {
    const raw = '# C\n\n## A {#a parent=b}\n\n### B {#b}\n';
    assert.deepEqual(mended(raw, 'parent-cycle'), [['remove-parent b', raw.replace(' parent=b', '')]]);
  });

  it('adds a title, below front matter and above all else', () => {
    assert.deepEqual(mended('## A\n', 'codebook-title'), [['add-title', '# Codebook\n\n## A\n']]);
    assert.deepEqual(mended('---\nx: 1\n---\n\nWords.\n\n## A\n', 'codebook-title'), [
      ['add-title', '---\nx: 1\n---\n\n# Codebook\n\nWords.\n\n## A\n'],
    ]);
  });

  it('puts a title above a theme that stands in its place, and all a level down', () => {
    assert.deepEqual(mended('# A {.theme}\n\n## B\n\nC\n=\n', 'codebook-title'), [
      ['add-title', '# Codebook\n\n## A {.theme}\n\n### B\n\nC\n-\n'],
      ['bare-title', '# A\n\n## B\n\nC\n=\n'],
    ]);
  });

  it('lowers a second heading of level 1 with what is in it', () => {
    assert.deepEqual(mended('# C\n\n# A {.theme}\n\n## B ##\n\n# D\n', 'codebook-second-title'), [
      ['lower-heading', '# C\n\n## A {.theme}\n\n### B ##\n\n# D\n'],
    ]);
    assert.deepEqual(mended('# C\n\n# A\n\n###### B\n', 'codebook-second-title'), []);
  });

  it('makes an id safe and keeps the old one as a former one', () => {
    assert.deepEqual(heading('## A {id="it\\"s"}', 'codebook-id'), [['new-id it-s', '## A {#it-s formerly="it\\"s"}']]);
    assert.deepEqual(heading('## A {id="two words"}', 'codebook-id'), [['new-id two-words', '## A {#two-words}']]);
    assert.deepEqual(heading('## A {id="two words"}', 'codebook-id', new Set(['two words'])), []);
  });

  it('finds the heading that was reported when its line has moved, and leaves alone what is mended already', () => {
    const raw = '# C\n\n## A {color=yellow}\n';
    const [problem] = parseCodebook(raw).problems;
    assert.ok(problem);
    const moved = `# C\n\nWords.\n\n## A {color=yellow}\n`;
    assert.equal(mendsFor(moved, problem, NONE)[0]?.edits[0]?.line, 4);
    assert.deepEqual(mendsFor('# C\n\n## A {color=red}\n', problem, NONE), []);
  });

  it('mends in one go all that is safe to mend, of one rule or of all', () => {
    const raw = '# C\n\n## A {#a\n\n## B {#a}\n\n# D\n\n## E {color=yellow}\n\n## F {#f formerly="a';
    const braces = mendAll(raw, NONE, 'codebook-attributes');
    assert.equal(braces.mended, 2);
    assert.equal(apply(raw, braces.edits), raw.replace('{#a\n', '{#a}\n').replace(/$/, '"}'));
    const all = mendAll(raw, NONE);
    assert.equal(apply(raw, all.edits), '# C\n\n## A {#a}\n\n## B {#b}\n\n## D\n\n### E {color=yellow}\n\n### F {#f}');
    assert.deepEqual(mendAll('# C\n', NONE), { edits: [], mended: 0 });
  });

  it('rids any document of the problem it is for, and no coding changes hands where that is safe', () => {
    check(
      fc.property(messyText, raw => {
        const book = parseCodebook(raw);
        for (const problem of book.problems) {
          for (const { kind, edits, safe } of mendsFor(raw, problem, NONE)) {
            const after = parseCodebook(apply(raw, edits));
            const count = (it: typeof book): number => it.problems.filter(({ rule }) => rule === problem.rule).length;
            assert.ok(count(after) < count(book) || after.problems.length < book.problems.length, kind);
            if (!safe) continue;
            const owners = (it: typeof book): (string | undefined)[] =>
              book.entries.flatMap(({ id, formerly }) => [id, ...formerly].map(each => it.find(each)?.title));
            assert.deepEqual(owners(after), owners(book), kind);
          }
        }
        mendAll(raw, NONE);
      }),
      300,
    );
  });
});
