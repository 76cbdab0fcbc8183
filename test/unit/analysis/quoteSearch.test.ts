import assert from 'node:assert/strict';
import { findQuote, findSimilar } from '../../../src/core/analysis/quoteSearch.js';
import { parseTranscript } from '../../../src/core/transcript/parse.js';

const transcript = parseTranscript(
  '---\nkind: aaa\n---\n\nP1: 🌱 aaa “He’s *not* – well – née\nhere”.\n\nP2: Yes.\n',
  'a.md',
  new Set(),
);
const texts = (places: ReturnType<typeof findQuote>): string[] =>
  places.map(({ span }) => transcript.points.slice(span.start, span.end));

describe('finding a quote', () => {
  it('finds every place below the front matter, overlapping ones too', () => {
    const places = findQuote(transcript, 'aa');
    assert.deepEqual(texts(places), ['aa', 'aa']);
    assert.deepEqual(
      places.map(place => place.line),
      [5, 5],
    );
    assert.match(places[0]?.context ?? '', /P1: 🌱 \[aa\]a “He’s/);
    assert.deepEqual(findQuote(transcript, ''), []);
    assert.deepEqual(findQuote(transcript, 'Aa'), []);
  });

  it('finds what differs in white space, marks, case, accents, quotation marks and dashes', () => {
    for (const wanted of ['"He\'s not - well - ne\u0301e here"', '  he’s NOT\n– well — nee  here']) {
      assert.match(texts(findSimilar(transcript, wanted))[0] ?? '', /He’s \*not\* – well – née\nhere/);
    }
    assert.deepEqual(texts(findSimilar(transcript, '🌱 AAA')), ['🌱 aaa']);
    assert.deepEqual(findSimilar(transcript, 'nobody said this'), []);
    assert.deepEqual(findSimilar(transcript, ' * '), []);
  });

  it('does not choke on repetition', () => {
    const long = parseTranscript('a'.repeat(100_000), 'a.md', new Set());
    assert.equal(findQuote(long, 'aa').length, 500);
    assert.equal(findSimilar(long, 'AA').length, 500);
  });
});
