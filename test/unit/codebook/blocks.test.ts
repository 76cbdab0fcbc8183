import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { readBlocks } from '../../../src/core/codebook/blocks.js';
import { parseBlocks } from '../../../src/core/codebook/markdown.js';
import { normaliseText } from '../../../src/core/text/normalise.js';
import { check, messyText } from './support.js';

describe('readBlocks', () => {
  it('reads what remark reads of the whole', () => {
    check(
      fc.property(messyText, text => {
        const lines = normaliseText(text).split('\n');
        fc.pre(!lines[0]?.startsWith('---'));
        assert.deepEqual(readBlocks(lines), parseBlocks(lines));
      }),
      500,
    );
  }).timeout(60_000);

  it('takes front matter for no heading, and a rule for no front matter', () => {
    const levels = (text: string) => readBlocks(text.split('\n')).map(block => block.kind);
    assert.deepEqual(levels('---\na: b\n---\n# C'), ['heading']);
    assert.deepEqual(levels('---\na: b\n---'), []);
    assert.deepEqual(levels('---\n\n# A\n\n---\n'), ['other', 'heading', 'other']);
    assert.deepEqual(levels('---\n# A\n> q'), ['other', 'heading', 'other']);
  });

  it('reads on to the end of a block that stays open', () => {
    const lines = [
      '# A',
      '```',
      ...Array.from({ length: 20 }, (_, i) => `## ${i}`),
      '```',
      '## B',
      'text',
      '<!--',
      '## C',
    ];
    assert.deepEqual(readBlocks(lines), parseBlocks(lines));
    assert.deepEqual(
      readBlocks(lines)
        .filter(block => block.kind === 'heading')
        .map(block => block.line),
      [0, 23],
    );
  });

  it('gets through long documents of every kind', () => {
    for (const [section, headings] of [
      ['## Code @ {#c@}\n\nSome words about it.\n', 1],
      ['```\n## @\n```\n', 0],
      ['- a\n\n## @\n', 1],
    ] as const) {
      const lines = Array.from({ length: 1200 }, (_, i) => section.replaceAll('@', String(i)))
        .join('\n')
        .split('\n');
      const found = readBlocks(lines).filter(block => block.kind === 'heading');
      assert.equal(found.length, 1200 * headings);
    }
  });
});
