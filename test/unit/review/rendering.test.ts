import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Anchors } from '../../../src/core/anchoring/anchors.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import type { Note } from '../../../src/core/reading/record.js';
import { marksFor } from '../../../src/core/review/renderedTags.js';
import { type CodedText, renderCoded, type Shown } from '../../../src/core/review/rendering.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import type { Span } from '../../../src/core/text/span.js';
import { parseTranscript } from '../../../src/core/transcript/parse.js';

const TEXT =
  '**I:** How was it?\n\n**PP1:** I kept telling a bit of my own story. The room was quieter then.\n\n**I:** And then?\n\n**PP1:** 😀 We sat on the stairs.\n';
const TITLES: Record<string, string> = { own: 'Own story', hope: 'Hope', odd: 'With ⟦brackets⟧' };

function render(text: string, shown: readonly Shown[], marks = marksFor(text)): CodedText {
  const transcript = parseTranscript(text, 'transcripts/pp-01.md');
  const anchors = new Anchors(transcript.points, 'b');
  return renderCoded({ transcript, anchors, shown, marks, titleOf: id => TITLES[id] ?? id });
}

/** A coding of the characters from one place to another; the text is its own witness. */
function at(text: string, start: number, end: number, over: Partial<Coding> = {}): Coding {
  return { code: 'own', ...anchorOf(new CodePoints(text), { start, end }, 'b'), id: 'k3f9x2m1qa', ...over };
}

function of(quote: string, over: Partial<Coding> = {}): Coding {
  const start = new CodePoints(TEXT).fromUtf16(TEXT.indexOf(quote));
  return at(TEXT, start, start + [...quote].length, over);
}

const by = (coder: string, ...records: (Coding | Note)[]): Shown[] => records.map(record => ({ coder, record }));
const lineWith = (rendered: CodedText, words: string): string =>
  rendered.points.text.split('\n').find(line => line.includes(words)) ?? '';

describe('a transcript with its coded passages as text', () => {
  it('puts a passage between two tags and says whose it is', () => {
    const rendered = render(TEXT, by('EA', of('telling a bit of my own story')));
    assert.equal(
      lineWith(rendered, 'telling'),
      '**PP1:** I kept ⟦Own story · EA⟧telling a bit of my own story⟦/Own story · EA⟧. The room was quieter then.',
    );
    assert.equal(rendered.bodyEnd, rendered.points.length);
  });

  it('says where the tags, the passage and a long memo are', () => {
    const memo = 'First thought, which is a rather long one, so that it does not go into a tag.\nSecond thought.';
    const rendered = render(TEXT, by('EA', of('We sat', { memo })));
    const [record] = rendered.records;
    assert.ok(record?.memo);
    const slice = ({ start, end }: Span): string => rendered.points.slice(start, end);
    assert.deepEqual(record.tags.map(slice), [
      '⟦Own story · EA⟧',
      '⟦/Own story · EA — First thought, which is a rather long one, so that it does…⟧',
    ]);
    assert.equal(slice(record.span), record.tags.map(slice).join('We sat'));
    assert.equal(slice(record.memo), `⟦Own story · EA⟧ “We sat”\n    ${memo.replace('\n', '\n    ')}`);
    assert.equal(
      rendered.points.slice(rendered.bodyEnd, rendered.points.length).trim().startsWith('## Memos in full'),
      true,
    );
  });

  it('leaves labels and marks of lines whole, and white space outside', () => {
    const all = render(TEXT, by('EA', at(TEXT, 0, [...TEXT].length)));
    assert.ok(all.points.text.startsWith('**I:** ⟦Own story · EA⟧How'));
    assert.ok(all.points.text.endsWith('stairs.⟦/Own story · EA⟧\n'));
    const label = render(TEXT, by('EA', at(TEXT, 21, 24)));
    assert.ok(label.points.text.includes('\n⟦Own story · EA⟧**PP1:**⟦/Own story · EA⟧ I kept'));
    const list = '## Notes\n\n- one\n- two\n';
    assert.equal(
      render(list, by('EA', at(list, 0, 18))).points.text,
      '## ⟦Own story · EA⟧Notes\n\n- one⟦/Own story · EA⟧\n- two\n',
    );
  });

  it('nests and crosses passages in one order only, and tells passages of one code and coder apart', () => {
    const shown = [
      ...by('BO', of('telling a bit of my own story', { code: 'hope', id: 'b' })),
      ...by('EA', of('telling a bit of my own story', { id: 'a' }), of('my own story. The room', { id: 'c' })),
      ...by('EA', of('bit', { id: 'd', code: 'odd' })),
    ];
    const expected =
      '**PP1:** I kept ⟦Hope · BO⟧⟦Own story · EA⟧telling a ⟦With [brackets] · EA⟧bit⟦/With [brackets] · EA⟧ of ⟦Own story · EA′⟧my own story⟦/Own story · EA⟧⟦/Hope · BO⟧. The room⟦/Own story · EA′⟧ was quieter then.';
    assert.equal(lineWith(render(TEXT, shown), 'telling'), expected);
    assert.equal(lineWith(render(TEXT, [...shown].reverse()), 'telling'), expected);
  });

  it('says how a passage stands to its code, in its closing tag', () => {
    const shown = by('EA', of('my own story', { evidence: 'contradicts', memo: 'Why?' }));
    const rendered = render(TEXT, shown).points.text;
    assert.ok(rendered.includes('⟦Own story · EA⟧my own story⟦/Own story · EA (contradicts) — Why?⟧'));
  });

  it('lists what has no certain place, and notes without a code, under a plain heading', () => {
    const { code: _, ...note } = of('We sat', { memo: 'Where?', id: 'n' });
    const lost = of('We sat', {
      quote: 'we danced on the roof all night',
      context: ['', ''],
      memo: 'Really?',
      base: 'x',
    });
    const rendered = render(TEXT, by('EA', note as Note, lost));
    assert.ok(rendered.points.text.includes('⟦(note) · EA⟧We sat⟦/(note) · EA — Where?⟧'));
    const end = rendered.points.slice(rendered.bodyEnd, rendered.points.length);
    assert.equal(
      end,
      '\n\n## Passages without a certain place\n\n- ⟦Own story · EA⟧ “we danced on the roof all night” (its words are gone) — Really?',
    );
    const listed = rendered.records.at(-1);
    assert.equal(listed?.outcome, 'orphan');
    assert.ok(rendered.points.slice(listed.span.start, listed.span.end).endsWith('Really?'));
  });

  it('lists all where the transcript is not there', () => {
    const shown = by('EA', of('We sat'));
    const input = {
      transcript: undefined,
      anchors: undefined,
      shown,
      marks: marksFor(''),
      titleOf: (id: string) => id,
    };
    assert.ok(
      renderCoded(input).points.text.startsWith('## Passages without a certain place\n\n- ⟦own · EA⟧ “We sat”'),
    );
  });

  it('takes other marks where a text has these', () => {
    assert.deepEqual(marksFor('a', 'b ⟧'), { open: '⟪', close: '⟫' });
    const { open, close } = marksFor('⟦⟧⟪⟫⦃⦄〖〗');
    assert.equal([...open, ...close].length, 2);
    assert.notEqual(open, close);
  });
});

