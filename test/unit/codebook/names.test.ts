import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { codeNamed, codeTitled, namesLike } from '../../../src/core/codebook/names.js';
import { nearDuplicates } from '../../../src/core/codebook/nearDuplicates.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { check } from './support.js';

const book = parseCodebook(`# Codebook

## Role {#role .theme}

### Self-disclosure {#self-disclosure formerly="sharing own-story"}

### Peer’s café {#tea}

## Hope {#hope}

## Flattened hierarchy {#flat}
`);
const like = (name: string): string[] => namesLike(book, name).map(({ entry, by }) => `${entry.id} ${by}`);

describe('a name that somebody types', () => {
  for (const typed of ['self disclosure', 'Selfdisclosure', 'SELF-DISCLOSURES', 'disclosure self', 'Self-disclosre'])
    it(`“${typed}” is all but the title of a code`, () => assert.deepEqual(like(typed), ['self-disclosure title']));

  it('is compared with ids and former ids as well', () => {
    assert.deepEqual(like('Own stories'), ['self-disclosure former']);
    assert.deepEqual(like('Tea'), ['tea id']);
    assert.deepEqual(like('Flatt'), []);
  });

  it('is compared with themes, too', () => assert.deepEqual(like('Roles'), ['role title']));

  it('is not doubted for being a little like a short one', () => {
    assert.deepEqual(like('Home'), []);
    assert.deepEqual(like(''), []);
    assert.deepEqual(like('?'), []);
  });

  it('names each entry once, titles before other names, slips last', () => {
    const many = parseCodebook(
      '## Staff member A {#a formerly="trust-in-staff"}\n\n## Trusting staff {#b}\n\n## Trust in staff {#c formerly="trust_in_staff"}\n\n## Trust in stuff {#d}\n',
    );
    assert.deepEqual(
      namesLike(many, 'trust in staff!').map(({ entry, by }) => `${entry.id} ${by}`),
      ['c title', 'a former', 'd title'],
    );
  });

  it('means the code that has it as a title, letter case, accents and kinds of signs aside, or as its id', () => {
    assert.equal(codeTitled(book, " peer's  CAFE")?.id, 'tea');
    assert.equal(codeTitled(book, 'self‑disclosure')?.id, 'self-disclosure');
    assert.equal(codeTitled(book, 'self disclosure'), undefined);
    assert.equal(codeTitled(book, 'tea'), undefined);
    assert.equal(codeTitled(book, 'Role'), undefined);
    assert.equal(codeNamed(book, 'tea')?.id, 'tea');
    assert.equal(codeNamed(book, 'sharing'), undefined);
  });

  it('is doubted exactly where the hint would tell of a near duplicate afterwards', () => {
    const title = fc.string({ unit: fc.constantFrom(...'abcdés '), minLength: 7, maxLength: 10 });
    const edit = fc.tuple(title, fc.nat(), fc.constantFrom('', 's', '-', 'a'));
    check(
      fc.property(edit, ([name, at, sign]) => {
        const i = at % (name.length + 1);
        const other = `${name.slice(0, i)}${sign}${name.slice(i + (sign === '' ? 1 : 0))}`;
        const one = parseCodebook(`## ${name} {#one}\n`);
        const two = parseCodebook(`## ${name} {#one}\n\n## ${other} {#two}\n`);
        const typed = two.entries[1]?.title ?? '';
        if (typed === '' || one.entries[0]?.title === '') return;
        const isHint = nearDuplicates(two.entries).length > 0;
        assert.equal(
          namesLike(one, typed).some(({ by }) => by === 'title'),
          isHint,
          `${name} | ${other}`,
        );
      }),
      500,
    );
  });
});
