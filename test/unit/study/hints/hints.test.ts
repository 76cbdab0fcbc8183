import assert from 'node:assert/strict';
import { hintsOf } from '../../../../src/core/study/hints/hints.js';
import { HINT_RULES, isHintRule } from '../../../../src/core/study/hints/rules.js';
import { Study } from '../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

const coded = (...codes: readonly string[]): string =>
  codes.map((code, i) => `{"code": "${code}", "quote": "I:", "at": [2, 4], "id": "aaaaaaaaa${i}"}\n`).join('');

/** The hints on a codebook, as `rule:line`, in a study of so many transcripts of which the first is coded. */
async function hints(lines: readonly string[], codes: readonly string[] = [], transcripts = 1): Promise<string[]> {
  const study = new Study(
    new MemoryStore({
      ...Object.fromEntries(Array.from({ length: transcripts }, (_, i) => [`transcripts/pp-${i}.md`, '**I:** Why?\n'])),
      'codebook.md': `# Codebook\n${lines.join('\n')}\n`,
      ...(codes.length > 0 ? { 'codings/EA/transcripts/pp-0.jsonl': coded(...codes) } : {}),
    }),
    fixedEnvironment(),
  );
  await study.refresh();
  const found = hintsOf(study);
  for (const { rule, severity, message, remedy } of found) {
    assert.ok(isHintRule(rule) && severity === 'hint');
    assert.ok(/[.)]$/.test(message) && /\.$/.test(remedy));
  }
  return found.map(({ rule, line }) => `${rule}:${line}`);
}

/** A heading of the second level with a definition. */
const code = (title: string, ...more: readonly string[]): string[] => [`## ${title}`, '', 'Its words.', '', ...more];

describe('hints on a codebook', () => {
  it('names each rule once', () => {
    assert.equal(new Set(HINT_RULES).size, HINT_RULES.length);
    assert.equal(isHintRule('codebook-color'), false);
  });

  it('has nothing to say of a codebook that is as it should be', async () => {
    assert.deepEqual(
      await hints(['## Theme {.theme}', 'About.', '### Hope', 'Words.', '### Fear', 'Words.'], ['hope', 'fear']),
      [],
    );
  });

  it('misses a definition', async () => {
    assert.deepEqual(await hints(['## Hope', '## Fear', 'Include: this.']), [
      'code-without-definition:2',
      'code-without-definition:3',
    ]);
  });

  it('leaves candidates alone, and what only marks the scope', async () => {
    assert.deepEqual(
      await hints(
        [
          '## Try {.theme .candidate}',
          '### Hope {.candidate}',
          '## In scope {.scope}',
          '## Deep {.theme .scope}',
          '### One',
        ],
        ['hope'],
      ),
      [],
    );
  });

  it('finds codes that nothing is coded with, once half of the transcripts are coded', async () => {
    const book = [...code('Hope'), ...code('Fear {formerly="dread"}'), ...code('Tea')];
    assert.deepEqual(await hints(book, ['hope', 'dread'], 2), ['unused-code:10']);
    assert.deepEqual(await hints(book, ['hope', 'dread'], 3), []);
    assert.deepEqual(await hints(book), []);
  });

  it('takes a code for used when one in it is', async () => {
    assert.deepEqual(await hints([...code('Hope'), '### Deeper', 'Words.'], ['deeper']), []);
  });

  it('finds codes of almost the same name, at the later heading', async () => {
    assert.deepEqual(await hints([...code('Own story'), ...code('Own stories')]), ['near-duplicate-code:6']);
  });

  it('takes a theme and the code in it, which may have the same name, for two things', async () => {
    assert.deepEqual(await hints(['## Hope {.theme}', 'About.', '### Hope', 'Words.', '### Fear', 'Words.']), []);
  });

  it('finds a theme that holds a single code and nothing else', async () => {
    const theme = ['## Theme {.theme}', 'About.', '### Hope', 'Words.'];
    assert.deepEqual(await hints(theme), ['single-code-theme:2']);
    assert.deepEqual(await hints([...theme, '#### Deeper', 'Words.']), []);
    assert.deepEqual(await hints([...theme, '### Sub {.theme}', 'About.', '#### A', 'Words.', '#### B', 'Words.']), []);
    assert.deepEqual(await hints(['## Theme {.theme}', 'About.']), []);
  });

  it('finds a theme that is only a label; any text below it makes it more', async () => {
    const two = ['### Hope', 'Words.', '### Fear', 'Words.'];
    const found = async (...text: readonly string[]) => hints(['## Theme {.theme}', ...text, ...two]);
    assert.deepEqual(await found(), ['label-only-theme:2']);
    assert.deepEqual(await found('', '<!-- later -->', ''), ['label-only-theme:2']);
    assert.deepEqual(await hints(['Theme {.theme}', '------', ...two]), ['label-only-theme:2']);
    for (const text of ['About.', '- a list', 'Include: this.', '| a |', '<!-- a --> b', '> said']) {
      assert.deepEqual(await found(text), [], text);
    }
    assert.deepEqual(await hints(['Theme {.theme}', '------', 'About.', ...two]), []);
  });

  it('finds what lies too deep, at the first level that is too many', async () => {
    const deep = (levels: number): string[] =>
      Array.from({ length: levels }, (_, i) => [`${'#'.repeat(i + 2)} Level ${i} {.theme}`, 'About.']).flat();
    assert.deepEqual(await hints(deep(4)), []);
    assert.deepEqual(await hints(deep(5)), ['deep-nesting:10']);
    assert.deepEqual(
      await hints([...deep(5), '###### More {#more parent=level-4}', 'Words.']),
      ['single-code-theme:10', 'deep-nesting:10'].sort(),
    );
  });

  it('points at the title of the heading, not at its attributes', async () => {
    const study = new Study(
      new MemoryStore({ 'codebook.md': '# Codebook\n\n##  Hope {#hope color=red} ##\n' }),
      fixedEnvironment(),
    );
    await study.refresh();
    assert.deepEqual(hintsOf(study)[0]?.columns, [4, 8]);
  });
});
