import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seeded } from '../../../bench/random.js';
import { attributionFor } from '../../../src/core/manuscript/attributionFor.js';
import { plainPieces } from '../../../src/core/manuscript/plainPieces.js';
import type { QuotePiece } from '../../../src/core/manuscript/quotation.js';
import { DEFAULT_STYLE, type QuoteStyle } from '../../../src/core/manuscript/style.js';
import { writeQuotation } from '../../../src/core/manuscript/write.js';
import { trueQuotation } from './support/quotations.js';
import { turnsOf } from './support/stretches.js';
import { FILES, QuotedStudy, sampleFiles } from './support/study.js';

const PIECES: readonly QuotePiece[] = [
  { kind: 'words', text: 'It was quieter after that.' },
  { kind: 'elision', mark: '…' },
  { kind: 'words', text: 'Nobody' },
  { kind: 'insertion', text: 'in the room' },
  { kind: 'words', text: 'shout' },
  { kind: 'insertion', text: 's', joins: 'before' },
  { kind: 'words', text: 'and my' },
  { kind: 'redaction', label: 'name' },
  { kind: 'words', text: 'was' },
  { kind: 'sic' },
  { kind: 'words', text: ', she said, "You don\'t have to stay."' },
];

describe('writing a quotation', () => {
  const write = (over: Partial<QuoteStyle>, attribution?: string): string =>
    writeQuotation(PIECES, { ...DEFAULT_STYLE, ...over }, attribution);

  it('writes it in the form a journal uses', () => {
    assert.equal(
      write({ block: 'short' }, 'PP3'),
      '“It was quieter after that. . . . Nobody [in the room] shout[s] and my [name] was [sic], she said, ‘You don’t have to stay.’” (PP3)',
    );
    assert.equal(
      write({ block: 'short', marks: 'german', elision: '[…]' }),
      '„It was quieter after that. […] Nobody [in the room] shout[s] and my [name] was [sic], she said, ‚You don’t have to stay.‘“',
    );
    assert.match(write({ block: 'short', marks: 'guillemets' }), /^«It was .* ‹You don’t have to stay\.›»$/);
    assert.match(write({ block: 'short', marks: 'straight' }), /^"It was .* 'You don't have to stay\.'"$/);
    assert.match(write({ block: 'block' }, 'PP3, peer'), /^> It was .* "You don't have to stay\." \(PP3, peer\)$/);
  });

  it('makes a block of many words', () => {
    assert.match(write({ block: 'auto', blockFrom: 10 }), /^> /);
    assert.match(write({ block: 'auto', blockFrom: 40 }), /^“/);
  });

  it('takes other marks where those of the style would end it too early', () => {
    const pieces: QuotePiece[] = [{ kind: 'words', text: "he was goin' home, the peer" }];
    assert.match(writeQuotation(pieces, { ...DEFAULT_STYLE, marks: 'single' }), /^“he was goin’ home, the peer”$/);
  });

  it('gives the same pieces back when it is read, in all styles', async function () {
    this.timeout(60_000);
    const study = await QuotedStudy.of(FILES);
    const sample = sampleFiles();
    const speakers = (await QuotedStudy.of(sample)).people.list.map(({ id }) => id);
    const turns = turnsOf(sample, new Set(speakers));
    // Marks within may have another shape; `[T]` is a letter.
    const folded = (piece: QuotePiece): QuotePiece =>
      piece.kind === 'words' ? { ...piece, text: piece.text.replace(/["'“”‘’„‚«»‹›]/gu, "'") } : piece;
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom<QuoteStyle['marks']>('curly', 'straight', 'single', 'guillemets', 'german'),
        fc.constantFrom<QuoteStyle['elision']>('. . .', '…', '...', '[…]', '[...]', undefined),
        fc.constantFrom<QuoteStyle['block']>('block', 'short', 'auto'),
        (seed, marks, elision, block) => {
          const { pieces } = trueQuotation(seeded(seed), turns);
          const style = { marks, block, blockFrom: 40, ...(elision === undefined ? {} : { elision }) };
          const text = writeQuotation(pieces, style, 'PP3, peer practitioner');
          const [read, ...more] = study.read(text.startsWith('>') ? text : `They say ${text}.`);
          assert.deepEqual(more, [], text);
          assert.equal(read?.attribution?.detail, 'peer practitioner', text);
          const wanted = pieces.map(piece =>
            piece.kind === 'elision' && elision !== undefined ? { ...piece, mark: elision } : piece,
          );
          assert.deepEqual(
            read?.pieces.map(({ span, ...piece }) => folded(piece as QuotePiece)),
            wanted.map(folded),
            text,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('takes words of a transcript apart as they would be read', () => {
    assert.deepEqual(plainPieces('It was ... quieter [laughs] after'), [
      { kind: 'words', text: 'It was' },
      { kind: 'elision', mark: '...' },
      { kind: 'words', text: 'quieter' },
      { kind: 'insertion', text: 'laughs' },
      { kind: 'words', text: 'after' },
    ]);
  });

  it('spells an attribution out at first mention only', async () => {
    const { corpus, people } = await QuotedStudy.of(FILES);
    const session = corpus.transcripts.find(({ path }) => path.includes('joint'));
    assert.equal(attributionFor('PP3', corpus, people, session, true).text, 'PP3, peer, joint interview');
    assert.equal(attributionFor('PP3', corpus, people, session, false).text, 'PP3');
    assert.equal(attributionFor('EA', corpus, people, undefined, true).text, 'EA');
  });
});
