import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as compose from '../../../src/core/manuscript/compose/composition.js';
import { type Passage, passageOf } from '../../../src/core/manuscript/compose/passage.js';
import { composedTurns, isQuotation, otherCase } from '../../../src/core/manuscript/compose/pieces.js';
import { recompose } from '../../../src/core/manuscript/compose/reopen.js';
import { composedQuotation } from '../../../src/core/manuscript/compose/result.js';
import { styleUsed } from '../../../src/core/manuscript/compose/style.js';
import type { QuotePiece } from '../../../src/core/manuscript/quotation.js';
import { DEFAULT_STYLE } from '../../../src/core/manuscript/style.js';
import { parseTranscript } from '../../../src/core/transcript/parse.js';

const TEXT = `**I:** How was it?

**PP3:** It were, you know, quieter after that. We sat with *the whole* team – and nobody left.

**I:** Nobody?

**PP3:** No.
`;

function passage(words: string, text = TEXT): Passage {
  const transcript = parseTranscript(text, 'transcripts/pp-03.md');
  const at = transcript.text.indexOf(words);
  const start = transcript.points.fromUtf16(at);
  return (
    passageOf(transcript, { start, end: transcript.points.fromUtf16(at + words.length) }) ?? assert.fail('no passage')
  );
}

const one = passage('It were, you know, quieter after that.');
const at = (word: string, of = one): number => of.words.findIndex(({ text }) => text === word);
const range = (from: string, to: string, of = one) => ({ from: at(from, of), to: at(to, of) + 1 });
const written = (composition: compose.Composition, of = one, style = DEFAULT_STYLE): string | undefined =>
  composedQuotation(of, composition, style, { turns: of.turns.map(() => ({ name: 'PP3', text: 'PP3' })) })?.text;
const piecesOf = (composition: compose.Composition, of = one): readonly QuotePiece[] =>
  composedTurns(of, composition, '. . .')[0]?.pieces ?? [];

