import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseTranscript } from '../../../src/core/transcript/parse.js';
import type { Transcript } from '../../../src/core/transcript/transcript.js';
import { anyText, nastyText } from './fragments.js';
import { at, check, parse, said } from './support.js';

/** What holds for every transcript, whatever its text. */
function assertSound(t: Transcript): void {
  let end = t.bodyStart;
  for (const run of t.runs) {
    assert.ok(run.span.start >= end && run.span.end > run.span.start && run.span.end <= t.points.length);
    const source = at(t, run.span) ?? '';
    if (source !== run.text) assert.match(source, /^(?:\\[!-/:-@[-`{-~]|&#?\w{1,31};)$/);
    end = run.span.end;
  }
  end = t.bodyStart;
  for (const { span, label, body, speaker } of t.turns) {
    assert.ok(span.start >= end && span.end <= t.points.length);
    assert.equal(label === undefined, speaker === undefined);
    if (label) assert.ok(label.start === span.start && label.end > label.start && label.end <= body.start);
    else assert.equal(body.start, span.start);
    assert.ok(body.start <= body.end && body.end === span.end);
    assert.ok(
      span.end > span.start && /\S$/.test(at(t, span) ?? '') && (speaker === undefined || speaker.trim() === speaker),
    );
    end = span.end;
  }
  for (const run of t.runs) {
    const ink =
      run.span.start +
      Math.max(
        0,
        [...run.text].findIndex(character => character.trim() !== ''),
      );
    const inside = t.turns.some(({ body }) => body.start <= ink && ink < body.end);
    assert.ok(inside || run.text.trim() === '', `a run outside turns: ${JSON.stringify(run)}`);
  }
}

describe('parseTranscript', () => {
  it('is sound for any text', () => {
    check(
      fc.property(anyText(), fc.boolean(), (text, declare) =>
        assertSound(parse(text, ...(declare ? ['PP3', 'I', 'She'] : []))),
      ),
      250,
    );
  });

  it('does not depend on line ends and byte order mark', () => {
    check(
      fc.property(nastyText(), text => {
        const lf = text.replace(/\r\n?/g, '\n');
        const { turns, runs, problems } = parse(lf);
        for (const other of [lf.replaceAll('\n', '\r\n'), lf.replaceAll('\n', '\r'), `\ufeff${lf}`]) {
          if (lf.startsWith('\ufeff')) continue;
          const t = parse(other);
          assert.deepEqual([t.text, t.turns, t.runs, t.problems], [lf, turns, runs, problems]);
        }
      }),
      100,
    );
  });

  it('counts code points', () => {
    const t = parse('😀 𝐀𝐧𝐧: e\u0301 👩‍👩‍👧 *😀*\n\nI: 😀!\n\nI: b');
    assertSound(t);
    assert.deepEqual(said(t), ['|😀 𝐀𝐧𝐧: e\u0301 👩‍👩‍👧 *😀*', 'I|😀!', 'I|b']);
    assert.deepEqual(t.turns[1]?.span, { start: 21, end: 26 });
  });

  it('leaves the text as it is, composed or not', () => {
    const text = 'Zoe\u0308: cafe\u0301\u00a0\u200f\0\n';
    assert.equal(parse(text).text, text);
  });

  for (const text of ['', '\n', '\ufeff', ' \n\t\n', '\r', '\r\n\r\n', '<!-- nothing -->']) {
    it(`has no runs for ${JSON.stringify(text)}`, () => {
      const t = parse(text);
      assertSound(t);
      assert.deepEqual(t.runs, []);
    });
  }

  const large: [string, string][] = [
    ['a line of 1 MB', 'word '.repeat(200_000)],
    ['a line of 1 MB with marks', '**PP3:** a *b* '.repeat(70_000)],
    ['1 MB without spaces', '中'.repeat(350_000)],
    ['deep quotes', '>'.repeat(20_000)],
    ['deep quotes with spaces', `${'> '.repeat(5000)}a\n`.repeat(5)],
    ['deep lists', '- '.repeat(20_000)],
    ['deep numbered lists', '1. '.repeat(5000)],
    ['a staircase of lists', Array.from({ length: 1500 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['brackets', '['.repeat(100_000)],
    ['links', '[a]('.repeat(50_000)],
    ['stars', '**a'.repeat(50_000)],
    ['ticks', Array.from({ length: 500 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['ampersands and tags', '&a<b '.repeat(50_000)],
    ['colons', ': '.repeat(100_000)],
    ['spaces', `PP3${' '.repeat(300_000)}: a`],
    ['stamps', '[0:00] '.repeat(50_000)],
    ['f4 stamps', '#0:00# '.repeat(50_000)],
    ['blank lines', '\n'.repeat(300_000)],
    ['short lines', 'a\n'.repeat(100_000)],
    ['labels', 'I: a\nPP3: b\n'.repeat(20_000)],
    ['quote marks behind a turn', `I: a\n${'>\n'.repeat(50_000)}I: b`],
    ['front matter', `---\n${'a: b\n'.repeat(20_000)}---\n`],
  ];
  for (const [what, text] of large) {
    it(`gets over ${what}`, function () {
      this.timeout(20_000);
      assert.equal(parseTranscript(text, 'a.md').text.length, text.length);
    });
  }
});
