import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMemo } from '../../../src/core/memos/parse.js';
import { anyText } from '../support/arbitraries.js';

const PATH = 'memos/2026-03-02-hope-by-being-there.md';

/** What is mentioned, each as its brackets hold it. */
const mentioned = (text: string): string[] => {
  const memo = parseMemo(text, PATH);
  return memo.mentions.map(({ target }) => memo.points.slice(target.start, target.end));
};

describe('parseMemo', () => {
  it('reads the front matter and keeps what it does not know', () => {
    const memo = parseMemo(
      '---\ntitle: Hope, carefully\ndate: 2026-03-02\nauthor: EA\nabout: [hope, pp-03#k3f9x2m1qa]\nmood: doubtful\n---\n\n# Other\n',
      PATH,
    );
    assert.deepEqual([memo.title, memo.date, memo.author], ['Hope, carefully', '2026-03-02', 'EA']);
    assert.deepEqual(memo.other, { mood: 'doubtful' });
    assert.deepEqual(
      memo.mentions.map(({ link, isAbout, line }) => [link, isAbout, line]),
      [
        [{ kind: 'name', name: 'hope' }, true, 4],
        [{ kind: 'excerpt', transcript: 'pp-03', id: 'k3f9x2m1qa' }, true, 4],
      ],
    );
  });

  it('takes title and date from the first heading and the name of the file where nothing else says them', () => {
    assert.deepEqual(
      [parseMemo('# A *bold* claim\n', PATH)].map(({ title, date }) => [title, date]),
      [['A bold claim', '2026-03-02']],
    );
    assert.equal(parseMemo('Some words.\n', PATH).title, 'hope by being there');
    assert.equal(parseMemo('', 'memos/loose.md').date, undefined);
  });

  it('reads about as a list, as words between commas and with brackets', () => {
    const about = (yaml: string): string[] => mentioned(`---\n${yaml}\n---\n`);
    assert.deepEqual(about('about: hope'), ['hope']);
    assert.deepEqual(about('about: hope, own-story'), ['hope', 'own-story']);
    assert.deepEqual(about('about:\n  - hope\n  - own-story'), ['hope', 'own-story']);
    assert.deepEqual(about('about: [[hope]]'), ['hope']);
    assert.deepEqual(about('about: "[[hope|Hope]]"'), ['hope']);
  });

  it('reports front matter that cannot be read, and reads the rest', () => {
    const memo = parseMemo('---\ndate: [2026\n---\n\nSee [[hope]].\n', PATH);
    assert.deepEqual(
      memo.problems.map(({ rule, line, file }) => [rule, line, file]),
      [['memo-front-matter', 2, PATH]],
    );
    assert.equal(memo.mentions.length, 1);
    assert.equal(parseMemo('---\ndate: 2026\n', PATH).problems[0]?.message, 'The front matter has no end.');
  });

  it('finds links with the text that is shown, and no other brackets', () => {
    assert.deepEqual(mentioned('On [[hope]], [[own-story|own stories]] and [[pp-03#k3f9x2m1qa]], [[#k3f9x2m1qa]].'), [
      'hope',
      'own-story',
      'pp-03#k3f9x2m1qa',
      '#k3f9x2m1qa',
    ]);
    assert.deepEqual(mentioned('[[]] [[ ]] [hope] [[a\nb]] [[a [b]]'), []);
    assert.deepEqual(mentioned('| a | b |\n| --- | --- |\n| [[hope\\|Hope]] | x |\n'), ['hope']);
  });

  it('finds no links in code and comments and behind a backslash', () => {
    assert.deepEqual(mentioned('`[[hope]]` and ``a [[hope]] b``'), []);
    assert.deepEqual(mentioned('```\n[[hope]]\n```\n\n    [[hope]]\n\n<!-- [[hope]] -->\n'), []);
    assert.deepEqual(mentioned('\\[[hope]] [\\[hope]]'), []);
    assert.deepEqual(mentioned('\\\\[[hope]]'), ['hope']);
  });

  it('counts places in code points', () => {
    const memo = parseMemo('\ufeff😀😀 [[hope]]\r\n', PATH);
    assert.deepEqual(memo.mentions[0]?.span, { start: 3, end: 11 });
    assert.deepEqual(memo.mentions[0]?.target, { start: 5, end: 9 });
  });

  it('never throws, and every mention stands where it is said to stand', () => {
    const part = fc.oneof(
      anyText({ maxLength: 6 }),
      fc.constantFrom(
        '[[',
        ']]',
        '[[hope]]',
        '|',
        '`',
        '```',
        '> ',
        '\n',
        '\n\n',
        '— ',
        '#',
        '---\n',
        '\\',
        '“',
        '”',
        'about: [a, b]\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), parts => {
        const memo = parseMemo(parts.join(''), PATH);
        for (const { span, target, isAbout, link, line } of memo.mentions) {
          assert.ok(span.start <= target.start && target.end <= span.end && target.start < target.end);
          assert.equal(line, memo.points.slice(0, span.start).split('\n').length - 1);
          if (isAbout) continue;
          assert.match(memo.points.slice(span.start, span.end), /^\[\[[\s\S]*\]\]$/);
          const written = memo.points.slice(target.start, target.end);
          assert.equal(written, written.trim());
          if (link.kind === 'name') assert.equal(link.name, written);
        }
        for (const { span, words } of memo.quotes)
          assert.ok(span.start < span.end && words.trim() === words && words !== '');
      }),
    );
  });
});

