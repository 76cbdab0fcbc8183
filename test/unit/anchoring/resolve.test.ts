import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seeded } from '../../../bench/random.js';
import { Anchors } from '../../../src/core/anchoring/anchors.js';
import type { Resolution } from '../../../src/core/anchoring/resolution.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { contextOf } from '../../../src/core/coding/create.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { coding } from '../support/coding.js';
import { words } from '../support/words.js';

/** The coding of the n-th place of a quote in a text. */
function coded(text: string, quote: string, nth = 0): Coding {
  let from = text.indexOf(quote);
  for (let i = 0; i < nth; i++) from = text.indexOf(quote, from + 1);
  assert.notEqual(from, -1, 'the test names a quote that is not there');
  return codedAt(text, from, from + quote.length);
}

/** The coding of a stretch of a text, in UTF-16 units. */
function codedAt(text: string, from: number, to: number): Coding {
  const points = new CodePoints(text);
  const span = { start: points.fromUtf16(from), end: points.fromUtf16(to) };
  return coding({ quote: text.slice(from, to), at: [span.start, span.end], context: contextOf(points, span) });
}

function resolved(one: Coding, text: string): Resolution & { quote?: string } {
  const points = new CodePoints(text);
  const found = new Anchors(points, undefined).resolve(one);
  return found.span === undefined ? found : { ...found, quote: points.slice(found.span.start, found.span.end) };
}

const INTERVIEW = [
  '**INT:** What was it like to begin there as a peer worker?',
  '**PP3:** I think telling a bit of my own story made the room quieter, and slower.',
  '**INT:** Did you expect that?',
  '**PP3:** Yes.',
  '**INT:** And in the second team, was it the same for you there?',
  '**PP3:** Yes.',
  '**INT:** Could you say more about how that came about?',
].join('\n\n');

