import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordDiff } from '../../../src/core/text/wordDiff.js';
import { anyText } from '../support/arbitraries.js';

/** What is gone in brackets, what is new in braces. */
const marked = (old: string, now: string): string =>
  wordDiff(old, now)
    .map(({ text, kind }) => (kind === 'gone' ? `[${text}]` : kind === 'new' ? `{${text}}` : text))
    .join('');

describe('the words in which two texts differ', () => {
  it('are marked whole, what is gone before what is new', () => {
    assert.equal(
      marked('Maria from the kitchen', 'A colleague from the canteen'),
      '[Maria]{A colleague} from the [kitchen]{canteen}',
    );
    assert.equal(marked('I was frightened', 'I was, well, frightened'), 'I was{, well,} frightened');
    assert.equal(marked('So, you know, we left.', 'So we left.'), 'So[, you know,] we left.');
    assert.equal(marked('they don’t', 'they did'), 'they [don’t]{did}');
  });

  it('are none where the texts are the same, and all where nothing is', () => {
    assert.equal(marked('the same words', 'the same words'), 'the same words');
    assert.equal(marked('', 'new'), '{new}');
    assert.equal(marked('old', ''), '[old]');
    assert.deepEqual(wordDiff('', ''), []);
  });

  it('are characters in scripts without spaces', () => {
    assert.equal(marked('我在房间里很害怕', '我在走廊里很害怕'), '我在[房间]{走廊}里很害怕');
  });

  it('are one mark where only a space between them stayed', () => {
    assert.equal(marked('one two three', 'four five three'), '[one two]{four five} three');
  });

  it('add up to both texts, whatever these are', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 40 }), anyText({ maxLength: 40 }), (old, now) => {
        const parts = wordDiff(old, now);
        const without = (kind: string): string =>
          parts
            .filter(part => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        assert.deepEqual([without('new'), without('gone')], [old, now]);
      }),
    );
  });

  it('are looked for in bounded time: what is written anew counts as that', () => {
    const words = (seed: string): string => Array.from({ length: 4000 }, (_, i) => `${seed}${i}`).join(' ');
    const parts = wordDiff(`start ${words('a')} end`, `start ${words('b')} end`);
    assert.deepEqual(
      parts.map(({ kind }) => kind),
      ['same', 'gone', 'new', 'same'],
    );
  });
});
