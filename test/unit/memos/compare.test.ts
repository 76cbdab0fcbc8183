import assert from 'node:assert/strict';
import fc from 'fast-check';
import { counterpart, standsIn } from '../../../src/core/memos/compare.js';
import { anyText } from '../support/arbitraries.js';

const SAID =
  'I ask myself, who is this for? If the answer is me, I shut up. It’s only that [laughs] the co-worker said "no" — twice... and left.';

describe('whether a quotation stands in a text', () => {
  const stands = (quote: string) => standsIn(quote, SAID);

  it('does word for word, whole or in part', () => {
    for (const quote of [SAID, 'who is this for?', 'If the answer is me, I shut up.', 'the answer is me', ''])
      assert.ok(stands(quote), quote);
  });

  it('does whatever shape marks and white space have, and with the first letter large or small', () => {
    for (const quote of [
      'i ask myself,  who\nis this for',
      "It's only that the co‑worker said ‘no’ - twice",
      'Only that [laughs] the co-worker said «no»',
      'the answer is me, I shut up!',
    ])
      assert.ok(stands(quote), quote);
  });

  it('does with marked elisions and insertions, in the order of the text', () => {
    for (const quote of [
      'I ask myself . . . I shut up',
      'I ask myself, … I shut up.',
      'Who is this for? [...] I shut up.',
      'If the answer is [yes] me',
      'I shut up [sic]. It’s only that',
    ])
      assert.ok(stands(quote), quote);
    assert.ok(stands('[The peer:] who is this for?'));
    assert.ok(stands('[W]ho is this for?'));
    assert.ok(!stands('I shut up … I ask myself'));
  });

  it('does not with other words, other punctuation or what was left out silently', () => {
    for (const quote of [
      'I ask you',
      'If the answer is me I shut up',
      'I ask myself, if the answer',
      'THE answer',
      'shut up up',
    ])
      assert.ok(!stands(quote), quote);
  });

  it('compares scripts without spaces character by character', () => {
    assert.ok(standsIn('話しました', '昨日は私が話しました。'));
    assert.ok(!standsIn('話します', '昨日は私が話しました。'));
  });

  it('holds for every text and itself, and never throws', () => {
    fc.assert(fc.property(anyText({ maxLength: 40 }), text => assert.ok(standsIn(text, text))));
    fc.assert(
      fc.property(anyText({ maxLength: 30 }), anyText({ maxLength: 30 }), (quote, text) => {
        assert.ok(text.includes(counterpart(quote, text)));
      }),
    );
  });

  it('gets over what nobody quotes', () => {
    for (const unit of ['[', 'a', 'a’', '. ', '[a]', '話']) standsIn(unit.repeat(20_000), unit.repeat(20_000));
  });
});

describe('what a text says now where a quotation was taken', () => {
  it('is from the first to the last shared word, and as far as the quotation went', () => {
    assert.equal(counterpart('If the answer was me, I shut up.', SAID), 'If the answer is me, I shut up.');
    assert.equal(counterpart('When the answer is me, I shut', SAID), 'If the answer is me, I shut');
    assert.equal(counterpart('the co-worker said nothing', SAID), 'the co-worker said "no"');
  });

  it('is all of it where little is shared', () => {
    assert.equal(counterpart('Nothing of this kind', SAID), SAID);
  });
});
