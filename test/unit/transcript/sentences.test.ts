import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { atOnce } from '../../../src/core/pieces.js';
import { sentenceAt, sentencesOf } from '../../../src/core/transcript/sentence.js';
import { anyText, tameText } from './fragments.js';
import { at, check, parse } from './support.js';

describe('sentencesOf', () => {
  it('has the sentences of a transcript, without labels and white space', () => {
    const t = parse(
      '**PP3:** It was *quiet*. Dr. Jansen said so, e.g. on Monday. Then\nwe went on.\n\nAnother day? Yes!\n\n**PP3:** Really.\n',
    );
    assert.deepEqual(
      atOnce(sentencesOf(t)).map(sentence => at(t, sentence)),
      [
        'It was *quiet*.',
        'Dr. Jansen said so, e.g. on Monday.',
        'Then\nwe went on.',
        'Another day?',
        'Yes!',
        'Really.',
      ],
    );
  });

  it('has what is found at any place, and nothing else, in order and apart', () => {
    check(
      fc.property(fc.oneof(anyText(), tameText()), text => {
        const t = parse(text);
        const sentences = atOnce(sentencesOf(t));
        for (const [i, { start, end }] of sentences.entries()) {
          assert.ok(start < end);
          assert.ok(start >= (sentences[i - 1]?.end ?? 0));
          assert.deepEqual(sentenceAt(t, start), { start, end });
        }
        const known = new Set(sentences.map(({ start, end }) => `${start} ${end}`));
        for (let position = 0; position < t.points.length; position++) {
          const found = sentenceAt(t, position);
          if (found !== undefined && found.start < found.end) assert.ok(known.has(`${found.start} ${found.end}`));
        }
      }),
    );
  });
});
