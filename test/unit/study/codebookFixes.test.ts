import assert from 'node:assert/strict';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { codebookFixesFor, mendAllOfCodebook, mendCodebook } from '../../../src/core/study/codebookFixes.js';
import { hintsOf } from '../../../src/core/study/hints/hints.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

async function open(codebook: string) {
  const store = new MemoryStore({
    'transcripts/pp-01.md': '**I:** Why?\n',
    'codebook.md': codebook,
    'codings/EA/transcripts/pp-01.jsonl': '{"code": "hope", "quote": "I:", "at": [2, 4], "id": "aaaaaaaaaa"}\n',
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  const found = (rule: string) => {
    const problem = [...study.codebook.problems, ...hintsOf(study)].find(it => it.rule === rule);
    assert.ok(problem, rule);
    return problem;
  };
  return { store, study, found };
}

describe('the light bulb on the codebook', () => {
  it('offers for each hint what follows from it, and to turn its rule off', async () => {
    const { study, found } = await open(
      '# C\n\n## T {#t .theme}\n\n### Hope {#hope}\n\n## Hopes {#hopes}\n\n## Tea {#tea}\n\nWords.\n',
    );
    const fixes = (rule: string) =>
      codebookFixesFor(study, found(rule)).map(fix =>
        fix.do === 'change' ? JSON.stringify([fix.change, fix.title, fix.into, fix.excerpts]) : fix.do,
      );
    assert.deepEqual(fixes('code-without-definition'), ['define', 'turn-off']);
    assert.deepEqual(fixes('label-only-theme'), ['define', 'turn-off']);
    assert.deepEqual(fixes('single-code-theme'), [
      '[{"do":"delete","entries":["t"],"contents":"keep"},"T",null,0]',
      'turn-off',
    ]);
    assert.deepEqual(fixes('unused-code'), [
      '[{"do":"delete","entries":["hopes"],"contents":"keep"},"Hopes",null,0]',
      'turn-off',
    ]);
    assert.deepEqual(fixes('near-duplicate-code'), [
      '[{"do":"merge","from":["hopes"],"into":"hope"},"Hopes","Hope",0]',
      '[{"do":"merge","from":["hope"],"into":"hopes"},"Hope","Hopes",1]',
      'turn-off',
    ]);
  });

  it('offers changes that can be made, and that settle the hint', async () => {
    const { study, found } = await open('# C\n\n## T {#t .theme}\n\nAbout.\n\n### Hope {#hope}\n\nWords.\n');
    const [fix] = codebookFixesFor(study, found('single-code-theme'));
    assert.equal(fix?.do, 'change');
    if (fix?.do === 'change') await changeCodebookOf(study, fix.change);
    assert.deepEqual(hintsOf(study), []);
    assert.equal(study.entry('hope')?.parent, undefined);
  });

  it('offers no change to the second of two headings with one id, which would be made to the first', async () => {
    const { study } = await open('# C\n\n## Hope {#hope}\n\nWords.\n\n## Tea {#hope}\n');
    const second = hintsOf(study).find(hint => hint.line === 7);
    assert.ok(second);
    assert.deepEqual(
      codebookFixesFor(study, second).map(fix => fix.do),
      ['turn-off'],
    );
  });

  it('mends one problem, or all of its rule where that is safe', async () => {
    const raw = '# C\n\n## Hope {#hope\n\nWords.\n\n## Tea {#tea color=yellow\n\nWords.\n';
    const { store, study, found } = await open(raw);
    const problem = found('codebook-attributes');
    const fixes = codebookFixesFor(study, problem);
    assert.deepEqual(fixes, [
      { do: 'mend', kind: 'close-braces', value: '}' },
      { do: 'mend-all', rule: 'codebook-attributes', count: 2 },
    ]);
    assert.equal((await mendCodebook(study, problem, { do: 'mend', kind: 'close-braces', value: '}' })).length, 1);
    assert.equal(store.text('codebook.md'), raw.replace('#hope', '#hope}'));
    assert.deepEqual(await mendCodebook(study, problem, { do: 'mend', kind: 'set-color', value: 'x' }), []);
    assert.equal((await mendAllOfCodebook(study)).length, 1);
    assert.equal(store.text('codebook.md'), raw.replace('#hope', '#hope}').replace('yellow', 'yellow}'));
    assert.deepEqual(await mendAllOfCodebook(study), []);
  });
});