const words = fc.constantFrom(
  'PP1:',
  '**I:**',
  'hope',
  '⟦',
  '⟪x⟫',
  '😀',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '## ',
  ' ',
  '#00:01#',
  'q',
);
const anyText = fc.array(words, { minLength: 1, maxLength: 40 }).map(parts => `x${parts.join(' ')}`);
const anyShown = fc
  .record({
    text: anyText,
    made: fc.uniqueArray(
      fc.record({
        from: fc.nat(60),
        length: fc.integer({ min: 1, max: 30 }),
        code: fc.constantFrom('own', 'hope', 'odd'),
        coder: fc.constantFrom('EA', 'BO'),
        memo: fc.option(fc.constantFrom('Why?', 'a ⟦b⟧ ⟪', 'long '.repeat(20), 'two\nlines'), { nil: undefined }),
        id: fc.nat(999),
        isLost: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8, selector: ({ id }) => id },
    ),
  })
  .map(({ text, made }) => ({
    text,
    shown: made.map(({ from, length, code, coder, memo, id, isLost }): Shown => {
      const size = [...text].length;
      const start = from % size;
      const record = at(text, start, Math.min(size, start + length), {
        code,
        id: `id${id}`,
        ...(memo && { memo }),
        ...(isLost && { quote: 'words that nobody said here', context: ['', ''] }),
      });
      return { coder, record };
    }),
  }));

describe('any transcript with any codings', () => {
  it('is the transcript again without its tags, with the same lines', () => {
    fc.assert(
      fc.property(anyShown, ({ text, shown }) => {
        const marks = marksFor(text);
        const { points, bodyEnd } = render(text, shown);
        const body = points.slice(0, bodyEnd);
        const tags = new RegExp(`${marks.open}[^${marks.close}\n]*${marks.close}`, 'g');
        assert.equal(body.replace(tags, ''), text);
      }),
    );
  });

  it('is the same whatever order the codings come in', () => {
    fc.assert(
      fc.property(anyShown, ({ text, shown }) => {
        assert.deepEqual(render(text, [...shown].reverse()), render(text, shown));
      }),
    );
  });

  it('only gets more text by one more coding', () => {
    fc.assert(
      fc.property(anyShown, fc.nat(7), ({ text, shown }, which) => {
        const fewer = shown.filter((_, i) => i !== which % shown.length);
        const more = render(text, shown).points.text;
        let at = 0;
        for (const unit of render(text, fewer).points.text) {
          const found = more.indexOf(unit, at);
          assert.notEqual(found, -1);
          at = found + unit.length;
        }
      }),
    );
  });

  it('says for each coding where it is', () => {
    fc.assert(
      fc.property(anyShown, ({ text, shown }) => {
        const { open, close } = marksFor(text);
        const { points, records } = render(text, shown);
        assert.equal(records.length, shown.length);
        for (const { tags } of records) {
          for (const tag of tags) {
            const written = points.slice(tag.start, tag.end);
            assert.ok(written.startsWith(open) && written.indexOf(close) === written.length - close.length);
          }
        }
      }),
    );
  });
});
