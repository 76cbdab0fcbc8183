import assert from 'node:assert/strict';
import { type Characters, INSERTED, isLetter, textOf } from '../../../bench/anchoring/characters.js';
import { type Document, render } from '../../../bench/anchoring/document.js';
import { combinedEdits, singleEdits } from '../../../bench/anchoring/edits/edits.js';
import { Excerpts } from '../../../bench/anchoring/excerpts.js';
import { transcript } from '../../../bench/anchoring/transcripts.js';
import { versionOf } from '../../../bench/anchoring/version.js';
import { seeded } from '../../../bench/random.js';
import type { CodePoints } from '../../../src/core/text/codePoints.js';
import type { Span } from '../../../src/core/text/span.js';

const WORDS = 700;
/** Every language and every shape of label is among these. */
const documents = [0, 1, 2, 4, 5, 6, 8, 11, 14, 17].map(number => transcript(1, number, WORDS));
const edits = [...singleEdits, ...combinedEdits];

const characters = ({ blocks, gap }: Document): Characters => render(blocks, gap);

/** A letter without accents and capitals. */
const plain = (char: string): string => char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('the edits of the anchoring benchmark', () => {
  it('begin with a text whose characters are their own positions', () => {
    for (const document of documents) {
      for (const [at, { from }] of characters(document).entries()) assert.ok(from === INSERTED || from === at);
    }
  });

  for (const edit of edits) {
    it(`keep the identity of characters: ${edit.name}`, () => {
      for (const [i, document] of documents.entries()) {
        const base = characters(document);
        const seen = new Set<number>();
        let previous = INSERTED;
        for (const { char, from } of characters(edit.apply(document, seeded(i)))) {
          if (from === INSERTED) continue;
          const old = base[from]?.char ?? assert.fail('it comes from nowhere');
          // White space and punctuation may be written otherwise; a letter stays that letter.
          if (isLetter(char)) assert.ok([plain(old), ''].includes(plain(char)), `${old} became ${char}`);
          else assert.ok(!/[\p{L}\p{N}]/u.test(old), `${old} became ${char}`);
          // One character may become several side by side, never two apart.
          assert.ok(from === previous || !seen.has(from), `${old} is there twice`);
          seen.add(from);
          previous = from;
        }
      }
    });

    it(`leave the text they are given as it is: ${edit.name}`, () => {
      const document = documents[0] ?? assert.fail();
      const before = JSON.stringify(document.blocks);
      edit.apply(document, seeded(1));
      assert.equal(JSON.stringify(document.blocks), before);
    });
  }

  it('lose no letter where they are mechanical', () => {
    for (const edit of singleEdits.filter(({ isMechanical }) => isMechanical)) {
      for (const [i, document] of documents.entries()) {
        const said = (text: Characters): number =>
          new Set(text.filter(({ char, from }) => from !== INSERTED && /[\p{L}\p{N}]/u.test(char)).map(one => one.from))
            .size;
        assert.equal(said(characters(edit.apply(document, seeded(i)))), said(characters(document)), edit.name);
      }
    }
  });

  it('change something in most transcripts, but for what is taken back', () => {
    for (const edit of edits.filter(({ name }) => name !== 'edit and revert')) {
      const changed = documents.filter((document, i) => {
        const now = edit.apply(document, seeded(i));
        const isOtherFile = now.lineEnd !== document.lineEnd || now.byteOrderMark !== document.byteOrderMark;
        return isOtherFile || textOf(characters(now)) !== textOf(characters(document));
      });
      assert.ok(changed.length > documents.length / 2, edit.name);
    }
  });

  it('are the same for the same seed', () => {
    for (const edit of edits) {
      const [one, other] = [7, 7].map(seed => textOf(characters(edit.apply(transcript(3, 4, WORDS), seeded(seed)))));
      assert.equal(one, other, edit.name);
    }
  });
});

describe('the excerpts of the anchoring benchmark', () => {
  const DRAWN = 90;
  const draw = (document: Document): { quote: string; span: Span; isRepeated: boolean; points: CodePoints }[] => {
    const version = versionOf(document);
    const { points } = version;
    const excerpts = new Excerpts(document, version, seeded(1));
    return Array.from({ length: DRAWN }, () => {
      const { span, isRepeated } = excerpts.draw(() => true);
      return { span, isRepeated, quote: points.slice(span.start, span.end), points };
    });
  };

  for (const [i, document] of documents.entries()) {
    it(`are whole words and know whether they occur again: transcript ${i} in ${document.language.name}`, () => {
      for (const { quote, span, isRepeated, points } of draw(document)) {
        assert.equal(quote, quote.trim());
        assert.match(quote, /\p{L}/u);
        assert.equal(points.text.split(quote).length > 2, isRepeated, quote);
        const isCut = (at: number): boolean => /^[\p{L}\p{N}]{2}$/u.test(points.slice(at - 1, at + 1));
        if (document.language.space !== '') assert.ok(!isCut(span.start) && !isCut(span.end), quote);
      }
    });
  }

  it('occur again, a third of them at least', () => {
    const repeated = documents.flatMap(draw).filter(({ isRepeated }) => isRepeated);
    assert.ok(repeated.length >= (DRAWN * documents.length) / 3);
  });
});