describe('the place of a coding in today’s transcript', () => {
  it('is exact where nothing changed, and where the change is behind it', () => {
    const one = coded(INTERVIEW, 'my own story');
    assert.equal(resolved(one, INTERVIEW).outcome, 'exact');
    const longer = resolved(one, `${INTERVIEW}\n\n**PP3:** More.`);
    assert.deepEqual([longer.outcome, longer.span], ['exact', { start: one.at[0], end: one.at[1] }]);
  });

  it('moves with text that was inserted before it', () => {
    const one = coded(INTERVIEW, 'my own story');
    const found = resolved(one, `# 😀 Interview\n\n${INTERVIEW}`);
    assert.deepEqual([found.outcome, found.quote], ['relocated', 'my own story']);
    assert.equal(found.span?.start, one.at[0] + [...'# 😀 Interview\n\n'].length);
  });

  it('tells repeated quotes apart by their neighbours', () => {
    for (const nth of [0, 1]) {
      const one = coded(INTERVIEW, 'Yes.', nth);
      const found = resolved(one, `Front.\n\n${INTERVIEW}`);
      assert.deepEqual([found.outcome, found.span?.start], ['relocated', one.at[0] + 'Front.\n\n'.length]);
    }
  });

  it('is certain where the neighbours on one side were edited', () => {
    const one = coded(INTERVIEW, 'my own story');
    const found = resolved(one, `New.\n\n${INTERVIEW.replace('made the room quieter', 'changed the room')}`);
    assert.deepEqual([found.outcome, found.quote], ['relocated', 'my own story']);
  });

  it('is certain where both neighbours were edited but the only such words stand where they stood', () => {
    const one = coded('aaaa my own story bbbb', 'my own story');
    assert.equal(resolved(one, 'cccc my own story dddd').outcome, 'exact');
  });

  it('is left to the researcher where nothing around the words is the same', () => {
    const one = coded('aaaa my own story bbbb', 'my own story');
    const found = resolved(one, 'Something else: my own story, differently told');
    assert.equal(found.outcome, 'ambiguous');
    assert.deepEqual(
      found.candidates.map(({ start, end }) => [start, end]),
      [[16, 28]],
    );
  });

  it('is left to the researcher where the passage stands twice with the same neighbours', () => {
    const one = coded(INTERVIEW, 'Did you expect that?');
    const found = resolved(one, `${INTERVIEW}\n\n${INTERVIEW}`.slice(20));
    assert.equal(found.outcome, 'ambiguous');
    assert.equal(found.candidates.length, 2);
  });

  it('is gone when the words are gone', () => {
    const one = coded(INTERVIEW, 'my own story');
    assert.deepEqual(resolved(one, INTERVIEW.replace('my own story', 'it')), { outcome: 'orphan', candidates: [] });
    assert.deepEqual(resolved(one, ''), { outcome: 'orphan', candidates: [] });
  });

  it('is never a look-alike elsewhere when the passage was deleted, though the speakers’ labels around it are the same', () => {
    const one = coded(INTERVIEW, 'Yes.');
    const found = resolved(one, INTERVIEW.replace('**INT:** Did you expect that?\n\n**PP3:** Yes.\n\n', ''));
    assert.deepEqual([found.outcome, found.span, found.candidates.length], ['ambiguous', undefined, 1]);
  });

  it('is never a copy with whole neighbours while the original has edited ones', () => {
    const passage = `${words(seeded(1), 8)} Yes. ${words(seeded(2), 8)}`;
    const one = coded(`${passage}\n\n${passage}`, 'Yes.');
    const found = resolved(one, `${passage.replace('Yes.', 'New words. Yes.')}\n\n${passage}`);
    assert.deepEqual([found.outcome, found.candidates.length], ['ambiguous', 2]);
  });

  it('of a coding without context is certain only where its words stand once, and there', () => {
    const { context: _, ...bare } = coded('some words here', 'words');
    for (const context of [undefined, ['', ''] as const]) {
      const empty = { ...bare, ...(context && { context }) };
      assert.equal(resolved(empty, 'words some words here'.slice(6)).outcome, 'exact');
      assert.equal(resolved(empty, 'some words words').outcome, 'exact');
    }
    assert.equal(resolved(bare, 'some words here').outcome, 'exact');
    assert.equal(resolved(bare, 'some more words here').outcome, 'ambiguous');
    assert.equal(resolved(bare, 'other things').outcome, 'orphan');
  });

  it('counts in code points around astral text', () => {
    const text = '😀 𐐷𐐷 **PP1:** 😀 good 😀😀 day 𐐷';
    const one = coded(text, 'good 😀');
    assert.deepEqual(one.at, [16, 22]);
    assert.equal(resolved(one, text).outcome, 'exact');
    assert.deepEqual(resolved(one, `😀😀😀${text}`).span, { start: 19, end: 25 });
  });

  it('of a position far outside the text is searched for, not trusted', () => {
    const one = { ...coded(INTERVIEW, 'my own story'), at: [2 ** 50, 2 ** 50 + 12] as const };
    assert.deepEqual([resolved(one, INTERVIEW).outcome, resolved(one, INTERVIEW).quote], ['relocated', 'my own story']);
  });
});

describe('placing a coding in hostile text', () => {
  const LETTERS = 'a'.repeat(1_000_000);
  const QUOTE = 20_000;

  it('ends, and takes no place for certain, where a long quote stands at every letter', () => {
    const one = { ...codedAt(LETTERS, 500, 500 + QUOTE), context: ['b'.repeat(32), 'b'.repeat(32)] as const };
    const found = resolved(one, LETTERS);
    assert.equal(found.outcome, 'ambiguous');
    assert.ok(found.candidates.length <= 500);
  });

  it('ends where only the beginning of a long quote stands at every letter', () => {
    for (const odd of [2, 100, QUOTE / 2, QUOTE - 1]) {
      const quote = `${'a'.repeat(odd)}b${'a'.repeat(QUOTE - odd - 1)}`;
      const found = resolved(coding({ quote, at: [0, QUOTE], context: ['', ''] }), LETTERS);
      assert.equal(found.span, undefined);
    }
  });

  it('takes no place for certain where more places have the words than are looked at', () => {
    const before = `${'mm '.repeat(5000)}${words(seeded(3), 10)} `;
    const text = `${before}mm ${words(seeded(4), 10)}`;
    const one = codedAt(text, before.length, before.length + 2);
    assert.equal(resolved(one, text).outcome, 'exact');
    assert.equal(resolved(one, `x${text}`).outcome, 'ambiguous');
  });
});

