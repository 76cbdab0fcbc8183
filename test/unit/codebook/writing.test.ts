import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { attributeSiteAt } from '../../../src/core/codebook/writing/attributeSite.js';
import { suggestLineStarts } from '../../../src/core/codebook/writing/lineStart.js';
import { suggestAttributes } from '../../../src/core/codebook/writing/suggest.js';
import { check } from './support.js';

/** The place at the `|` in a line, as `key: replaced (typed) values / others`. */
function site(marked: string): string | undefined {
  const column = marked.indexOf('|');
  const line = marked.replace('|', '');
  const found = attributeSiteAt(line, column);
  if (found === undefined) return undefined;
  const { start, end, typed, key, values, others } = found;
  return `${key ?? '-'}: ${line.slice(start, end)} (${typed}) ${values.join(' ')} / ${others.join(' ')}`;
}

/** What is suggested at the `|` in a codebook. */
function suggested(marked: string, used: ReadonlyMap<string, number> = new Map()): string[] {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const line = text.slice(0, at).split('\n').length - 1;
  const book = parseCodebook(text);
  const entry = book.entries.find(it => it.line === line);
  const here = attributeSiteAt(text.split('\n')[line] ?? '', at - (text.lastIndexOf('\n', at - 1) + 1));
  return entry === undefined || here === undefined ? [] : suggestAttributes(book, entry, here, used).map(it => it.text);
}

describe('a place in the braces of a heading', () => {
  for (const [marked, expected] of [
    ['## Hope {|}', '-:  ()  / '],
    ['## Hope {|', '-:  ()  / '],
    ['## Hope {#ho|pe .theme}', '-: #hope (#ho)  / .theme'],
    ['## Hope {#hope | .theme}', '-:  ()  / #hope .theme'],
    ['## Hope {#hope .th|', '-: .th (.th)  / #hope'],
    ['## Hope {#hope col|or=red}', '-: color= (col)  / #hope'],
    ['## Hope {#hope color=|}', 'color:  ()  / #hope'],
    ['## Hope {color=am|ber #hope}', 'color: amber (am)  / #hope'],
    ['## Hope {formerly="|"}', 'formerly:  ()  / '],
    ['## Hope {formerly="a b| c" .x}', 'formerly: b (b) a c / .x'],
    ['## Hope {formerly="a |', 'formerly:  () a / '],
    ['## Hope {formerly="a |}', 'formerly:  () a / '],
    ['## A {b} c {#x |}', '-:  ()  / #x'],
    ["## A {parent='x|'}", 'parent: x (x)  / '],
  ] as const) {
    it(`is found in ${marked}`, () => assert.equal(site(marked), expected));
  }

  for (const marked of ['## Ho|pe {#hope}', '## Hope {#hope}|', '|## Hope {', 'Words {|}', '## Hope \\{|', '```{|}']) {
    it(`is not found in ${marked}`, () => assert.equal(site(marked), undefined));
  }

  it('is never beyond the line, whatever is typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab {}#.="\'\\ \t😀') });
    check(
      fc.property(text, fc.nat(20), (typed, column) => {
        const line = `## ${typed}`;
        const at = Math.min(column, line.length);
        const found = attributeSiteAt(line, at);
        if (found === undefined) return;
        assert.ok(found.start <= found.end && found.end <= line.length);
        if (found.key === undefined) assert.ok(found.start <= at && at <= Math.max(at, found.end));
      }),
      500,
    );
  });
});

describe('what is suggested in the braces of a heading', () => {
  it('is the id that follows from the title, classes and keys', () => {
    assert.deepEqual(suggested('# C\n\n## Own story {|}\n'), [
      ...['#own-story', '.theme', '.candidate', '.reviewed', '.defined'],
      ...['color=', 'formerly=', 'parent='],
    ]);
  });

  it('leaves out what is there already, and a second phase', () => {
    assert.deepEqual(suggested('# C\n\n## A {#a .candidate color=red | }\n'), ['.theme', 'formerly=', 'parent=']);
  });

  it('is an id that nothing else has or had, unless codings wait for it', () => {
    const raw = '# C\n\n## A {#hope}\n\n## B {#b formerly=hope-2}\n\n## Hope {#|}\n';
    assert.equal(suggested(raw)[0], '#hope-3');
    assert.equal(suggested('# C\n\n## Hope {#|}\n', new Map([['hope', 2]]))[0], '#hope');
  });

  it('is a colour of the palette', () => {
    assert.equal(suggested('# C\n\n## A {color=|}\n').length, 12);
  });

  it('are for formerly= ids that codings use and nobody has, most used first, then other codes', () => {
    const used = new Map([
      ['lost', 1],
      ['gone', 4],
      ['a', 3],
      ['two words', 9],
    ]);
    const raw = '# C\n\n## T {#t .theme}\n\n## A {#a}\n\n## B {#b formerly="|"}\n\n## D {#d}\n';
    assert.deepEqual(suggested(raw, used), ['gone', 'lost', 'a', 'd']);
    assert.deepEqual(suggested(raw.replace('|', 'gone d |'), used), ['lost', 'a']);
  });

  it('are for parent= the entries that are not in it', () => {
    assert.deepEqual(suggested('# C\n\n## A {#a parent=|}\n\n### B {#b}\n\n## T {#t .theme}\n'), ['t']);
  });

  it('is nothing for other keys, and nothing on the title', () => {
    assert.deepEqual(suggested('# C\n\n## A {x=|}\n'), []);
    assert.deepEqual(suggested('# C {|}\n'), []);
  });
});

describe('what is suggested at the start of a line', () => {
  const book = parseCodebook('# C\n\n## T {.theme}\n\n### A\n\n\n');
  const starts = (line: number, before = '', behind = ''): string[] =>
    suggestLineStarts(book, line, before, behind).map(it => (it.kind === 'note' ? it.label : `${it.hashes} ${it.of}`));

  it('are notes and headings that fit there', () => {
    assert.deepEqual(starts(6), ['Include:', 'Exclude:', 'Example:', '### code', '## theme']);
    assert.deepEqual(starts(3), ['Include:', 'Exclude:', 'Example:', '### code', '## theme']);
    assert.deepEqual(starts(1), ['## code', '## theme']);
    assert.deepEqual(starts(6, '##'), ['### code', '## theme']);
    assert.deepEqual(starts(6, 'Inc').slice(0, 1), ['Include:']);
  });

  it('is nothing where words stand', () => {
    assert.deepEqual(starts(6, 'Some words'), []);
    assert.deepEqual(starts(6, '', 'words'), []);
    assert.deepEqual(starts(6, '### A'), []);
  });
});
