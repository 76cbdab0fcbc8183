import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import { CODINGS, load, texts } from './tokenize.js';

const CODE = 'entity.name.tag.code.verbatim';
const QUOTE = 'string.quoted.double.quote.verbatim';
const MEMO = 'string.quoted.double.memo.verbatim';
const MACHINE = 'comment.line.machine.verbatim';
const ILLEGAL = 'invalid.illegal';

const LINE =
  '{"code": "self-disclosure", "quote": "my \\"own\\" story", "at": [1204, 1255], "context": ["I [think], ", ", {and slower"], "base": "3f2a9c1d04be", "memo": "compare, with PP5", "created": "2026-03-02T10:03:11Z", "id": "k3f9x2m1qa"}';

describe('codings grammar', () => {
  let grammar: IGrammar;

  before(async () => {
    grammar = await load(CODINGS);
  });

  it('lets code, quote and memo stand out', () => {
    assert.deepEqual(texts(grammar, LINE, CODE), ['"self-disclosure"']);
    assert.deepEqual(texts(grammar, LINE, QUOTE), ['"my \\"own\\" story"']);
    assert.deepEqual(texts(grammar, LINE, MEMO), ['"compare, with PP5"']);
  });

  it('lets the keys of the machine recede, with their values', () => {
    assert.deepEqual(texts(grammar, LINE, MACHINE), [
      '"at": [1204, 1255]',
      '"context": ["I [think], ", ", {and slower"]',
      '"base": "3f2a9c1d04be"',
      '"created": "2026-03-02T10:03:11Z"',
      '"id": "k3f9x2m1qa"',
    ]);
  });

  it('finds nothing wrong with a good line, an empty line or an empty record', () => {
    assert.deepEqual(texts(grammar, `${LINE}\n\n  \n{}\n\uFEFF${LINE}\r`, ILLEGAL), []);
  });

  it('shows escapes', () => {
    assert.deepEqual(texts(grammar, '{"quote": "a\\n\\u00e9"}', 'constant.character.escape.verbatim'), ['\\n\\u00e9']);
  });

  it('shows keys it does not know as plain JSON', () => {
    const line = '{"code": "x", "weight": -1.5e3, "checked": true, "by": {"code": ["a", null]}}';
    assert.deepEqual(texts(grammar, line, CODE), ['"x"']);
    assert.deepEqual(texts(grammar, line, 'constant.numeric.verbatim'), ['-1.5e3']);
    assert.deepEqual(texts(grammar, line, 'constant.language.verbatim'), ['true', 'null']);
    assert.deepEqual(texts(grammar, line, 'string.quoted.double.verbatim'), ['"a"']);
    assert.deepEqual(texts(grammar, line, ILLEGAL), []);
  });

  it('does not take a key in a quote for a key', () => {
    const line = '{"quote": "he wrote \\"code\\": \\"hope\\", then", "code": "hope"}';
    assert.deepEqual(texts(grammar, line, CODE), ['"hope"']);
    assert.deepEqual(texts(grammar, line, ILLEGAL), []);
  });

  const broken: readonly (readonly [line: string, ...illegal: string[]])[] = [
    ['<<<<<<< HEAD', '<<<<<<< HEAD'],
    ['=======', '======='],
    ['hello', 'hello'],
    ['  ["a"]', '["a"]'],
    ['// a comment', '// a comment'],
    ['{"code": "x"} {"code": "y"}', '{"code": "y"}'],
    ['{"code": "x"},', ','],
    ['{code: "x"}', 'code:'],
    ['{"code": yes}', 'yes'],
    ['{"quote": "a\\qb"}', '\\q'],
  ];
  for (const [line, ...illegal] of broken) {
    it(`marks what is wrong in ${JSON.stringify(line)}`, () => {
      assert.deepEqual(texts(grammar, line, ILLEGAL).slice(0, illegal.length), illegal);
    });
  }

  for (const line of [
    '{"code": "x", "quote": "never closed',
    '{"code": "x", "context": ["a", "b',
    '{"code": "x", "context": [["a"',
    '{"code": "x", "by": {"a": [{"b": "c',
    '{"code": "x", "quote":',
    '{"code": "x", "quote": "a\\',
    '{"co',
    '{',
    '}',
  ]) {
    it(`does not let the broken line ${JSON.stringify(line)} harm the next`, () => {
      const alone = [CODE, QUOTE, MEMO, MACHINE, ILLEGAL].map(s => texts(grammar, LINE, s));
      const after = [CODE, QUOTE, MEMO, MACHINE, ILLEGAL].map(s => {
        const own = texts(grammar, line, s).length;
        return texts(grammar, `${line}\n${LINE}`, s).slice(own);
      });
      assert.deepEqual(after, alone);
    });
  }

  for (const piece of ['a', '\\"', '\\\\', '"', '{', '[', '","', '{"a":', '{"code": "x"}', ' ']) {
    it(`finishes a hundred thousand characters of ${JSON.stringify(piece)}`, function () {
      this.timeout(0);
      const line = `{"quote": "${piece.repeat(Math.ceil(100_000 / piece.length))}`;
      assert.equal(grammar.tokenizeLine(line, INITIAL).stoppedEarly, false);
    });
  }
});

describe('codings language configuration', () => {
  it('takes an id and a word with an apostrophe for one word', async () => {
    const text = await readFile('syntaxes/codings.language-configuration.json', 'utf8');
    const { wordPattern } = JSON.parse(text) as { wordPattern: { pattern: string; flags: string } };
    const words = '"self-disclosure", "I don’t – well."'.match(
      new RegExp(wordPattern.pattern, `${wordPattern.flags}g`),
    );
    assert.deepEqual(words, ['self-disclosure', 'I', 'don’t', 'well']);
  });
});