describe('the place of a coding after an edit elsewhere', () => {
  const VOCABULARY = [
    'yes',
    'no',
    'and',
    'then',
    'we',
    'talked',
    '😀',
    'ja',
    '**PP3:**',
    '\n\n**INT:**',
    'Ähm',
    '希望',
  ];
  // Words of a small vocabulary, some stretches repeated: look-alikes everywhere.
  const anyPhrase = fc
    .array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 25 })
    .map(list => list.join(' '));
  const anyRepetitive = fc
    .tuple(fc.array(anyPhrase, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(2), { minLength: 2, maxLength: 6 }))
    .map(([phrases, order]) => order.map(i => phrases[i % phrases.length]).join(' '));
  // Characters that occur nowhere in the text: what was inserted is never taken for what was there. Words of their own: what
  // becomes part of a word makes another word of it, which only the version that was coded can tell from a look-alike.
  const anyInsertion = fc
    .string({ unit: fc.constantFrom('7', '8', '𝟗'), minLength: 1, maxLength: 60 })
    .map(word => ` ${word} `);

  it('is the true one or none, wherever something was inserted', () => {
    fc.assert(
      fc.property(anyRepetitive, fc.nat(), fc.nat(), fc.nat(), anyInsertion, (text, a, b, c, inserted) => {
        const points = new CodePoints(text);
        const start = a % points.length;
        const end = start + 1 + (b % Math.min(20, points.length - start));
        const places = points.length + 1 - (end - start - 1);
        const at = c % places <= start ? c % places : (c % places) + (end - start - 1);
        const one = codedAt(text, points.toUtf16(start), points.toUtf16(end));
        const now = points.slice(0, at) + inserted + points.slice(at, points.length);
        const truth = at <= start ? start + new CodePoints(inserted).length : start;
        // Single letters and marks are nobody's passage.
        fc.pre(/[\p{L}\p{N}]{2}/u.test(one.quote));
        // A look-alike that was pushed to the very place, neighbours and all, cannot be told from the passage without
        // the version that was coded.
        fc.pre(truth === start || !looksUntouched(one, now));
        const found = resolved(one, now);
        if (found.span === undefined) {
          assert.equal(found.outcome, 'ambiguous');
          // Only the likeliest places are offered.
          const isOffered = found.candidates.some(span => span.start === truth);
          assert.ok(isOffered || found.candidates.length >= 12);
        } else {
          // What was inserted may have become part of a word at its border.
          if (found.outcome === 'changed') assert.ok(found.quote?.includes(one.quote));
          else assert.equal(found.quote, one.quote);
          assert.ok(found.span.start <= truth && truth + end - start <= found.span.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is never the one of a look-alike when the passage was overwritten', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 6 }), fc.nat(5), anyInsertion, (seed, copies, nth, inserted) => {
        const random = seeded(seed);
        const turn = (): string => `**INT:** ${words(random, 6)}\n\n**PP3:** Yes, I did.\n\n`;
        const text = Array.from({ length: copies }, turn).join('') + words(random, 6);
        const one = coded(text, 'Yes, I did.', nth % copies);
        const from = new CodePoints(text).toUtf16(one.at[0]);
        const now = text.slice(0, from) + inserted + text.slice(from + one.quote.length);
        assert.equal(resolved(one, now).span, undefined);
      }),
    );
  });

  function looksUntouched(one: Coding, now: string): boolean {
    const points = new CodePoints(now);
    const [start, end] = one.at;
    const context = contextOf(points, { start, end });
    return points.slice(start, end) === one.quote && context.join() === one.context?.join();
  }
});
