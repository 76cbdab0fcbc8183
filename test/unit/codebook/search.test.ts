import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CodeSearch, codeSearch } from '../../../src/core/codebook/codeSearch.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { fold } from '../../../src/core/codebook/search.js';
import { check } from './support.js';

const codesIn = (text: string) => parseCodebook(text).entries.filter(entry => entry.kind === 'code');

const search = new CodeSearch(
  codesIn(`# Codebook

## Influence on meetings {#influence .theme}

### Self-disclosure {#self-disclosure formerly="sharing own-story"}

Talking about one's own crises.

Include: deliberate sharing.

### Café talk {#cafe}

### Straßenfeste {#fest}

## Hope {#hope}

A future that is imaginable, often through self-disclosure.

## Peers’ own room {#room}

Exclude: the kitchen.

## 😀 {#smile}
`),
);
const found = (query: string, recent: readonly string[] = []): string[] =>
  search.find(query, recent).map(code => code.id);

describe('finding a code', () => {
  it('finds nothing where nothing is typed', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(found('  '), []);
  });

  it('looks at title, id, former ids, theme path and definition, the title counting most', () => {
    assert.deepEqual(found('disclosure'), ['self-disclosure', 'hope']);
    assert.deepEqual(found('own-story'), ['self-disclosure']);
    assert.deepEqual(found('fest'), ['fest']);
    assert.deepEqual(found('imaginable'), ['hope']);
    assert.deepEqual(found('influence'), ['self-disclosure', 'cafe', 'fest']);
  });

  it('looks at inclusions and exclusions as well', () => {
    assert.deepEqual(found('deliberate'), ['self-disclosure']);
    assert.deepEqual(found('kitchen'), ['room']);
  });

  it('does not mind accents, letter case, hyphens, apostrophes or the order of words', () => {
    assert.deepEqual(found('CAFE'), ['cafe']);
    assert.deepEqual(found('talk café'), ['cafe']);
    assert.deepEqual(found('cafe\u0301'), ['cafe']);
    assert.deepEqual(found('strassenfeste'), ['fest']);
    for (const typed of ['self disclosure', 'selfdisclosure', 'self–disclosure', 'disclosure, self'])
      assert.equal(found(typed)[0], 'self-disclosure', typed);
    for (const typed of ["peers'", 'peers’', 'peers']) assert.deepEqual(found(typed), ['room'], typed);
  });

  it('looks for words in different places', () => {
    assert.deepEqual(found('influence crises sharing'), ['self-disclosure']);
  });

  it('wants every word to fit', () => {
    assert.deepEqual(found('cafe hope'), []);
  });

  it('finds a sign that is no letter', () => {
    assert.deepEqual(found('😀'), ['smile']);
    assert.deepEqual(found('?'), []);
  });

  describe('typed with slips', () => {
    for (const typed of ['disclsoure', 'disclosre', 'discloosure', 'disclasure', 'dicslosrue', 'iDsclosure'])
      it(`“${typed}”`, () => assert.deepEqual(found(typed), ['self-disclosure']));

    it('in an id, a former id and the theme path', () => {
      assert.deepEqual(found('onw stroy'), []);
      assert.deepEqual(found('own stroy'), ['self-disclosure']);
      assert.deepEqual(found('influnece'), ['self-disclosure', 'cafe', 'fest']);
    });

    it('while the word is not finished', () => assert.deepEqual(found('self dislc'), ['self-disclosure']));

    it('one in words of four letters, two in words of eight', () => {
      assert.deepEqual(found('hpoe'), ['hope']);
      assert.deepEqual(found('hpe'), ['hope']);
      assert.deepEqual(found('hpeo'), []);
      assert.deepEqual(found('influxnxe'), ['self-disclosure', 'cafe', 'fest']);
    });

    it('even in the first letter, where nothing else fits', () => {
      assert.deepEqual(found('jnfluence'), ['self-disclosure', 'cafe', 'fest']);
      assert.deepEqual(found('jope'), ['hope']);
    });

    it('behind what fits as it was typed', () => {
      const rooms = codesIn('## Home\n\n## Hopes\n\n## Kitchen\n\nA kind of home.\n');
      const titles = (typed: string): string[] => new CodeSearch(rooms).find(typed).map(code => code.title);
      assert.deepEqual(titles('home'), ['Home', 'Kitchen', 'Hopes']);
      assert.deepEqual(titles('hope'), ['Hopes', 'Home']);
    });

    it('but never in a number', () => {
      const rounds = new CodeSearch(codesIn('## Round2022\n\n## Round2023\n'));
      assert.deepEqual(
        rounds.find('round2023').map(code => code.title),
        ['Round2023'],
      );
    });
  });

  describe('puts first', () => {
    const titles = (text: string, query: string, recent: readonly string[] = []): string[] =>
      new CodeSearch(codesIn(text)).find(query, recent).map(code => code.title);

    it('the title itself, then its beginning, a word, a beginning of a word, some letters', () => {
      const text = ['Unhopeful', 'No hopes', 'Some hope', 'Hopeless', 'Hope of others', 'Hope']
        .map(title => `## ${title}`)
        .join('\n\n');
      assert.deepEqual(titles(text, 'hope'), [
        'Hope',
        'Hope of others',
        'Hopeless',
        'Some hope',
        'No hopes',
        'Unhopeful',
      ]);
    });

    it('a title before an id, an id before a theme, a theme before a definition', () => {
      const text =
        '## D\n\nOf trust.\n\n## Trust {#t .theme}\n\n### C {#c}\n\n## Other {#o .theme}\n\n### B {#trust}\n\n### Deep trust {#a}\n';
      assert.deepEqual(titles(text, 'trust'), ['Deep trust', 'B', 'C', 'D']);
    });

    it('what was used last among those that fit alike', () => {
      const text = '## Trust in peers {#a}\n\n## Trust in staff {#b}\n\n## Trust in pills {#c}\n\n## No trust {#d}\n';
      const all = ['Trust in peers', 'Trust in staff', 'Trust in pills', 'No trust'];
      assert.deepEqual(titles(text, 'trust'), all);
      assert.deepEqual(titles(text, 'trust', ['d', 'c', 'b']), [all[2], all[1], all[0], all[3]]);
    });
  });

  it('is worked out once a codebook', () => {
    const book = parseCodebook('## Hope\n');
    assert.equal(codeSearch(book), codeSearch(book));
    assert.notEqual(codeSearch(book), codeSearch(parseCodebook('## Hope\n')));
  });

  it('is not stopped by what nobody would type', () => {
    for (const typed of ['a '.repeat(50_000), 'x'.repeat(100_000), 'disclosure'.repeat(9_000), '('.repeat(70_000)])
      assert.ok(Array.isArray(found(typed)));
  });

  describe('in any codebook', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeéßøij'), minLength: 4, maxLength: 10 });
    const title = fc.array(word, { minLength: 1, maxLength: 3 });
    const book = fc.uniqueArray(title, {
      minLength: 1,
      maxLength: 12,
      selector: words => fold(words.join(' ')),
    });
    const searchIn = (titles: readonly string[][]) =>
      new CodeSearch(codesIn(titles.map(words => `## ${words.join(' ')}`).join('\n\n')));

    it('every code is the first that is found by its own title, with and without accents', () => {
      check(
        fc.property(book, titles => {
          const it = searchIn(titles);
          for (const words of titles) {
            const own = words.join(' ');
            for (const typed of [own, fold(own), own.toUpperCase(), words.join('-')])
              assert.equal(fold(it.find(typed)[0]?.title ?? ''), fold(own), typed);
          }
        }),
      );
    });

    it('every code is found by its title with a slip in a word', () => {
      const slip = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('drop', 'swap', 'other', 'more'));
      check(
        fc.property(book, slip, (titles, [which, where, how]) => {
          const it = searchIn(titles);
          for (const words of titles) {
            const at = which % words.length;
            const letters = [...fold(words[at] ?? '')];
            const i = 1 + (where % (letters.length - 1));
            if (how === 'drop') letters.splice(i, 1);
            else if (how === 'more') letters.splice(i, 0, 'x');
            else if (how === 'other') letters[i] = 'x';
            else [letters[i - 1], letters[i]] = [letters[i] ?? '', letters[i - 1] ?? ''];
            const typed = words.with(at, letters.join('')).join(' ');
            const titlesFound = it.find(typed).map(code => fold(code.title));
            assert.ok(titlesFound.includes(fold(words.join(' '))), `${typed} in ${titles.join(' | ')}`);
          }
        }),
      );
    });

    it('the order is the same every time, each code stands in it once, and a tie goes to the one used last', () => {
      check(
        fc.property(book, word, fc.nat(), (titles, typed, n) => {
          const it = searchIn(titles);
          const query = typed.slice(0, 2);
          const order = it.find(query);
          assert.deepEqual(searchIn(titles).find(query), order);
          assert.equal(new Set(order).size, order.length);
          const last = order[n % Math.max(order.length, 1)];
          if (last === undefined) return;
          const after = it.find(query, [last.id]);
          assert.ok(after.indexOf(last) <= order.indexOf(last));
          assert.deepEqual(
            after.filter(code => code !== last),
            order.filter(code => code !== last),
          );
        }),
      );
    });
  });
});
