import assert from 'node:assert/strict';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import { load, MARKDOWN, marked, texts } from './tokenize.js';

const SPEAKER = 'entity.name.function.speaker.verbatim';
const TIME = 'constant.numeric.timestamp.verbatim';
const NOTE = 'comment.block.note.verbatim';
const SIC = 'keyword.other.sic.verbatim';
const INAUDIBLE = 'keyword.other.inaudible.verbatim';
const ELLIPSIS = 'punctuation.ellipsis.verbatim';
const OURS = [SPEAKER, TIME, NOTE, SIC, INAUDIBLE, ELLIPSIS, 'meta.speaker.verbatim', 'punctuation.definition.note'];

describe('transcript grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await load(MARKDOWN);
  });

  describe('speaker labels', () => {
    const labels: readonly (readonly [line: string, speaker: string])[] = [
      ['**PP3:** text', 'PP3'],
      ['PP3: text', 'PP3'],
      ['**PP3**: text', 'PP3'],
      ['**PP3** text', 'PP3'],
      ['**PP3** and so I went', 'PP3'],
      ['**Ann Smith** Yes, I do', 'Ann Smith'],
      ['**Ann** "Well"', 'Ann'],
      ['__PP3:__ text', 'PP3'],
      ['[00:12:31] PP3: text', 'PP3'],
      ['[00:12:31] **PP3:** text', 'PP3'],
      ['**[00:12] PP3:** text', 'PP3'],
      ['PP3 [00:12:31]: text', 'PP3'],
      ['**PP3 [00:12]:** text', 'PP3'],
      ['**PP3** [00:12]: text', 'PP3'],
      ['PP3 [00:12] text', 'PP3'],
      ['PP3 \\[00:12\\]: text', 'PP3'],
      ['Ann Smith (00:03):', 'Ann Smith'],
      ['Ann Smith (00:03)', 'Ann Smith'],
      ['Ann Smith  0:03', 'Ann Smith'],
      ['PP3: text #00:12:31-4#', 'PP3'],
      ['**Ann:** \\[12:34\\] text', 'Ann'],
      ['### PP3:', 'PP3'],
      ['### PP3', 'PP3'],
      ['## **PP3:**', 'PP3'],
      ['#### Interviewer', 'Interviewer'],
      ['### Ann Smith:', 'Ann Smith'],
      ['### PP3: text', 'PP3'],
      ['### [00:12] PP3', 'PP3'],
      ['Q: text', 'Q'],
      ['A: text', 'A'],
      ['PP3:', 'PP3'],
      ['PP3 : text', 'PP3'],
      ['PP3\u00A0: text', 'PP3'],
      ['PP3：text', 'PP3'],
      ['interviewee: text', 'interviewee'],
      ['Interviewer1 : text', 'Interviewer1'],
      ['Speaker 12: text', 'Speaker 12'],
      ['SPEAKER_00: text', 'SPEAKER_00'],
      ['pp3: text', 'pp3'],
      ['NP 4: text', 'NP 4'],
      ['PP1/PP2: text', 'PP1/PP2'],
      ['PP1 & PP2: text', 'PP1 & PP2'],
      ['Dr. Ann Smith: text', 'Dr. Ann Smith'],
      ["Mary-Jane O'Neil: text", "Mary-Jane O'Neil"],
      ['Élodie de la Tour: oui', 'Élodie de la Tour'],
      ['Åse Ødegård: ja', 'Åse Ødegård'],
      ['Jose\u0301: sí', 'Jose\u0301'],
      ['Мария Иванова: да', 'Мария Иванова'],
      ['Νίκος: ναι', 'Νίκος'],
      ['访谈者：你好', '访谈者'],
      ['受访者 1：你好', '受访者 1'],
      ['姓名(00:01:02): 正文', '姓名'],
      ['说话人 1 00:05', '说话人 1'],
      ['### 唐鳳：', '唐鳳'],
      ['### 問：', '問'],
      ['**佐藤** そうです', '佐藤'],
      ['면담자: 네', '면담자'],
      ['أحمد منصور: مرحبا', 'أحمد منصور'],
      ['יאיר: שלום', 'יאיר'],
      ['דובר ב: כן', 'דובר ב'],
      ['\u200Fיאיר\u200F: שלום', '\u200Fיאיר\u200F'],
      ['सीता: हाँ', 'सीता'],
      ['สมชาย: ครับ', 'สมชาย'],
    ];
    for (const [line, speaker] of labels) {
      it(`finds ${JSON.stringify(speaker)} in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(texts(grammar, line, SPEAKER), [speaker]);
      });
    }

    it('finds a label on every line of a paragraph, and after an edit of the line above', () => {
      assert.deepEqual(texts(grammar, 'PP3: one\nPP4: two\nand more\n\n**I:** three', SPEAKER), ['PP3', 'PP4', 'I']);
    });

    it('keeps a bold label bold and the text behind it Markdown', () => {
      assert.deepEqual(texts(grammar, '**PP3:** a **strong** word', 'markup.bold.markdown'), [
        '**PP3:**',
        '**strong**',
      ]);
    });

    it('keeps a heading a heading', () => {
      assert.deepEqual(texts(grammar, '### PP3:', 'entity.name.section.markdown'), ['PP3:']);
    });

    it('tells the colon from the name', () => {
      assert.deepEqual(texts(grammar, '**PP3 :** a: b', 'punctuation.separator.speaker.verbatim'), [':']);
    });
  });

  describe('no speaker', () => {
    const lines: readonly string[] = [
      '12:30 we met',
      '12:30: we met',
      'At 12:30 we met',
      'https://example.org is a page',
      'Https://example.org is a page',
      'See https://example.org for more',
      'mailto:ann@example.org',
      'Foo::Bar is code',
      'Smile :) and so on',
      'Note: this was recorded later',
      'NOTE: this was recorded later',
      '**Note:** this was recorded later',
      '**Note** This was recorded later',
      'Notes 2: this was recorded later',
      'Include: deliberate sharing',
      'Exclude: sharing among colleagues only',
      'Example: one time I told them',
      'Hinweis: später aufgenommen',
      '注：later',
      'so I said: yes',
      'The project was undertaken by two staff: Ann and Bo',
      'The Very Long Name Of Some Committee: text',
      'A_word_that_is_far_longer_than_any_name_could_ever_be: text',
      '我认为这个问题是这样的，所以：第一',
      'We met PP3: text',
      '**Important** this is the point',
      '**so** That is it',
      'A **PP3:** in the middle',
      '- PP3: in a list',
      '- item\n  Continued: in a list',
      '> PP3: in a quotation',
      '    PP3: indented code',
      '## Question 3: what helps?',
      '## Part 2',
      '# Findings',
      '## Results: an overview',
      '## Session 3:',
      'Lunch 12:30',
      '| PP3: | text |',
      '*PP3*',
    ];
    for (const line of lines) {
      it(`in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(texts(grammar, line, SPEAKER), []);
      });
    }
  });

  describe('timestamps', () => {
    const times: readonly (readonly [line: string, ...times: string[]])[] = [
      ['[00:12:31] PP3: text', '[00:12:31]'],
      ['PP3 [00:12:31]: text', '[00:12:31]'],
      ['Ann Smith (00:03):', '(00:03)'],
      ['Ann Smith  0:03', '0:03'],
      ['**Ann:** \\[12:34\\] text', '\\[12:34\\]'],
      ['PP3: text #00:12:31-4#', '#00:12:31-4#'],
      ['text #00:12:31#', '#00:12:31#'],
      ['from 00:01:02.500 on', '00:01:02.500'],
      ['from 00:01:02,500 on', '00:01:02,500'],
      ['from 01:02.500 on', '01:02.500'],
      ['at 00:01:02.', '00:01:02'],
      ['[00:12 - 00:14] text', '[00:12 - 00:14]'],
      ['text (00:12) more [01:00:12.3]', '(00:12)', '[01:00:12.3]'],
      ['### 00:05:00', '00:05:00'],
      ['[inaudible 00:03:12]', '00:03:12'],
    ];
    for (const [line, ...expected] of times) {
      it(`finds ${expected.join(' and ')} in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(texts(grammar, line, TIME), expected);
      });
    }

    for (const line of [
      'we met at 12:30',
      '2026-03-02T10:03:11Z',
      '[00:12](https://example.org)',
      '1:2:3',
      '`00:01:02`',
    ]) {
      it(`finds none in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(texts(grammar, line, TIME), []);
      });
    }
  });

  describe('bracketed notes', () => {
    const notes: readonly (readonly [line: string, scope: string, ...notes: string[]])[] = [
      ['yes [laughs] and', NOTE, '[laughs]'],
      ['yes [laughter]', NOTE, '[laughter]'],
      ['[pause] yes', NOTE, '[pause]'],
      ['PP3: [crosstalk] yes', NOTE, '[crosstalk]'],
      ['PP3:[crosstalk] yes', NOTE, '[crosstalk]'],
      ['[pause] [both laugh] yes', NOTE, '[pause]', '[both laugh]'],
      ['they [the team] said', NOTE, '[the team]'],
      ['[ laughs ]', NOTE, '[ laughs ]'],
      ['Mr. [X] said', NOTE, '[X]'],
      ['*[laughs]* and **yes [pause]**', NOTE, '[laughs]', '[pause]'],
      ['yes \\[laughs\\] and', NOTE, '\\[laughs\\]'],
      ['- [laughs] in a list', NOTE, '[laughs]'],
      ['> a [pause] in a quotation', NOTE, '[pause]'],
      ['| a | [pause] |', NOTE, '[pause]'],
      ['yes (laughs) and (laughing softly)', NOTE, '(laughs)', '(laughing softly)'],
      ['是的 [笑] 对', NOTE, '[笑]'],
      ['はい（笑）と〈うん〉と【T】', NOTE, '（笑）', '〈うん〉', '【T】'],
      ['כן [צוחק]', NOTE, '[צוחק]'],
      ['there [sic] house', SIC, '[sic]'],
      ['there [Sic!] house', SIC, '[Sic!]'],
      ['there [sic: their] house', SIC, '[sic: their]'],
      ['there \\[sic\\] house', SIC, '\\[sic\\]'],
      ['there (sic) house', SIC, '(sic)'],
      ['at [inaudible] then', INAUDIBLE, '[inaudible]'],
      ['at [INAUDIBLE 00:03:12] then', INAUDIBLE, '[INAUDIBLE 00:03:12]'],
      ['at [unclear: home?] then', INAUDIBLE, '[unclear: home?]'],
      ['at [??] then', INAUDIBLE, '[??]'],
      ['at (unintelligible) then', INAUDIBLE, '(unintelligible)'],
      ['at \\[inaudible\\] then', INAUDIBLE, '\\[inaudible\\]'],
    ];
    for (const [line, scope, ...expected] of notes) {
      it(`finds ${expected.join(' and ')} in ${JSON.stringify(line)}`, () => {
        const found = [NOTE, SIC, INAUDIBLE].flatMap(s => marked(grammar, line, s));
        assert.deepEqual(
          found,
          expected.map(text => ({ text, scope })),
        );
      });
    }

    const none: readonly string[] = [
      '[x](y)',
      '[laughs](https://example.org)',
      '[see [sic] there](y)',
      '[text][ref]',
      '[text][]',
      '[ref]: https://example.org',
      '![image](a.png)',
      '![image]',
      '- [ ] open',
      '- [x] done',
      '* [X] done',
      '1. [x] done',
      '  - [x] done',
      '[^1] and [^note]',
      '[1] and [1, 2] and [3-5]',
      '[@smith2020] and [see @smith2020]',
      '[[wiki]]',
      '[!NOTE]',
      '[small]{.smallcaps}',
      '`[laughs]`',
      '    [laughs]',
      '<!-- [laughs] -->',
      '[]',
      'a [ b',
      '(in brackets) and (he laughs)',
    ];
    for (const line of none) {
      it(`finds none in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(
          [NOTE, SIC, INAUDIBLE].flatMap(s => texts(grammar, line, s)),
          [],
        );
      });
    }
  });

  describe('elisions', () => {
    const elisions: readonly (readonly [line: string, ...elisions: string[]])[] = [
      ['and . . . then', '. . .'],
      ['the end . . . . Then', '. . . .'],
      ['and ... then', '...'],
      ['and \\... then', '\\...'],
      ['and … then', '…'],
      ['and [...] then', '[...]'],
      ['and […] then', '[…]'],
      ['and [. . .] then', '[. . .]'],
      ['and \\[...\\] then', '\\[...\\]'],
      ['and \\[…\\] then', '\\[…\\]'],
      ['and (...) then', '(...)'],
      ['PP3: ... yes', '...'],
      ['**PP3** … yes', '…'],
    ];
    for (const [line, ...expected] of elisions) {
      it(`finds ${expected.join(' and ')} in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(texts(grammar, line, ELLIPSIS), expected);
      });
    }

    for (const line of ['One. Two. Three.', 'e. g. this', 'see ..', '[...](y)', '`...`']) {
      it(`finds none in ${JSON.stringify(line)}`, () => {
        assert.deepEqual(texts(grammar, line, ELLIPSIS), []);
      });
    }
  });

  describe('what it leaves alone', () => {
    const untouched: Readonly<Record<string, string>> = {
      'front matter': '---\nparticipants: [PP3]\nPP3: [laughs] ... 00:01:02\n---',
      'fenced code': '```\nPP3: [laughs] ... 00:01:02\n```',
      'indented code': '    PP3: [laughs] ... 00:01:02',
      'inline code': 'so `[laughs] ... [00:12]` it is',
      'a comment': '<!--\nPP3: [laughs] ... 00:01:02\n-->',
      'a link': '[**PP3:** [sic] ... 00:01:02](https://example.org/...)',
      'plain prose': 'It was, all in all, a good day. We left at 12:30 (or later).',
    };
    for (const [what, text] of Object.entries(untouched)) {
      it(what, () => {
        for (const scope of OURS) assert.deepEqual(texts(grammar, text, scope), [], scope);
      });
    }

    it('starts again behind front matter', () => {
      assert.deepEqual(texts(grammar, '---\nPP3: x\n---\n\nPP4: text', SPEAKER), ['PP4']);
    });
  });

  describe('very long lines', () => {
    const finishes = (piece: string, length: number): void => {
      const line = `PP3: ${piece.repeat(Math.ceil(length / piece.length))}`;
      const result = grammar.tokenizeLine(line, INITIAL);
      assert.equal(result.stoppedEarly, false);
      assert.ok((result.tokens.at(-1)?.endIndex ?? 0) >= line.length);
    };

    it('finishes a megabyte of words and notes', function () {
      this.timeout(0);
      finishes('Ann Smith [laughs] ', 2 ** 20);
    });

    for (const piece of [
      'Ann ',
      '[',
      '.',
      '. ',
      '\\[',
      'A',
      ':',
      '访',
      '00:01:02 ',
      '#1:00',
      '(laughing ',
      '[?',
      '[[x',
      '1',
    ]) {
      it(`finishes a hundred thousand characters of ${JSON.stringify(piece)}`, function () {
        this.timeout(0);
        finishes(piece, 100_000);
      });
    }
  });
});