describe('a quotation in the making', () => {
  const begun = compose.compositionOf(one);

  it('knows the words of a passage with what stands at them, and those of its turn', () => {
    assert.deepEqual(
      one.words.slice(one.chosen.from, one.chosen.to).map(({ text, after }) => text + after),
      ['It', 'were,', 'you', 'know,', 'quieter', 'after', 'that.'],
    );
    assert.equal(one.words.at(-1)?.text, 'left');
    assert.equal(one.words[at('team')]?.after, ' –');
    assert.equal(written(begun), '“It were, you know, quieter after that.” (PP3)');
  });

  it('leaves words out: within it with a mark, at its ends by ending there', () => {
    const middle = compose.leaveOut(begun, range('you', 'know'));
    assert.equal(written(middle), '“It were, . . . quieter after that.” (PP3)');
    assert.equal(written(compose.leaveOut(begun, range('It', 'were'))), '“you know, quieter after that.” (PP3)');
    // What is left out up to an end that is left out is no elision any more.
    assert.equal(written(compose.leaveOut(middle, range('It', 'were'))), '“quieter after that.” (PP3)');
    assert.equal(compose.leaveOut(begun, { from: 0, to: 99 }), begun);
  });

  it('unites what is left out side by side, and takes in again what is asked for', () => {
    const both = compose.leaveOut(compose.leaveOut(begun, range('you', 'you')), range('know', 'know'));
    assert.deepEqual(both.marks, [{ kind: 'left-out', ...range('you', 'know') }]);
    const taken = compose.takeIn(both, range('know', 'know'));
    assert.equal(written(taken), '“It were, . . . know, quieter after that.” (PP3)');
    assert.equal(
      written(compose.takeIn(begun, range('We', 'We'))),
      '“It were, you know, quieter after that. We” (PP3)',
    );
  });

  it('says [sic] right behind the word, puts in and instead, and holds back', () => {
    assert.equal(
      written(compose.markSic(begun, range('were', 'were'))),
      '“It were [sic], you know, quieter after that.” (PP3)',
    );
    assert.equal(
      written(compose.insert(begun, at('quieter'), 'the  room')),
      '“It were, you know, [the room] quieter after that.” (PP3)',
    );
    assert.equal(
      written(compose.insert(begun, begun.to, 'in May')),
      '“It were, you know, quieter after that. [in May]” (PP3)',
    );
    assert.equal(
      written(compose.replace(begun, range('you', 'know'), 'as everybody knows')),
      '“It were, [as everybody knows], quieter after that.” (PP3)',
    );
    assert.equal(
      written(compose.redact(begun, range('after', 'that'), 'date')),
      '“It were, you know, quieter [date].” (PP3)',
    );
  });

  it('writes a first letter large or small in brackets, and the same again takes it back', () => {
    const cased = compose.changeCase(begun, range('It', 'It'));
    assert.equal(written(cased), '“[i]t were, you know, quieter after that.” (PP3)');
    assert.deepEqual(compose.changeCase(cased, range('It', 'It')), begun);
    assert.deepEqual(['the', 'I', 'ß', '1st', 'Éric'].map(otherCase), ['[T]he', 'I', 'ß', '1st', '[é]ric']);
  });

  it('leaves the last mark to the sentence around it, as long as it ends with the same word', () => {
    const bare = compose.toggleLastMark(begun);
    assert.equal(written(bare), '“It were, you know, quieter after that” (PP3)');
    assert.deepEqual(compose.toggleLastMark(bare), begun);
    assert.equal(written(compose.leaveOut(bare, range('that', 'that'))), '“It were, you know, quieter after” (PP3)');
    assert.equal(compose.takeIn(bare, range('We', 'We')).isBare, undefined);
    assert.equal(
      written(compose.redact(bare, range('that', 'that'), 'date')),
      '“It were, you know, quieter after [date]” (PP3)',
    );
  });

  it('takes away what was done to words where they are to stand as they were said', () => {
    let changed = compose.markSic(begun, range('were', 'were'));
    changed = compose.replace(changed, range('you', 'know'), 'well');
    changed = compose.insert(changed, begun.to, 'then');
    assert.deepEqual(compose.restore(changed, { from: begun.from, to: begun.to }), begun);
    assert.equal(compose.restore(begun, { from: 0, to: 99 }), begun);
  });

  it('knows what cannot stand between brackets', () => {
    assert.deepEqual(['the team', ' ', 'a [b]', 'name', '…', 'sic'].map(compose.insertionProblem), [
      undefined,
      'empty',
      'brackets',
      'redaction',
      'elision',
      'elision',
    ]);
    assert.deepEqual(['name of a colleague', 'the team'].map(compose.redactionProblem), [undefined, 'redaction']);
  });

  it('is no quotation without a word that was said', () => {
    const nothing = compose.replace(begun, { from: begun.from, to: begun.to }, 'all of it');
    assert.equal(isQuotation(composedTurns(one, nothing, '…')), false);
    assert.equal(written(nothing), undefined);
  });

  it('is a block of turns where several speak, and of one person where the others are left out', () => {
    const talk = passage('nobody left.\n\n**I:** Nobody?\n\n**PP3:** No.');
    const names = { turns: ['PP3', 'Interviewer', 'PP3'].map(name => ({ name, text: name })), session: 'interview' };
    const whole = compose.compositionOf(talk);
    assert.equal(
      composedQuotation(talk, whole, DEFAULT_STYLE, names)?.text,
      '> PP3: nobody left.\n>\n> Interviewer: Nobody?\n>\n> PP3: No.\n>\n> (interview)',
    );
    const alone = compose.leaveOut(whole, range('Nobody', 'Nobody', talk));
    assert.equal(composedQuotation(talk, alone, DEFAULT_STYLE, names)?.text, '“nobody left. . . . No.” (PP3)');
  });

  it('holds nothing but words that were said, in their order, whatever is done', () => {
    const { from, to } = { from: 0, to: one.words.length };
    const index = fc.integer({ min: from, max: to - 1 });
    const stretch = fc.tuple(index, index).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
    const step = fc.tuple(fc.constantFrom('leaveOut', 'takeIn', 'sic', 'replace', 'redact', 'insert'), stretch);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), steps => {
        let made = begun;
        for (const [kind, where] of steps) made = done(made, kind, where);
        const pieces = piecesOf(made);
        const said = pieces.flatMap(piece => (piece.kind === 'words' ? [piece.text] : [])).join(' ');
        // Nothing but words that were said, in their order.
        let searched = one.words.map(({ before, text, after }) => before + text + after).join(' ');
        for (const word of said.match(/[\p{L}]+/gu) ?? []) {
          assert.ok(searched.includes(word), word);
          searched = searched.slice(searched.indexOf(word) + word.length);
        }
        if (!pieces.some(({ kind }) => kind === 'words')) return;
        for (const mark of made.marks) if ('from' in mark) assert.ok(mark.from < mark.to && mark.from >= made.from);
      }),
    );
  });
});

