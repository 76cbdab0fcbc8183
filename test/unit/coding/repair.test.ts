import assert from 'node:assert/strict';
import { repairLine } from '../../../src/core/coding/repair.js';

const first = '{"code": "hope", "quote": "a {b} c", "at": [1, 8], "id": "aaaaaaaaaa"}';
const second = '{"code": "hope", "quote": "d", "at": [9, 10], "id": "bbbbbbbbbb"}';

describe('a broken line', () => {
  for (const [what, line, expected] of [
    ['loses a comma too many', `${first},`, [first]],
    ['gets its last brace', first.slice(0, -1), [first]],
    ['becomes two where two records were joined', first + second, [first, second]],
    ['becomes two where a comma joins them', `${first}, ${second}`, [first, second]],
    ['loses a byte order mark', `\uFEFF${first}`, [first]],
  ] as const) {
    it(what, () => assert.deepEqual(repairLine(line), expected));
  }

  for (const line of [
    '',
    '{',
    first.slice(0, 40),
    '<<<<<<< HEAD',
    '{"quote": "no code", "at": [0, 1], "id": "x"}',
    `${first}{`,
  ]) {
    it(`is left to a person: ${line.slice(0, 30)}`, () => assert.equal(repairLine(line), undefined));
  }
});
