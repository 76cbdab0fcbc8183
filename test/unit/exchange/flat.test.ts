import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCodebookFile } from '../../../src/core/exchange/formats.js';
import type { ReadFile } from '../../../src/core/exchange/qdc/read.js';
import { imported, readText, sketch } from './support.js';

const csv = (...names: string[]): ReadFile =>
  readText('x.csv', `code,memo\n${names.map(name => `"${name}",`).join('\n')}\n`);
const qdc = (...names: string[]): ReadFile =>
  readText(
    'x.qdc',
    `<CodeBook><Codes>${names.map(name => `<Code name="${name.replace('>', '&gt;')}" isCodable="true"/>`).join('')}</Codes></CodeBook>`,
  );
const said = ({ remarks }: ReadFile): string => remarks.map(({ entry = '', what }) => `${entry}: ${what}`).join('\n');
const fixture = (name: string): ReadFile =>
  readCodebookFile(name, readFileSync(path.join(import.meta.dirname, 'fixtures', name)));

describe('flat lists', () => {
  it('become a hierarchy where all names say so, and that is said', () => {
    const cases: [string[], string[]][] = [
      [
        ['Mood\\calm', 'Mood\\worn out', 'Alone'],
        ['*Mood', '  calm', '  worn out', 'Alone'],
      ],
      [
        ['Nodes\\\\Mood\\calm', 'Nodes\\\\Mood', 'Nodes\\\\Place'],
        ['Mood', '  calm', 'Place'],
      ],
      [['Mood>>calm'], ['*Mood', '  calm']],
      [
        ['Mood::calm', 'Note:: open'],
        ['*Mood', '  calm', 'Note:: open'],
      ],
      [
        ['Mood', 'Mood/calm', 'Mood / worn out'],
        ['Mood', '  calm', '  worn out'],
      ],
      [
        ['Mood', 'Mood: calm', 'Mood: calm: deeply'],
        ['Mood', '  calm', '    deeply'],
      ],
      [
        ['Mood', 'Mood > calm', 'Mood > worn out'],
        ['Mood', '  calm', '  worn out'],
      ],
      [
        ['Mood', 'Mood.calm', 'Mood.worn out'],
        ['Mood', '  calm', '  worn out'],
      ],
    ];
    for (const [names, tree] of cases)
      for (const file of [csv(...names), qdc(...names)]) {
        assert.deepEqual(sketch(file.book.entries), tree);
        assert.match(said(file), /^: The list was flat; “.+” in names was read as a hierarchy\.$/m);
      }
  });

  it('stay flat where it is not certain, and that is said where it looks like one', () => {
    const cases: [string[], RegExp | undefined][] = [
      [['work/life', 'and/or', 'either'], undefined],
      [['Note: open', 'Note: closed'], undefined],
      [['v1.0', 'e.g. this'], undefined],
      [['and\\or'], undefined],
      [['Mood', 'Mood/calm', 'work/life'], /“\/” in them stay as they are/],
      [['Mood', 'Mood: calm'], /“:” in them stay as they are/],
      [['Mood\\calm', 'Mood\\tired', 'odd\\'], /“\\” in them stay as they are/],
    ];
    for (const [names, remark] of cases)
      for (const file of [csv(...names), qdc(...names)]) {
        assert.deepEqual(sketch(file.book.entries), names);
        if (remark === undefined) assert.equal(said(file), '');
        else assert.match(said(file), remark);
      }
  });

  it('of ours are never flat: nothing is read into their names', () => {
    const own = 'title,kind,parent,id\nMood,code,,mood\nMood/calm,code,,calm\nMood/tired,code,,tired\n';
    assert.deepEqual(sketch(readText('x.csv', own).book.entries), ['Mood', 'Mood/calm', 'Mood/tired']);
  });

  it('QualCoder and spreadsheets: columns of categories and themes', () => {
    const file = fixture('qualcoder.csv');
    assert.deepEqual(sketch(file.book.entries), [
      '*Household: All that is done at home',
      '  Cooking: What is made; and for whom',
      '  *Repairs',
      '    Roof',
      'Alone',
    ]);
    assert.match(said(file), /what stands in the column “category” became themes/);
    const sheet = 'Theme,Sub-theme,Code,Definition\nA,B,c,Words.\nA,,d,\n,,e,\n';
    assert.deepEqual(sketch(readText('x.csv', sheet).book.entries), ['*A', '  *B', '    c: Words.', '  d', 'e']);
  });

  it('Taguette: dots, always; a list of highlights is no codebook', () => {
    const file = fixture('taguette.csv');
    assert.deepEqual(sketch(file.book.entries), [
      'weather: What it is like outside.',
      '  rain',
      '  *wind',
      '    gusts: Sudden ones.',
      'tools, old',
    ]);
    assert.match(said(file), /^wind: Made a theme/m);
    assert.throws(
      () => readText('highlights.csv', 'id,document,tag,content\n1,a.docx,weather,It rained\n'),
      /list of coded passages, not a codebook/,
    );
  });

  it('find again what was made a theme here in the meantime', () => {
    const raw = '# C\n\n## weather {#weather .theme}\n\n### rain {#rain}\n';
    const { text, report } = imported(raw, fixture('taguette.csv').book);
    assert.deepEqual(
      report.differing.map(({ id, changes }) => [id, ...changes.map(({ field }) => field)]),
      [['weather', 'definition', 'exclude']],
    );
    assert.equal(text.match(/weather/g)?.length, 2);
  });
});
