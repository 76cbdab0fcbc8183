import assert from 'node:assert/strict';
import { at, parse } from './support.js';

/** Runs as `kind|text|source`, the source where it differs. */
const runs = (source: string): string[] => {
  const t = parse(source);
  return t.runs.map(run => `${run.kind}|${run.text}${at(t, run.span) === run.text ? '' : `|${at(t, run.span)}`}`);
};

describe('runs', () => {
  const cases: [what: string, source: string, expected: string[]][] = [
    [
      'emphasis',
      'a *b* **c** d__e__ __f__',
      ['prose|a ', 'prose|b', 'prose| ', 'prose|c', 'prose| d__e__ ', 'prose|f'],
    ],
    [
      'escapes and entities',
      'a \\*b &amp; &lrm;c &nope; \\d',
      ['prose|a ', 'prose|*|\\*', 'prose|b ', 'prose|&|&amp;', 'prose| ', 'prose|\u200e|&lrm;', 'prose|c &nope; \\d'],
    ],
    [
      'links and images',
      '[a *b*](http://c "d") ![e](f) <http://g.h>',
      ['prose|a ', 'prose|b', 'prose| ', 'prose| ', 'prose|http://g.h'],
    ],
    ['brackets are no links', '[laughs] [a]: b [c][a]', ['prose|[laughs] [a]: b [c][a]']],
    ['a line that looks like a link definition', '[Ann]: yes', ['prose|[Ann]: yes']],
    ['inline code', 'a `b c` d', ['prose|a ', 'prose|b c', 'prose| d']],
    ['html', 'a <b>c</b> <!-- d --> e\n\n<div>f</div>', ['prose|a ', 'prose|c', 'prose| ', 'prose| e']],
    ['lines', 'a\nb  \nc\\\nd', ['prose|a\nb', 'prose|\nc', 'prose|\nd']],
    ['lines in quotes and lists', '> a\n> b\n\n- c\n  d', ['prose|a\n', 'prose|b', 'prose|c\n', 'prose|d']],
    ['lazy lines', '> a\nb', ['prose|a\nb']],
    ['headings', '# a *b*\n\nc\n===', ['heading|a ', 'heading|b', 'heading|c']],
    ['code', '```js\na\n\n  b\n```\n\n    c\n', ['code|a\n\n  b', 'code|c']],
    ['code in a list', '- ```\n  a\n  b\n  ```', ['code|a\n', 'code|b']],
    ['tables', '| a | b \\| c |\n|---|---|\n| *d* | |', ['table|a', 'table|b ', 'table|||\\|', 'table| c', 'table|d']],
    ['comments over lines', 'a <!-- b\nc --> d', ['prose|a ', 'prose| d']],
    ['right to left and astral text', 'שלום *עולם* 😀', ['prose|שלום ', 'prose|עולם', 'prose| 😀']],
  ];
  for (const [what, source, expected] of cases)
    it(`hold what a reader sees: ${what}`, () => assert.deepEqual(runs(source), expected));

  it('leave labels, times and the space behind them out', () => {
    assert.deepEqual(runs('**I:**  *how*\n\n**PP3:** \\[1:02\\]\nso\n\nI: a **PP3:**\n\nPP3:\n\nb'), [
      'prose|how',
      'prose|so',
      'prose|a ',
      'prose|PP3:',
      'prose|b',
    ]);
  });
});
