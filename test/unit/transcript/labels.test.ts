import assert from 'node:assert/strict';
import { at, parse, said } from './support.js';

describe('speaker labels', () => {
  /** Source of two speakers' turns, and their labels. Both labels recur, so nothing has to be declared. */
  const twice = (first: string, second: string): string => `${first}\n\n${second}\n\n${first}\n\n${second}\n`;
  const styles: [what: string, first: string, second: string, speakers: string[], labels: string[]][] = [
    ['bold with colon inside', '**I:** how', '**PP3:** so', ['I', 'PP3'], ['**I:**', '**PP3:**']],
    ['plain', 'I: how', 'PP3: so', ['I', 'PP3'], ['I:', 'PP3:']],
    ['bold with colon outside', '**I**: how', '**PP3**: so', ['I', 'PP3'], ['**I**:', '**PP3**:']],
    ['bold without colon', '**I** how', '**PP3** so', ['I', 'PP3'], ['**I**', '**PP3**']],
    ['underscores', '__I:__ how', '__PP3:__ so', ['I', 'PP3'], ['__I:__', '__PP3:__']],
    ['italics', '*I:* how', '*PP3:* so', ['I', 'PP3'], ['*I:*', '*PP3:*']],
    ['the whole turn in bold', '**I: how**', 'PP3: so', ['I', 'PP3'], ['**I:', 'PP3:']],
    ['time before', '[00:12:31] I: how', '[00:12:32] PP3: so', ['I', 'PP3'], ['[00:12:31] I:', '[00:12:32] PP3:']],
    ['bare time before', '00:12:31 I: how', '00:12:32 PP3: so', ['I', 'PP3'], ['00:12:31 I:', '00:12:32 PP3:']],
    [
      'time before bold',
      '[00:12] **I:** how',
      '[00:12] **PP3:** so',
      ['I', 'PP3'],
      ['[00:12] **I:**', '[00:12] **PP3:**'],
    ],
    ['time in the label', 'I [00:12:31]: how', 'PP3 (12:31): so', ['I', 'PP3'], ['I [00:12:31]:', 'PP3 (12:31):']],
    [
      'time behind bold',
      '**I** [00:12:31]: how',
      '**PP3 [00:12:31]:** so',
      ['I', 'PP3'],
      ['**I** [00:12:31]:', '**PP3 [00:12:31]:**'],
    ],
    [
      'escaped time after',
      '**I:** \\[12:34\\] how',
      '**PP3:** [12:35] so',
      ['I', 'PP3'],
      ['**I:** \\[12:34\\]', '**PP3:** [12:35]'],
    ],
    [
      'f4 time before',
      '#00:12:31-4# I: how',
      '#00:12:31-4# PP3: so',
      ['I', 'PP3'],
      ['#00:12:31-4# I:', '#00:12:31-4# PP3:'],
    ],
    ['headings with colon', '### I:\n\nhow', '### PP3:\n\nso', ['I', 'PP3'], ['### I:', '### PP3:']],
    ['headings', '### I\n\nhow', '### PP3\n\nso', ['I', 'PP3'], ['### I', '### PP3']],
    [
      'headings with a time',
      '## I 00:03\n\nhow',
      '## PP3 [0:04] ##\n\nso',
      ['I', 'PP3'],
      ['## I 00:03', '## PP3 [0:04] ##'],
    ],
    ['headings in bold', '### **I**\n\nhow', '### __PP3__\n\nso', ['I', 'PP3'], ['### **I**', '### __PP3__']],
    ['fullwidth colon', '访谈者：how', '受访者： so', ['访谈者', '受访者'], ['访谈者：', '受访者：']],
    [
      'headings with fullwidth colon',
      '### 問：\n\nhow',
      '### 唐鳳：\n\nso',
      ['問', '唐鳳'],
      ['### 問：', '### 唐鳳：'],
    ],
    [
      'time in fullwidth brackets',
      '姓名（00:00:05）：how',
      '客户(00:00:09): so',
      ['姓名', '客户'],
      ['姓名（00:00:05）：', '客户(00:00:09):'],
    ],
    [
      'space before the colon',
      'Interviewer1 : how',
      'Ann\u00a0: so',
      ['Interviewer1', 'Ann'],
      ['Interviewer1 :', 'Ann\u00a0:'],
    ],
    ['no space after the colon', 'Q:how', 'A:so', ['Q', 'A'], ['Q:', 'A:']],
    [
      'lower case',
      'interviewer: how',
      'interviewee: so',
      ['interviewer', 'interviewee'],
      ['interviewer:', 'interviewee:'],
    ],
    [
      'names with spaces',
      'Speaker 12: how',
      'Dr. Ann-Marie O’Neil: so',
      ['Speaker 12', 'Dr. Ann-Marie O’Neil'],
      ['Speaker 12:', 'Dr. Ann-Marie O’Neil:'],
    ],
    [
      'underscores in names',
      'SPEAKER_00: how',
      '**SPEAKER_01:** so',
      ['SPEAKER_00', 'SPEAKER_01'],
      ['SPEAKER_00:', '**SPEAKER_01:**'],
    ],
    ['accents', 'Zoë: how', 'Bjo\u0308rn: so', ['Zoë', 'Bjo\u0308rn'], ['Zoë:', 'Bjo\u0308rn:']],
    ['Hebrew', 'יאיר: how', 'דובר ב: so', ['יאיר', 'דובר ב'], ['יאיר:', 'דובר ב:']],
    [
      'Arabic, with direction marks',
      '\u200fأحمد منصور: how',
      '**ليلى:** so',
      ['أحمد منصور', 'ليلى'],
      ['\u200fأحمد منصور:', '**ليلى:**'],
    ],
    ['astral letters', '𝐀𝐧𝐧: how', '𐐀𐐁: so', ['𝐀𝐧𝐧', '𐐀𐐁'], ['𝐀𝐧𝐧:', '𐐀𐐁:']],
    [
      'Rev',
      'Ann Smith (00:03):\nhow',
      'Ben Lee (00:09):\nso',
      ['Ann Smith', 'Ben Lee'],
      ['Ann Smith (00:03):', 'Ben Lee (00:09):'],
    ],
    [
      'Otter',
      'Ann Smith  0:00  \nhow',
      'Ben Lee  1:02\nso',
      ['Ann Smith', 'Ben Lee'],
      ['Ann Smith  0:00', 'Ben Lee  1:02'],
    ],
    [
      'iFlytek',
      '说话人 1 00:05\nhow',
      '说话人 2 00:09\nso',
      ['说话人 1', '说话人 2'],
      ['说话人 1 00:05', '说话人 2 00:09'],
    ],
    [
      'brackets that tell people apart',
      'Interviewer (EA): how',
      'Interviewer (KM): so',
      ['Interviewer (EA)', 'Interviewer (KM)'],
      ['Interviewer (EA):', 'Interviewer (KM):'],
    ],
    ['list items', '- I: how', '- PP3: so', ['I', 'PP3'], ['I:', 'PP3:']],
    ['quotes', '> **I:** how', '> **PP3:** so', ['I', 'PP3'], ['**I:**', '**PP3:**']],
  ];
  for (const [what, first, second, speakers, labels] of styles) {
    it(`are read: ${what}`, () => {
      const t = parse(twice(first, second));
      assert.deepEqual(
        t.turns.map(turn => turn.speaker),
        [...speakers, ...speakers],
      );
      assert.deepEqual(
        t.turns.map(turn => at(t, turn.label)),
        [...labels, ...labels],
      );
      assert.deepEqual(
        t.runs.map(run => run.text.trim()),
        ['how', 'so', 'how', 'so'],
      );
    });
  }

  it('stand at any line of a paragraph', () => {
    const t = parse('I: how was it\nand why\nPP3: so it\ngoes\nI: yes\nPP3: right');
    assert.deepEqual(said(t), ['I|how was it\nand why', 'PP3|so it\ngoes', 'I|yes', 'PP3|right']);
  });

  it('in lists and quotes stand behind the marks, which belong to no turn', () => {
    const t = parse('> I: how\n>\n> PP3: so\n> it goes\n\n- I: b\n- PP3: c\n  d\n');
    assert.deepEqual(said(t), ['I|how', 'PP3|so\n> it goes', 'I|b', 'PP3|c\n  d']);
  });

  it('introduce everything up to the next label', () => {
    const t = parse('PP3: one\n\ntwo\n\n- three\n\n> four\n\n## Part 2\n\nI: five\n\nPP3: a\n\nI: b');
    assert.equal(said(t)[0], 'PP3|one\n\ntwo\n\n- three\n\n> four\n\n## Part 2');
  });

  it('are not looked for in code, tables, comments, tags and front matter', () => {
    const source =
      '---\nPP3: x\n---\n```\nPP3: a\n```\n\n| PP3: b |\n|---|\n| PP3: c |\n\n<!-- \nPP3: d\n-->\n\n<div>\nPP3: e\n</div>\n\nx <!--\nPP3: f --> `y\nPP3: g`\n';
    assert.deepEqual(
      parse(source, 'PP3').turns.map(turn => turn.speaker),
      [undefined],
    );
  });

  it('keep what stands before the first of them, without a speaker', () => {
    assert.deepEqual(said(parse('# Interview 3\n\nIn the kitchen.\n\nI: a\n\nPP3: b', 'I', 'PP3')), [
      '|# Interview 3\n\nIn the kitchen.',
      'I|a',
      'PP3|b',
    ]);
    assert.deepEqual(said(parse('Nobody speaks.\n')), ['|Nobody speaks.']);
  });

  it('may have nothing behind them', () => {
    assert.deepEqual(said(parse('I:\n\nPP3:\n\nI:\n\nPP3: x')), ['I|', 'PP3|', 'I|', 'PP3|x']);
  });

  it('in a paragraph above a line of hyphens make it speech', () => {
    const t = parse('I: a\n---\nPP3: b\n---\nI: c\n\nPP3: d');
    assert.deepEqual(
      said(t).map(turn => turn[0]),
      ['I', 'P', 'I', 'P'],
    );
    assert.ok(t.runs.every(run => run.kind === 'prose'));
  });
});
