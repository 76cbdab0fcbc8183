import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MINUS, sayArithmetic } from '../../../../src/core/analysis/sample/arithmetic.js';
import { ENGLISH } from '../../../../src/core/analysis/sample/english.js';
import { type Attended, addsUp, sumOf } from '../../../../src/core/analysis/sample/sum.js';

const KINDS = ['interview', 'focus group', 'joint interview', ''];
const kinds = KINDS.map(key => ({ key, label: key }));
const say = (attended: readonly Attended[]): string => sayArithmetic(sumOf(attended, KINDS), kinds, ENGLISH);
const met = (kind: string, ...people: readonly string[]): Attended => ({ kind, people });
const interviews = (...people: readonly string[]): Attended[] => people.map(id => met('interview', id));

describe('the arithmetic of a sample', () => {
  it('says who is counted once though they took part in two kinds', () => {
    const attended = [
      ...interviews('P1', 'P2', 'P3', 'P5', 'P6', 'P7'),
      met('joint interview', 'P7', 'P4'),
      met('joint interview', 'P8', 'P9'),
    ];
    assert.equal(
      say(attended),
      `6 interviews (6 people) + 2 joint interviews (4 people) = 10; in both kinds: P7 ${MINUS}1; 9 people`,
    );
  });

  it('says who was met several times in one kind, by how often, and in how many kinds', () => {
    const attended = [
      ...interviews('N1', 'N1', 'N1', 'N2', 'N10', 'N2', 'N10', 'N3'),
      met('focus group', 'N1', 'N4', 'N5'),
      met('joint interview', 'N1', 'N5'),
    ];
    assert.equal(
      say(attended),
      [
        `8 interviews (8 places; N2 and N10 twice: ${MINUS}2; N1 three times: ${MINUS}2; 4 people)`,
        ` + 1 focus group (3 people) + 1 joint interview (2 people) = 9;`,
        ` in 2 kinds: N5 ${MINUS}1; in 3 kinds: N1 ${MINUS}2; 6 people`,
      ].join(''),
    );
  });

  it('is as short as it can be', () => {
    assert.equal(say(interviews('N1', 'N2')), '2 interviews (2 people)');
    assert.equal(
      say([...interviews('N1', 'N2'), met('focus group', 'N3')]),
      '2 interviews (2 people) + 1 focus group (1 person) = 3 people',
    );
    assert.equal(say([met('', 'N1'), met('interview')]), '1 session (1 person)');
    assert.equal(say([met('interview')]), 'nobody');
  });

  it('puts a kind into the plural only where it is certain to be English', () => {
    assert.equal(ENGLISH.sessions(3, 'Focus Group'), '3 Focus Groups');
    assert.equal(ENGLISH.sessions(3, 'Fokusgruppe'), '3 × Fokusgruppe');
    assert.equal(ENGLISH.sessions(2, ''), '2 sessions');
  });

  it('comes out at what a plain count of names gives, as a sum and as a sentence', () => {
    const person = fc.constantFrom(...Array.from({ length: 9 }, (_, i) => `P${i}`));
    const session = fc.record({ kind: fc.constantFrom(...KINDS), people: fc.uniqueArray(person, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(session, { maxLength: 14 }), attended => {
        const sum = sumOf(attended, KINDS);
        const held = attended.filter(({ people }) => people.length > 0);
        assert.deepEqual(
          [sum.people, sum.places, sum.sessions],
          [
            new Set(held.flatMap(({ people }) => people)).size,
            held.flatMap(({ people }) => people).length,
            held.length,
          ],
        );
        for (const { kind, people, places, sessions } of sum.kinds) {
          const own = held.filter(one => one.kind === kind).map(one => one.people);
          assert.deepEqual([people, places, sessions], [new Set(own.flat()).size, own.flat().length, own.length]);
        }
        assert.ok(addsUp(sum));
        assertSentence(say(attended), sum.people);
      }),
    );
  });

  it('is checked by a test that can fail', () => {
    const sum = sumOf([...interviews('A', 'B'), met('focus group', 'A', 'C')], KINDS);
    assert.ok(addsUp(sum));
    assert.ok(!addsUp({ ...sum, people: sum.people + 1 }));
    assert.ok(!addsUp({ ...sum, places: sum.places + 1 }));
    assert.ok(!addsUp({ ...sum, sessions: sum.sessions + 1 }));
    assert.ok(!addsUp({ ...sum, across: [] }));
    assert.ok(!addsUp({ ...sum, kinds: sum.kinds.map(kind => ({ ...kind, places: kind.places + 1 })) }));
  });
});

/** Works the sentence out as a reader would: from places to people in each bracket, from the brackets to the last number. */
function assertSentence(sentence: string, people: number): void {
  if (sentence === 'nobody') {
    assert.equal(people, 0);
    return;
  }
  const brackets = [...sentence.matchAll(/\(([^)]*)\)/g)].map(([, inside = '']) => {
    const total = Number(/(\d+) (?:people|person)$/.exec(inside)?.[1]);
    const places = /^(\d+) places?;/.exec(inside)?.[1];
    if (places !== undefined) assert.equal(Number(places) - offIn(inside), total, sentence);
    return total;
  });
  const sum = brackets.reduce((all, one) => all + one, 0);
  const rest = / = (\d+)(;.*); (\d+) (?:people|person)$/.exec(sentence);
  if (rest === null) {
    const said = / = (\d+) people$/.exec(sentence);
    if (brackets.length > 1) assert.equal(Number(said?.[1]), people, sentence);
    assert.equal(sum, people, sentence);
    return;
  }
  assert.equal(Number(rest[1]), sum, sentence);
  assert.equal(sum - offIn(rest[2] ?? ''), people, sentence);
  assert.equal(Number(rest[3]), people, sentence);
}

function offIn(text: string): number {
  return [...text.matchAll(new RegExp(`${MINUS}(\\d+)`, 'g'))].reduce((sum, [, off]) => sum + Number(off), 0);
}
