import assert from 'node:assert/strict';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { importCodebook } from '../../../src/core/exchange/into/import.js';
import { applyLineEdits, invertLineEdits } from '../../../src/core/text/lineEdit.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { imported, readText, roundTrip, tree } from './support.js';

const BOOK = `# Codebook

Our rules.

## Meetings {#meetings .theme}

What happens in the room.

### Hope {#hope color=green formerly=optimism}

Things *getting* better.

Include: small signs

### Silence

## Work {#work .theme}
`;

const csv = (...rows: string[]) =>
  readText('x.csv', `title,kind,parent,definition,include,color,phase,formerly,id\n${rows.join('\n')}\n`).book;

describe('importing a codebook', () => {
  it('makes a codebook where there is none', () => {
    const { text, report } = imported(
      undefined,
      csv('T,theme,,About T.,,,,,t', 'C,code,t,About C.,this,red,candidate,old,c'),
    );
    assert.equal(
      text,
      '# Codebook\n\n## T {#t .theme}\n\nAbout T.\n\n### C {#c .candidate color=red formerly=old}\n\nAbout C.\n\nInclude: this\n',
    );
    assert.deepEqual(
      report.added.map(({ id, path }) => [id, ...path]),
      [['t'], ['c', 'T']],
    );
  });

  it('finds what is there by id, former id and title under the same theme, and adds the rest at the end of where it belongs', () => {
    const { text, report } = imported(
      BOOK,
      csv(
        'Meetings,theme,,,,,,,',
        'Optimism,code,Meetings,,,,,,optimism',
        'Silence,code,Meetings,,,,,,',
        'Chairs,code,Meetings,Who sits where.,,,,,',
        'Hope,code,work,,,,,,',
      ),
    );
    assert.equal(
      text,
      BOOK.replace('### Silence\n', '### Silence\n\n### Chairs {#chairs}\n\nWho sits where.\n').replace(
        /\{#work \.theme\}\n/,
        '$&\n### Hope {#hope-2}\n',
      ),
    );
    assert.deepEqual(
      report.added.map(({ id }) => id),
      ['chairs', 'hope-2'],
    );
    assert.deepEqual(
      report.same.map(({ id }) => id),
      ['meetings', 'silence'],
    );
    assert.deepEqual(
      report.differing.map(({ id, differences, updated }) => [id, differences, updated]),
      [['hope', ['title'], false]],
    );
  });

  it('names parents that are no rows, and puts everything under a theme when asked to', () => {
    const { text } = imported(BOOK, csv('Chairs,code,Work,,,,,,', 'Tables,code,Furniture,,,,,,'), { under: 'work' });
    assert.deepEqual(
      parseCodebook(text)
        .entries.map(({ id, parent }) => [id, parent?.id])
        .slice(3),
      [
        ['work', undefined],
        ['chairs', 'work'],
        ['furniture', 'work'],
        ['tables', 'furniture'],
      ],
    );
    assert.throws(() => imported(BOOK, csv('A,,,,,,,,'), { under: 'gone' }), /no theme “gone”/);
  });

  it('changes what is there only when asked to, and nothing else then', () => {
    const rows = csv(
      'Hoping,code,meetings,Things get better.,large signs,#112233,reviewed,wish,hope',
      'Silence,theme,,Nobody speaks.,,,,,silence',
    );
    assert.equal(imported(BOOK, rows).text, BOOK);
    const { text, report } = imported(BOOK, rows, { update: true });
    assert.equal(
      text,
      BOOK.replace(
        /### Hope .*\n\nThings.*\n\nInclude: small signs\n/,
        '### Hoping {#hope color=#112233 formerly="optimism wish" .reviewed}\n\nThings get better.\n\nInclude: small signs\n\nInclude: large signs\n',
      ).replace('### Silence\n', '### Silence\n\nNobody speaks.\n'),
    );
    assert.deepEqual(
      report.differing.map(({ id, differences, updated }) => [id, differences, updated]),
      [
        ['hope', ['title', 'colour', 'phase', 'former ids', 'definition', 'include'], true],
        ['silence', ['kind', 'definition', 'place'], true],
      ],
    );
    assert.deepEqual(
      imported(text, rows, { update: true }).report.differing.map(({ differences }) => differences),
      [['kind', 'place']],
    );
  });

  it('says of each field what became of it, and takes nothing away that somebody wrote', () => {
    const raw =
      '# C\n\n## Meetings {#meetings .theme}\n\n### Hope {#hope .candidate color=green}\n\nGetting *better*, see [this](https://example.org).\n\n' +
      'Include: one\n\nWe were not sure.\n\n<!-- ask B -->\n\n### Silence {#silence}\n';
    const file = readText(
      'x.md',
      '# C\n\n## Hope {#hope .reviewed color=green formerly="optimism silence"}\n\nBetter.\n\nInclude: one\n\nInclude: two\n\n## Silence {#silence}\n',
    ).book;
    const kept = imported(raw, file);
    assert.equal(kept.text, raw);
    const { text, report } = imported(raw, file, { update: true });
    assert.equal(
      text,
      raw
        .replace('{#hope .candidate color=green}', '{#hope color=green .reviewed formerly=optimism}')
        .replace('Getting *better*, see [this](https://example.org).', 'Better.')
        .replace('<!-- ask B -->\n', '<!-- ask B -->\n\nInclude: two\n'),
    );
    const [hope] = report.differing;
    assert.deepEqual(
      hope?.changes.map(({ field, here, there, updated }) => [field, here, there, updated]),
      [
        ['phase', ['candidate'], ['reviewed'], true],
        ['former ids', [], ['optimism'], true],
        ['former ids', [], ['silence'], false],
        ['definition', ['Getting better, see this.'], ['Better.'], true],
        ['include', ['one'], ['two'], true],
        ['place', ['Meetings'], [], false],
        ['formatting', hope?.changes.at(-1)?.here, hope?.changes.at(-1)?.there, false],
      ],
    );
    assert.deepEqual(
      kept.report.differing.flatMap(({ changes }) => changes.filter(({ updated }) => updated)),
      [],
    );
    assert.equal(imported(text, file, { update: true }).text, text);
  });

  it('takes an empty cell for nothing said', () => {
    const { text, report } = imported(BOOK, csv(',code,meetings,,,,,,hope'), { update: true });
    assert.deepEqual([text, report.differing], [BOOK, []]);
  });

  it('keeps the byte order mark, CRLF and everything else; the edits take themselves back', () => {
    const bytes = encodeUtf8(`\uFEFF${BOOK.replaceAll('\n', '\r\n')}`);
    const { edits } = importCodebook(`\uFEFF${BOOK.replaceAll('\n', '\r\n')}`, csv('A,theme,,,,,,,', 'B,,A,x,,,,,'));
    const after = applyLineEdits(bytes, edits);
    assert.deepEqual(applyLineEdits(after, invertLineEdits(edits)), bytes);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(after);
    assert.ok(text.startsWith('\uFEFF# Codebook\r\n') && text.endsWith('### B {#b}\r\n\r\nx\r\n'));
  });

  it('gives no id that codings use by chance, and no former id that somebody else has', () => {
    const { edits, report } = importCodebook(BOOK, csv('Walk,code,,,,,,hope run,', 'Run,code,,,,,,,'), {
      used: new Set(['walk']),
    });
    assert.match(JSON.stringify(edits), /## Walk \{#walk-2 formerly=run\}/);
    assert.match(JSON.stringify(edits), /## Run \{#run-2\}/);
    assert.match(JSON.stringify(report.remarks), /A former id was left out/);
  });

  it('goes deeper than headings do', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `L${i},theme,${i === 0 ? '' : `L${i - 1}`},,,,,,`);
    const { text } = imported(BOOK, csv(...rows));
    const depth = (id: string): number => {
      let count = 0;
      for (let at = parseCodebook(text).find(id); at !== undefined; at = at.parent) count++;
      return count;
    };
    assert.deepEqual([depth('l0'), depth('l5'), depth('l11')], [1, 6, 12]);
    const into = imported(text, csv('New,code,L11,,,,,,')).text;
    assert.match(into, /###### New \{#new parent=l11\}/);
    assert.deepEqual(tree(roundTrip(into, 'qdc').text).entries, tree(into).entries);
  });

  it('adds to a codebook that ends in an open code block or comment', () => {
    assert.equal(imported('# C\n\n<!-- open\n', csv('A,,,,,,,,')).text, '# C\n\n<!-- open\n-->\n\n## A {#a}\n');
  });

  it('takes thousands of codes, new or known, in a moment', () => {
    const rows = Array.from({ length: 2000 }, (_, i) =>
      i % 20 === 0
        ? `Theme ${i},theme,,About *it*.,,,,,t${i}`
        : `Code #${i} [x],code,t${i - (i % 20)},"What, it is.",that,red,,,c${i}`,
    );
    const start = Date.now();
    const { text } = imported(undefined, csv(...rows));
    const again = imported(text, csv(...rows), { update: true });
    assert.equal(again.text, text);
    assert.equal(again.report.same.length, 2000);
    for (const format of ['qdc', 'csv', 'md'] as const)
      assert.equal(tree(roundTrip(text, format).text).entries.length, 100);
    // Generous: it takes about a second; what is wanted is that nothing is read anew for every code.
    assert.ok(Date.now() - start < 30_000, `${Date.now() - start} ms`);
  }).timeout(60_000);
});