describe('quotes in a memo', () => {
  const quotes = (text: string) => {
    const memo = parseMemo(text, PATH);
    return memo.quotes.map(({ kind, words, span, link }) => ({
      kind,
      words,
      source: memo.points.slice(span.start, span.end),
      link: link.kind === 'excerpt' ? link.id : link.name,
    }));
  };
  const words = (text: string): [string, string][] => quotes(text).map(({ words: said, link }) => [said, link]);

  it('are block quotes with an attribution of their own paragraph, the same or the next line', () => {
    const one: [string, string][] = [['The hood came down.', 'aaaaaaaaaa']];
    assert.deepEqual(words('> The hood came down.\n>\n> — PP3, [[pp-03#aaaaaaaaaa]]\n'), one);
    assert.deepEqual(words('> The hood came down.\n> -- [[pp-03#aaaaaaaaaa]], my marks\n'), one);
    assert.deepEqual(words('> The hood came down. — PP3 [[pp-03#aaaaaaaaaa]]\n'), one);
    assert.deepEqual(words('> The hood came down. ([[pp-03#aaaaaaaaaa]])\n'), one);
    assert.deepEqual(words('> The hood came down.\n\n— PP3, [[pp-03#aaaaaaaaaa]]\n'), one);
    assert.deepEqual(words('> The hood came down.\n\n[[pp-03#aaaaaaaaaa]] shows it.\n'), one);
  });

  it('may name the transcript alone, where the attribution does', () => {
    assert.deepEqual(words('> The hood came down.\n>\n> — PP3, [[pp-03]]\n'), [['The hood came down.', 'pp-03']]);
    assert.deepEqual(words('> This is [[hope]] all over.\n'), []);
    assert.deepEqual(words('> A thought of mine.\n\nNobody said it, see [[hope]].\n'), []);
  });

  it('are read as a reader sees them, over several lines', () => {
    const [quote] = quotes(
      '> A *small* piece\\. And\n> one I’ve [laughs] finished with.\n>\n> — [[pp-03#aaaaaaaaaa]]\n',
    );
    assert.equal(quote?.words, 'A small piece. And one I’ve [laughs] finished with.');
    assert.equal(quote?.source, 'A *small* piece\\. And\n> one I’ve [laughs] finished with.');
  });

  it('may be several in one block', () => {
    assert.deepEqual(words('> One. — [[a#aaaaaaaaaa]]\n> Two. — [[b#bbbbbbbbbb]]\n'), [
      ['One.', 'aaaaaaaaaa'],
      ['Two.', 'bbbbbbbbbb'],
    ]);
  });

  it('are words between quotation marks before a link to an excerpt', () => {
    assert.deepEqual(words('PP3 is "careful with that word" ([[pp-03#aaaaaaaaaa]]), I think.'), [
      ['careful with that word', 'aaaaaaaaaa'],
    ]);
    assert.deepEqual(words('„So ist es“ [[pp-03#aaaaaaaaaa]]'), [['So ist es', 'aaaaaaaaaa']]);
    assert.deepEqual(words('It is “hope” that [[pp-03#aaaaaaaaaa]] shows.'), []);
    assert.deepEqual(words('What they call “hope” [[hope]].'), []);
  });

  it('are not what is shown as code', () => {
    assert.deepEqual(words('```\n> The hood. — [[pp-03#aaaaaaaaaa]]\n```\n'), []);
  });
});
