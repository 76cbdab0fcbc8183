import assert from 'node:assert/strict';
import fc from 'fast-check';
import { seeded } from '../../../bench/random.js';
import { Anchors } from '../../../src/core/anchoring/anchors.js';
import { withAnchor } from '../../../src/core/anchoring/reanchor.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { coding } from '../support/coding.js';
import { words } from '../support/words.js';

const BASE = 'aaaaaaaaaaaa';
const NOW = 'bbbbbbbbbbbb';

/** The coding of the n-th place of a quote, made on the version named by `BASE`. */
function coded(text: string, quote: string, nth = 0): Coding {
  let from = text.indexOf(quote);
  for (let i = 0; i < nth; i++) from = text.indexOf(quote, from + 1);
  assert.notEqual(from, -1, `the test names “${quote}”, which is not there`);
  const points = new CodePoints(text);
  const span = { start: points.fromUtf16(from), end: points.fromUtf16(from + quote.length) };
  return coding(anchorOf(points, span, BASE));
}

/** Where a coding of an older text is in a newer one: the outcome and the words there. */
function found(one: Coding, before: string, now: string): [outcome: string, words: string | undefined] {
  const points = new CodePoints(now);
  const { outcome, span } = new Anchors(points, NOW, new Map([[BASE, before]])).resolve(one);
  return [outcome, span && points.slice(span.start, span.end)];
}

const TURNS = [
  ['INT', 'What was it like to begin there as a peer worker?'],
  [
    'PP3',
    'I think telling a bit of my own story made the room quieter, and slower. People leaned back in their chairs.',
  ],
  ['INT', 'Did you expect that?'],
  ['PP3', 'Yes. I mean, um, not at first. Anna told me to wait until somebody asks.'],
  ['INT', 'And in the second team?'],
  ['PP3', 'Yes. There it was louder, so I kept my story to myself for a month or two.'],
  ['INT', 'Could you say more about how that came about?'],
  ['PP3', 'They had a board with all our names, and mine was at the bottom of it, under the students.'],
] as const;
const transcript = (turns: readonly (readonly [string, string])[], label = (name: string) => `**${name}:**`): string =>
  `# Interview\n\n${turns.map(([name, text]) => `${label(name)} ${text}`).join('\n\n')}\n`;
const INTERVIEW = transcript(TURNS);

