import assert from 'node:assert/strict';
import { parse } from './support.js';

const speakers = (source: string, ...declared: string[]): (string | undefined)[] =>
  parse(source, ...declared).turns.map(turn => turn.speaker);

describe('trust in labels', () => {
  it('comes from recurring, whatever case and composition', () => {
    assert.deepEqual(speakers('Zoë: a\n\nZOE\u0308: b\n\nOnce: c'), ['Zoë', 'ZOE\u0308']);
  });

  it('comes from being declared', () => {
    assert.deepEqual(speakers('PP3: a\n\nPP4: b', 'pp3', 'pp4'), ['PP3', 'PP4']);
    assert.deepEqual(
      speakers('---\nparticipants: Ann, Ben\ninterviewer: Kim\n---\nKim: x\n\nAnn: a\n\nBen: b\n\nWell: c'),
      ['Kim', 'Ann', 'Ben'],
    );
    assert.deepEqual(speakers('### PP3\n\na\n\n**Ben** b', 'pp3', 'Ben'), ['PP3', 'Ben']);
  });

  it('goes over to a label that follows the same pattern', () => {
    assert.deepEqual(speakers('P1: a\n\nP2: b\n\nP1: c\n\nP12: d'), ['P1', 'P2', 'P1', 'P12']);
  });

  it('is refused to a single id, and says so', () => {
    const t = parse('I: a\n\nPP3: b\n\nI: c\n\nEA: d\n');
    assert.deepEqual(
      t.turns.map(turn => turn.speaker),
      ['I', 'I'],
    );
    assert.deepEqual(
      t.problems.map(({ rule, severity, line, columns, data }) => ({ rule, severity, line, columns, data })),
      [
        { rule: 'speaker-once', severity: 'info', line: 3, columns: [0, 4], data: { speaker: 'PP3' } },
        { rule: 'speaker-once', severity: 'info', line: 7, columns: [0, 3], data: { speaker: 'EA' } },
      ],
    );
  });

  it('sees one speaker with and without a remark in brackets', () => {
    assert.deepEqual(speakers('PP3: a\n\nI: x\n\nPP3 (laughs): b\n\nI [whispers]: y'), ['PP3', 'I', 'PP3', 'I']);
  });

  const refused = [
    ...[
      '12:30',
      '12:30 was late',
      'http://example.org',
      'https://example.org: x',
      'Note: a',
      'NOTE: a',
      'Note to self: a',
      'Observer note: a',
      '**Break:** a',
      '**Break**',
    ],
    ...[
      'Question 3: a',
      '## Question 3: How',
      'Part 2: a',
      'Tema 1: a',
      'The project was undertaken by two staff: a',
      'And then she said: a',
      'He told, me: a',
      'Well. So: a',
    ],
    ...[
      'A. B. Well then so and so: a',
      'C:\\temp',
      'std::vector',
      'smile :)',
      `${'Long'.repeat(11)}: a`,
      ': a',
      '-: a',
      '1: a',
      '注意：a',
      'ملاحظة: a',
      '**really important** a',
      '*Ann* a',
    ],
    ...['[00:12:31]', '[00:12:31] and on', '00:12:31', 'It was 12:30', '[12:30]: a'],
  ];
  for (const line of refused) {
    it(`is refused to ${JSON.stringify(line)}, however often`, () =>
      assert.deepEqual(speakers(`${line}\n\n${line}\n\n${line}`), [undefined]));
  }

  it('is refused to running text that happens to recur in wrapped lines', () => {
    assert.deepEqual(speakers('It was as we had\nput it then: no\n\nAnd they had\nput it then: yes'), [undefined]);
  });

  it('is not given to one word in bold, nor where ordinary words are in bold', () => {
    assert.deepEqual(speakers('**Ann** came.\n\n**Ann** went.'), [undefined]);
    assert.deepEqual(speakers('**Ann** a\n\n**Ben** b\n\n**Ann** c\n\n**Ben** d\n\n**Yes** e\n\n**Yes** f'), [
      undefined,
    ]);
    assert.deepEqual(speakers('**Yes** a\n\n**Yes** b\n\n**Ann** c', 'Ann'), [undefined, 'Ann']);
  });

  it('is not given to a name in bold where labels have colons', () => {
    assert.deepEqual(speakers('**PP3** was late.\n\nPP3: a\n\nPP3: b', 'PP3'), [undefined, 'PP3', 'PP3']);
  });

  it('is not given to headings that recur once in every section', () => {
    assert.deepEqual(
      speakers('# One\n\n## Background\n\na\n\n## Mood\n\nb\n\n# Two\n\n## Background\n\nc\n\n## Mood\n\nd'),
      [undefined],
    );
    assert.deepEqual(speakers('# One\n\n## Ann\n\na\n\n## Ben\n\nb\n\n## Ann\n\nc\n\n## Ben\n\nd'), [
      undefined,
      'Ann',
      'Ben',
      'Ann',
      'Ben',
    ]);
  });

  it('is not given to headings that are times', () => {
    assert.deepEqual(speakers('### 00:05:00\n\n**Ann:** a\n\n### 00:05:00\n\n**Ann:** b'), [undefined, 'Ann', 'Ann']);
  });
});
