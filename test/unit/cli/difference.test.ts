import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference } from '../../../src/cli/anchor/difference.js';

const LONG = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen';

describe('two wordings of a passage', () => {
  it('are cut to where they differ and whole words around it', () => {
    const [was, now] = difference(`${LONG} old ${LONG}`, `${LONG} brand new ${LONG}`);
    assert.equal(was, '…nine ten eleven twelve thirteen fourteen old one two three four five six seven eight…');
    assert.equal(now, '…nine ten eleven twelve thirteen fourteen brand new one two three four five six seven eight…');
  });

  it('are whole where they are short, on one line', () => {
    assert.deepEqual(difference('a\n\nb', 'a\n\nc'), ['a b', 'a c']);
    assert.deepEqual(difference('same', 'same'), ['same', 'same']);
  });

  it('differ as much as before, and keep pairs of surrogates whole', () => {
    const text = fc.array(fc.constantFrom('a', ' ', 'b', '😀', '🙃', LONG)).map(parts => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const shown = difference(a, b);
        const [one, other] = [a, b].map(each => each.replace(/\s+/g, ' ').trim());
        assert.equal(shown[0] === shown[1], one === other);
        for (const each of shown) assert.doesNotMatch(each, /\p{Cs}/u);
      }),
    );
  });
});