function done(made: compose.Composition, kind: string, where: { from: number; to: number }): compose.Composition {
  if (kind === 'leaveOut') return compose.leaveOut(made, where);
  if (kind === 'takeIn') return compose.takeIn(made, where);
  if (kind === 'sic') return compose.markSic(made, where);
  if (kind === 'insert') return compose.insert(made, where.from, 'the team');
  return kind === 'replace' ? compose.replace(made, where, 'the ward') : compose.redact(made, where, 'name');
}

describe('a quotation that is opened again', () => {
  /** As checking finds it: where each of its pieces that is words stands. */
  const spansOf = (pieces: readonly QuotePiece[], words: readonly (readonly [string, string])[]) => {
    assert.equal(pieces.filter(({ kind }) => kind === 'words').length, words.length);
    return words.map(([from, to]) => ({
      start: one.words[at(from)]?.span.start ?? -1,
      end: one.words[at(to)]?.span.end ?? -1,
    }));
  };

  it('has what was left out, put in, put instead, held back and said so', () => {
    let made = compose.compositionOf(one);
    made = compose.leaveOut(made, range('you', 'know'));
    made = compose.markSic(made, range('were', 'were'));
    const pieces = piecesOf(made);
    // `It were`, `[sic]`, `,`, an elision, the rest: a mark of punctuation stands nowhere by itself.
    const texts = pieces.map(piece => (piece.kind === 'words' ? piece.text : piece.kind));
    assert.deepEqual(texts, ['It were', 'sic', ',', 'elision', 'quieter after that.']);
    const empty = { start: 0, end: 0 };
    const [first, last] = spansOf(
      pieces.filter((_, i) => i !== 2),
      [
        ['It', 'were'],
        ['quieter', 'that'],
      ],
    );
    assert.deepEqual(recompose(one, pieces, [first ?? empty, empty, last ?? empty]), made);
  });

  it('has the words that a clarification is instead of', () => {
    const made = compose.replace(compose.compositionOf(one), range('you', 'know'), 'well');
    const pieces: QuotePiece[] = [
      { kind: 'words', text: 'It were,' },
      { kind: 'insertion', text: 'well' },
      { kind: 'words', text: 'quieter after that.' },
    ];
    const spans = spansOf(pieces, [
      ['It', 'were'],
      ['quieter', 'that'],
    ]);
    assert.deepEqual(recompose(one, pieces, spans), made);
    const joined: QuotePiece[] = [
      { kind: 'words', text: 'It were, you know, quiet' },
      { kind: 'insertion', text: 'er', joins: 'before' },
      { kind: 'words', text: 'after that.' },
    ];
    const [whole, rest] = spansOf(joined, [
      ['It', 'know'],
      ['after', 'that'],
    ]);
    const again = recompose(one, joined, [whole ?? assert.fail(), rest ?? assert.fail()]);
    assert.deepEqual(again?.marks, [{ kind: 'replaced', ...range('quieter', 'quieter'), text: 'quieter' }]);
  });

  it('keeps the mark between two brackets', () => {
    let made = compose.redact(compose.compositionOf(one), range('were', 'were'), 'place');
    made = compose.replace(made, range('you', 'know'), 'well');
    assert.equal(written(made), '“It [place], [well], quieter after that.” (PP3)');
    const [first, last] = [one.words[at('It')]?.span, one.words[at('quieter')]?.span];
    const again = recompose(one, piecesOf(made), [
      first ?? assert.fail(),
      { start: 0, end: 0 },
      { start: last?.start ?? -1, end: one.words[at('that')]?.span.end ?? -1 },
    ]);
    assert.deepEqual(again, made);
  });

  it('is nothing where none of its words is there', () => {
    assert.equal(recompose(one, [{ kind: 'words', text: 'Never' }], [{ start: 0, end: 0 }]), undefined);
  });
});

describe('the style of a manuscript', () => {
  it('is the one it uses most', () => {
    const text = 'a «one» b «two» c “three”';
    const quotation = (start: number, mark?: string) => ({
      kind: 'short' as const,
      pieces: mark === undefined ? [] : [{ kind: 'elision' as const, mark, span: { start, end: start } }],
      span: { start, end: start + 5 },
      line: 1,
      under: [],
    });
    const quotations = [quotation(2, '[. . .]'), quotation(10, '[...]'), quotation(18, '…')];
    const style = styleUsed({ path: 'paper/a.md', text, quotations }, DEFAULT_STYLE);
    assert.deepEqual([style.marks, style.elision], ['guillemets', '[...]']);
    assert.deepEqual(styleUsed({ path: 'paper/a.md', text: '', quotations: [] }, DEFAULT_STYLE), DEFAULT_STYLE);
  });
});
