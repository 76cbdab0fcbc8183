import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../src/core/pieces.js';
import type { Layout, Piece } from '../../../src/core/transcript/layout.js';
import { layOut } from '../../../src/core/transcript/layout.js';
import { isTooIntricate, readMarkdown } from '../../../src/core/transcript/markdown.js';
import { isPlain, readPlain } from '../../../src/core/transcript/plain.js';
import { nastyText, tameText } from './fragments.js';
import { check } from './support.js';

const empty = (): Layout => ({ pieces: [], lines: [], blocks: 0 });

/** Pieces of one block that touch are joined, blocks are numbered by their order: what is left must not differ. */
function comparable(layout: Layout) {
  const order = [...new Set([...layout.lines, ...layout.pieces].map(one => one.block).sort((a, b) => a - b))];
  const pieces: Piece[] = [];
  for (const piece of layout.pieces) {
    const last = pieces.at(-1);
    const literal = [piece, last].every(one => one && one.text.length === one.end - one.start);
    if (last && literal && last.end === piece.start && last.block === piece.block && last.own === piece.own) {
      pieces[pieces.length - 1] = { ...last, end: piece.end, text: last.text + piece.text };
    } else pieces.push(piece);
  }
  return {
    pieces: pieces.map(piece => ({ ...piece, block: order.indexOf(piece.block) })),
    lines: layout.lines.map(line => ({ ...line, block: order.indexOf(line.block) })),
  };
}

describe('plain paragraphs', () => {
  for (const chunk of [
    'so it goes',
    '**PP3:** so it goes',
    'I: a\nPP3: *b*, c',
    '### PP3',
    '# A title\nand text',
    '访谈者：你好',
    '[laughs] oh',
  ]) {
    it(`are told at a glance: ${JSON.stringify(chunk)}`, () => assert.equal(isPlain(chunk), true));
  }

  for (const chunk of [
    '- a',
    '> a',
    '1. a',
    '    a',
    'a\n---',
    '`a`',
    'a <b>',
    '[a](b)',
    'a\\*',
    '&amp;',
    '*a',
    '**a *b* c**',
    '_a_',
    '| a |',
    '#',
    '# a #',
    '*a*b',
  ]) {
    it(`are not mistaken: ${JSON.stringify(chunk)}`, () => assert.equal(isPlain(chunk), false));
  }

  it('are read as remark reads them', () => {
    let plain = 0;
    check(
      fc.property(fc.oneof(tameText(), nastyText(12)), text => {
        for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)) {
          if (chunk.trim() === '' || chunk.startsWith('\n') || chunk.endsWith('\n') || !isPlain(chunk)) continue;
          plain++;
          const [fast, slow] = [empty(), empty()];
          readPlain(chunk, 7, fast);
          readMarkdown(chunk, 7, slow);
          assert.deepEqual(comparable(fast), comparable(slow));
        }
      }),
      800,
    );
    assert.ok(plain > 100);
  });

  it('make no difference to what stands around them', () => {
    check(
      fc.property(fc.oneof(tameText(), nastyText(25)), raw => {
        const text = raw.replace(/\r\n?/g, '\n');
        fc.pre(!isTooIntricate(text));
        const whole = empty();
        readMarkdown(text, 0, whole);
        assert.deepEqual(comparable(atOnce(layOut(text, 0))), comparable(whole));
      }),
      150,
      [['\r\n\uFEFF__I:__ ']],
    );
  });
});