describe('a coding whose version is known', () => {
  it('keeps its place through every way to write the same words', () => {
    const quote = 'my own story made the room quieter, and slower. People leaned';
    const one = coded(INTERVIEW, quote);
    const ways: Record<string, (text: string) => string> = {
      'hard wrapping': text => text.replace(/(.{40}\S*) /g, '$1\n'),
      'decomposed letters': text => text.normalize('NFD'),
      'no-break spaces': text => text.replace(/ (?=\w{1,3} )/g, '\u00a0'),
      emphasis: text => text.replace('room', '*room*').replace('and slower', '**and** slower'),
      escapes: text => text.replaceAll('.', '\\.'),
      dashes: text => text.replace(', and slower', ' — and slower'),
      ellipses: text => text.replace('slower.', 'slower…'),
      'other labels': text => text.replaceAll('**PP3:**', 'Peer worker 3:').replaceAll('**INT:**', 'Interviewer:'),
      'times in labels': text =>
        text.replaceAll('**PP3:**', '[00:12:31] PP3:').replaceAll('**INT:**', '[00:12:09] INT:'),
      'times behind turns': text => text.replace(/([.?])\n/g, '$1 #00:12:31-4#\n'),
      'times on lines of their own': text => text.replaceAll('\n\n**', '\n\n00:12:31\n\n**'),
    };
    for (const [name, write] of Object.entries(ways)) {
      const [outcome, said] = found(one, INTERVIEW, write(INTERVIEW));
      assert.ok(outcome === 'exact' || outcome === 'relocated', `${name}: ${outcome}`);
      assert.match(said?.normalize('NFC').replace(/\s+/g, ' ') ?? '', /^my own story[\s\S]*leaned$/, name);
    }
  });

  it('spans several turns whatever becomes of their labels', () => {
    const one = coded(INTERVIEW, 'Did you expect that?\n\n**PP3:** Yes. I mean, um, not at first.');
    const now = transcript(TURNS, name => `### ${name === 'INT' ? 'Interviewer' : 'Participant'}\n\n(00:01)`);
    assert.deepEqual(found(one, INTERVIEW, now)[0], 'relocated');
    assert.match(found(one, INTERVIEW, now)[1] ?? '', /^Did you[\s\S]*Participant[\s\S]*at first\.$/);
  });

  it('is reworded where its words were, names and slips at its ends included', () => {
    const typo = INTERVIEW.replace('my own story', 'my onw stroy');
    assert.deepEqual(found(coded(INTERVIEW, 'my own story'), INTERVIEW, typo), ['changed', 'my onw stroy']);
    const named = INTERVIEW.replaceAll('Anna', '[NAME 1]');
    assert.deepEqual(found(coded(INTERVIEW, 'Anna told me to wait'), INTERVIEW, named), [
      'changed',
      '[NAME 1] told me to wait',
    ]);
    const filler = INTERVIEW.replace('I mean, um, not', 'Not');
    assert.deepEqual(found(coded(INTERVIEW, 'I mean, um, not at first'), INTERVIEW, filler), [
      'changed',
      'Not at first',
    ]);
  });

  it('goes with its turn when that is moved, and is none of the others with its words', () => {
    const moved = transcript([...TURNS.slice(4), ...TURNS.slice(0, 4)]);
    for (const nth of [0, 1]) {
      const before = INTERVIEW.split('Yes. ')[nth]?.slice(-12);
      const points = new CodePoints(moved);
      const { outcome, span } = new Anchors(points, NOW, new Map([[BASE, INTERVIEW]])).resolve(
        coded(INTERVIEW, 'Yes.', nth),
      );
      assert.equal(outcome, 'relocated');
      assert.equal(points.slice((span?.start ?? 0) - 12, span?.start ?? 0), before);
    }
  });

  it('is an orphan when it was deleted, though its words stand elsewhere', () => {
    const one = coded(INTERVIEW, 'Yes.', 1);
    const without = transcript(TURNS.filter((_, i) => i !== 4 && i !== 5));
    assert.equal(found(one, INTERVIEW, without)[0], 'orphan');
  });

  it('is left to the researcher where a line was said twice and one of the two is gone', () => {
    const twice = transcript([...TURNS.slice(0, 3), ['PP3', 'Yeah.'], ['INT', 'Yeah.'], ...TURNS.slice(3)]);
    const once = transcript([...TURNS.slice(0, 3), ['PP3', 'Yeah.'], ...TURNS.slice(3)]);
    for (const nth of [0, 1]) assert.equal(found(coded(twice, 'Yeah.', nth), twice, once)[1], undefined);
  });

  it('is left to the researcher where its parts went to different places', () => {
    const one = coded(
      INTERVIEW,
      'in their chairs.\n\n**INT:** Did you expect that?\n\n**PP3:** Yes. I mean, um, not at first',
    );
    const torn = transcript([...TURNS.slice(0, 2), ...TURNS.slice(4), ...TURNS.slice(2, 4)]);
    const points = new CodePoints(torn);
    const { outcome, candidates } = new Anchors(points, NOW, new Map([[BASE, INTERVIEW]])).resolve(one);
    assert.equal(outcome, 'ambiguous');
    assert.ok(candidates.some(({ start, end }) => points.slice(start, end).startsWith('Did you expect that?')));
  });

  it('keeps its place after a refresh that kept its older quote', () => {
    const reworded = INTERVIEW.replace('made the room quieter', 'calmed everybody down');
    const one = coded(INTERVIEW, 'my own story made the room quieter, and slower');
    const points = new CodePoints(reworded);
    const { span } = new Anchors(points, NOW, new Map([[BASE, INTERVIEW]])).resolve(one);
    assert.ok(span);
    const refreshed = withAnchor(one, { points, base: NOW }, span, 'kept');
    assert.equal(refreshed.quote, one.quote);
    const again = new Anchors(points, NOW).resolve(refreshed);
    assert.deepEqual([again.outcome, again.span], ['changed', span]);
    const later = new CodePoints(`Added.\n\n${reworded}`);
    const last = new Anchors(later, 'cccccccccccc', new Map([[NOW, reworded]])).resolve(refreshed);
    assert.deepEqual([last.outcome, last.span?.start], ['changed', span.start + 'Added.\n\n'.length]);
  });

  it('is the true one or none, whatever sentences are put in, taken out and moved', () => {
    const sentence = fc.integer({ min: 1, max: 1e6 }).map(seed => `${words(seeded(seed), 7)}.`);
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 6, maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
        fc.nat(),
        (sentences, moves, pick) => {
          const before = sentences.map(text => `**PP1:** ${text}`).join('\n\n');
          const quote = sentences[pick % sentences.length] as string;
          const after = [...sentences];
          for (const [from, to] of moves) after.splice(to % after.length, 0, ...after.splice(from % after.length, 1));
          const [outcome, said] = found(
            coded(before, quote),
            before,
            after.map(text => `**PP1:** ${text}`).join('\n\n'),
          );
          if (said !== undefined) assert.equal(said, quote);
          assert.notEqual(outcome, 'changed');
        },
      ),
    );
  });
});

describe('comparing versions that nobody writes', () => {
  const inBounds = (before: string, now: string, quote: string): void => {
    const one = coding({ ...anchorOf(new CodePoints(before), { start: 1000, end: 1000 + quote.length }, BASE), quote });
    const { candidates } = new Anchors(new CodePoints(now), NOW, new Map([[BASE, before]])).resolve(one);
    assert.ok(candidates.length < 100);
  };

  it('ends for a megabyte of one letter', () => {
    inBounds('a'.repeat(1_000_000), 'a'.repeat(999_999), 'a'.repeat(20_000));
  });

  it('ends for one word two hundred thousand times', () => {
    inBounds('mm '.repeat(200_000), `${'mm '.repeat(199_990)}no`, 'mm '.repeat(3000));
  });

  it('ends for two texts that have nothing in common', () => {
    inBounds(words(seeded(1), 60_000), words(seeded(2), 60_000), 'x'.repeat(50));
  });
});
