import assert from 'node:assert/strict';
import { parse } from './support.js';

const front = (yaml: string) => parse(`---\n${yaml}\n---\nI: x\n`).frontMatter;

describe('front matter', () => {
  it('is read, everything as written', () => {
    const yaml =
      'kind: focus group\nparticipants: [PP3, 007]\ndate: 2024-03-02\nsite: B\nlanguage: no\ninterviewer: EA\nduration: 1:05\nround: 2\ntags: [a, b]\nroom: {floor: 3}';
    assert.deepEqual(front(yaml), {
      kind: 'focus group',
      participants: ['PP3', '007'],
      date: '2024-03-02',
      site: 'B',
      language: 'no',
      interviewers: ['EA'],
      duration: '1:05',
      other: { round: '2', tags: 'a, b', room: 'floor: 3' },
    });
  });

  const people: [string, string[]][] = [
    ['participants: PP3, PP4', ['PP3', 'PP4']],
    ['participants: 张三、李四', ['张三', '李四']],
    ['participants:\n  - PP3\n  - id: PP4\n    role: peer', ['PP3', 'PP4']],
    ['Participant: PP3', ['PP3']],
    ['participants:', []],
    ['participants: [, ]', []],
  ];
  for (const [yaml, expected] of people) {
    it(`names participants: ${JSON.stringify(yaml)}`, () => assert.deepEqual(front(yaml).participants, expected));
  }

  it('names those who asked', () => {
    assert.deepEqual(front('interviewers: [EA, MB]').interviewers, ['EA', 'MB']);
  });

  const speakers: [string, string[]][] = [
    ['speakers: {A: PP3, B: PP4}', ['A=PP3', 'B=PP4']],
    ['Speakers:\n  A: PP3\n  Frau Ø: PP4', ['A=PP3', 'Frau Ø=PP4']],
    ['speakers:\n  - A: PP3\n  - B: PP3', ['A=PP3', 'B=PP3']],
    ['speakers:', []],
  ];
  for (const [yaml, expected] of speakers) {
    it(`says who the labels stand for: ${JSON.stringify(yaml)}`, () => {
      const t = parse(`---\nkind: x\n${yaml}\nsession: Both \n---\nI: x\n`);
      assert.deepEqual(
        (t.frontMatter.speakers ?? []).map(({ label, participant }) => `${label}=${participant}`),
        expected,
      );
      assert.equal(t.frontMatter.session, 'Both');
      assert.deepEqual([t.frontMatter.other, t.problems], [{}, []]);
    });
  }

  for (const yaml of [
    'speakers: PP3',
    'speakers: [A, B]',
    'speakers: {A: PP3, a: PP4}',
    'speakers: {A: [PP3, PP4]}',
    'speakers: {"": PP3}',
  ]) {
    it(`says what it does not understand of them, and takes none of that in: ${yaml}`, () => {
      const t = parse(`---\nkind: x\n${yaml}\n---\nI: x\n`);
      assert.equal(t.frontMatter.speakers, undefined);
      assert.deepEqual(
        t.problems.map(({ rule, severity, line }) => [rule, severity, line]),
        [['front-matter', 'warning', 3]],
      );
    });
  }

  it('makes labels of those it maps', () => {
    const t = parse('---\nspeakers: {A: PP3}\n---\n\nA: Once only.\n');
    assert.deepEqual(
      t.turns.map(({ speaker }) => speaker),
      ['A'],
    );
  });

  it('is no part of the body', () => {
    const t = parse('\ufeff---\r\nsite: B\r\n---\r\n\r\nHello\r\n');
    assert.equal(t.text.slice(t.bodyStart), '\nHello\n');
    assert.deepEqual(
      t.runs.map(run => run.text),
      ['Hello'],
    );
    assert.deepEqual(parse('---\nsite: B\n...\nHello').frontMatter.site, 'B');
  });

  for (const source of ['---\n---', '---\n---\n', '---\n\n---\n', '---\nsite: B\n---', '---\n# only a remark\n---\n']) {
    it(`may be all there is: ${JSON.stringify(source)}`, () => {
      const t = parse(source);
      assert.deepEqual([t.turns, t.runs, t.problems, t.bodyStart], [[], [], [], t.points.length]);
    });
  }

  const broken: [yaml: string, line: number][] = [
    ['site: B\nparticipants: [PP3', 3],
    ['a: 1\na: 2', 3],
    ['\tsite: B', 2],
    ['- PP3', 2],
    ['just words', 2],
    ['site: *unknown', 2],
    [`a: ${'['.repeat(30_000)}`, 2],
    ['- '.repeat(5000), 2],
    ['? '.repeat(5000), 2],
    [Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 2],
  ];
  for (const [yaml, line] of broken) {
    it(`that cannot be read is a problem, and the body is read: ${JSON.stringify(yaml.slice(0, 30))}`, () => {
      const t = parse(`---\n${yaml}\n---\nI: a\n\nI: b`);
      assert.deepEqual(
        t.problems.map(({ rule, severity, file }) => ({ rule, severity, file })),
        [{ rule: 'front-matter', severity: 'error', file: 'transcripts/a.md' }],
      );
      assert.ok(
        (t.problems[0]?.line ?? 0) >= Math.min(2, line) && (yaml.length > 100 || t.problems[0]?.line === line),
        String(t.problems[0]?.line),
      );
      assert.match(t.problems[0]?.message ?? '', /^[^\n]+\.$/);
      assert.deepEqual(t.frontMatter, { participants: [], interviewers: [], other: {} });
      assert.deepEqual(
        t.turns.map(turn => turn.speaker),
        ['I', 'I'],
      );
    });
  }

  it('without an end is a problem, a line of hyphens is not', () => {
    assert.deepEqual(
      parse('---\nsite: B\n\nI: a\n\nI: b').problems.map(({ line }) => line),
      [1],
    );
    assert.deepEqual(parse('---\n\nI: a\n\nI: b').problems, []);
  });

  it('cannot reach a prototype', () => {
    const { other } = front('__proto__: x\nconstructor: y');
    assert.deepEqual(Object.entries(other), [
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    assert.equal(Object.getPrototypeOf(other), Object.prototype);
  });
});
