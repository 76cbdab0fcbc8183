import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Coding } from '../../../src/core/coding/coding.js';
import { formatCodingLine, isCoding, parseCodingLine } from '../../../src/core/coding/line.js';
import { anyCoding, anyText } from '../support/arbitraries.js';
import { coding } from '../support/coding.js';

const DESIGN_LINE =
  '{"code": "self-disclosure", "quote": "telling a bit of my own story made the room quieter", "at": [1204, 1255], "context": ["I think ", ", and slower"], "base": "3f2a9c1d04be", "created": "2026-03-02T10:03:11Z", "id": "k3f9x2m1qa"}';

/** What other programs take for the end of a line. */
const LINE_ENDS = /[\n\r\v\f\u0085\u2028\u2029]/;

function parsed(line: string): Coding {
  const result = parseCodingLine(line);
  assert.ok(isCoding(result), JSON.stringify(result));
  return result;
}

function messageFor(line: string): string {
  const result = parseCodingLine(line);
  assert.ok(!isCoding(result), 'should be broken');
  assert.notEqual(result.remedy, '');
  return result.message;
}

describe('a coding line', () => {
  it('is written as the design shows it, to the letter', () => {
    const designed = coding({
      code: 'self-disclosure',
      quote: 'telling a bit of my own story made the room quieter',
      at: [1204, 1255],
      context: ['I think ', ', and slower'],
    });
    assert.equal(formatCodingLine(designed), DESIGN_LINE);
    assert.equal(formatCodingLine(parsed(DESIGN_LINE)), DESIGN_LINE);
  });

  it('comes back as it was, whatever the texts hold', () => {
    fc.assert(fc.property(anyCoding, one => assert.deepEqual(parsed(formatCodingLine(one)), one)));
  });

  it('is one line for every program', () => {
    fc.assert(fc.property(anyCoding, one => assert.doesNotMatch(formatCodingLine(one), LINE_ENDS)));
  });

  it('keeps astral characters as they are and escapes halves of pairs', () => {
    const line = formatCodingLine(coding({ quote: '😀 \ud83d', memo: 'a\u2028b\ufeff' }));
    assert.ok(line.includes('"quote": "😀 \\ud83d"'), line);
    assert.ok(line.includes('"memo": "a\\u2028b\\ufeff"'), line);
  });

  it('keeps keys it does not know, and the order of all keys', () => {
    const name = anyText({ minLength: 1, maxLength: 8 }).filter(key => !/^\d+$/.test(key));
    const extra = fc.dictionary(name, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
    fc.assert(
      fc.property(anyCoding, extra, fc.boolean(), (one, more, inFront) => {
        const line = formatCodingLine((inFront ? { ...more, ...one } : { ...one, ...more, ...one }) as Coding);
        assert.equal(formatCodingLine(parsed(line)), line);
        const keys = Object.keys(JSON.parse(line) as object);
        assert.deepEqual(Object.keys(parsed(line)), keys);
      }),
    );
  });

  it('keeps a key named like an inherited one', () => {
    const line = `${DESIGN_LINE.slice(0, -1)}, "__proto__": {"a": 1}, "constructor": null}`;
    assert.equal(formatCodingLine({ ...parsed(line) }), line);
  });

  it('needs neither context nor base nor created', () => {
    assert.equal(parsed('{"code": "a", "quote": "b", "at": [0, 1], "id": "c"}').quote, 'b');
  });

  it('may be written by another program with other spaces', () => {
    assert.deepEqual(parsed('\t{"id":"c","at":[0,1],"quote":"b","code":"a"} \r').at, [0, 1]);
  });
});

describe('a broken coding line', () => {
  const without = (key: string): string => {
    const { [key]: _, ...rest } = JSON.parse(DESIGN_LINE) as Record<string, unknown>;
    return JSON.stringify(rest);
  };
  const having = (key: string, value: unknown): string => JSON.stringify({ ...JSON.parse(DESIGN_LINE), [key]: value });

  for (const key of ['code', 'quote', 'id']) {
    it(`names the key when "${key}" is missing, empty or no text`, () => {
      for (const line of [without(key), having(key, ''), having(key, 7), having(key, null)]) {
        assert.equal(messageFor(line), `This coding has no "${key}".`);
      }
    });
  }

  it('says so when "at" is no start and end', () => {
    const wrong = [
      undefined,
      null,
      5,
      [],
      [1],
      [1, 2, 3],
      ['1', '2'],
      [-1, 2],
      [1.5, 2],
      [5, 4],
      [0, 2 ** 53],
      { 0: 1, 1: 2 },
    ];
    for (const at of wrong) assert.match(messageFor(having('at', at)), /"at"/);
  });

  it('says so when "context" is not two texts', () => {
    for (const context of [null, 'a', [], ['a'], ['a', 'b', 'c'], ['a', 1], {}]) {
      assert.match(messageFor(having('context', context)), /"context"/);
    }
  });

  for (const key of ['base', 'memo', 'created']) {
    it(`names the key when "${key}" is no text`, () =>
      assert.match(messageFor(having(key, 1)), new RegExp(`"${key}"`)));
  }

  it('is anything that is no JSON object', () => {
    for (const line of ['null', '7', '"text"', '[]', '[{}]', 'true'])
      assert.equal(messageFor(line), 'This line is not a JSON object.');
    for (const line of [DESIGN_LINE.slice(0, 40), 'text', '{', '\ufeff{}', `${DESIGN_LINE}${DESIGN_LINE}`]) {
      assert.equal(messageFor(line), 'This line is not a complete JSON object.');
    }
  });

  it('is told apart when it is the mark of a merge conflict', () => {
    for (const line of ['<<<<<<< HEAD', '=======', '>>>>>>> theirs', '||||||| base', '=======\r']) {
      assert.match(messageFor(line), /mark of git’s/);
    }
  });

  it('never throws, whatever the line', () => {
    fc.assert(fc.property(fc.oneof(anyText(), fc.json()), line => void parseCodingLine(line)));
    assert.ok(!isCoding(parseCodingLine('['.repeat(100_000))));
  });
});
