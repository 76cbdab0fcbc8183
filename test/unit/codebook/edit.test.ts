import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { addCode, changeHeading, writeOutId } from '../../../src/core/codebook/edit.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { cleanTitle } from '../../../src/core/codebook/write.js';
import { applyLineEdits, invertLineEdits } from '../../../src/core/text/lineEdit.js';
import { anyTitle, apply, check, facts, messyText, outline } from './support.js';

const BOOK = `# Codebook

## T {#t .theme}

Prose.

### A {#a}

About A.

### S {#s .theme}
### B {#b}

## U {#u .theme}
### V {#v .theme}
`;

describe('addCode', () => {
  const added = (raw: string | undefined, code: Parameters<typeof addCode>[1], taken?: ReadonlySet<string>) =>
    apply(raw ?? '', addCode(raw, code, taken).edits);

  it('starts a codebook', () => {
    assert.equal(
      added(undefined, { title: 'Hope', color: 'amber', definition: 'Looking\nforward.' }),
      '# Codebook\n\n## Hope {#hope color=amber}\n\nLooking forward.\n',
    );
  });

  it('puts a code behind the last one of its theme, with one blank line around it', () => {
    assert.equal(
      added(BOOK, { title: 'New', theme: 't' }),
      BOOK.replace('### B {#b}\n', '### B {#b}\n\n### New {#new}\n'),
    );
    assert.equal(
      added(BOOK, { title: 'New', theme: 'u' }),
      BOOK.replace('## U {#u .theme}\n', '## U {#u .theme}\n\n### New {#new}\n\n'),
    );
    assert.equal(
      added(BOOK, { title: 'New', theme: 'a' }),
      BOOK.replace('About A.\n', 'About A.\n\n#### New {#new}\n'),
    );
    assert.equal(added(BOOK, { title: 'New' }), `${BOOK}\n## New {#new}\n`);
    assert.equal(added(BOOK, { title: 'New', theme: 'gone' }), `${BOOK}\n## New {#new}\n`);
  });

  it('uses parent= below the sixth level', () => {
    const deep = '# C\n\n###### T {.theme}\n\n## X {#x}\n';
    const once = added(deep, { title: 'N', theme: 't' });
    assert.equal(once, '# C\n\n###### T {#t .theme}\n\n###### N {#n parent=t}\n\n## X {#x}\n');
    assert.equal(
      added(once, { title: 'M', theme: 't' }),
      once.replace('parent=t}\n', 'parent=t}\n\n###### M {#m parent=t}\n'),
    );
  });

  it('gives ids that are free in the codebook and among the codings', () => {
    const id = (title: string, option?: string) =>
      addCode('## A {#a formerly=b}', { title, ...(option && { id: option }) }, new Set(['c'])).id;
    assert.deepEqual(
      [id('A'), id('B'), id('C'), id('D'), id('C', 'c'), id('C', 'a')],
      ['a-2', 'b-2', 'c-2', 'd', 'c', 'a-2'],
    );
  });

  it('closes a code block or comment left open at the end', () => {
    assert.equal(added('# C\n````js\n## x', { title: 'N' }), '# C\n````js\n## x\n````\n\n## N {#n}');
    assert.equal(added('# C\n<!--\n## x\n', { title: 'N' }), '# C\n<!--\n## x\n-->\n\n## N {#n}\n');
  });

  it('adds one entry where it was asked to and changes nothing else', () => {
    const definition = fc.option(anyTitle, { nil: undefined });
    check(
      fc.property(messyText, anyTitle, definition, fc.nat(), fc.boolean(), (raw, title, about, pick, atTop) => {
        const book = parseCodebook(raw);
        const theme = atTop ? undefined : book.entries[pick % (book.entries.length || 1)];
        const { id, edits } = addCode(raw, {
          title,
          ...(theme && { theme: theme.id }),
          ...(about !== undefined && { definition: about }),
        });
        const text = apply(raw, edits);
        const after = parseCodebook(text);
        const [entry, ...more] = after.entries.filter(it => it.id === id);
        assert.ok(entry !== undefined && more.length === 0, text);
        const where = theme && book.find(theme.id);
        assert.equal(entry.title, cleanTitle(title));
        assert.equal(entry.definition ?? '', cleanTitle(about ?? ''));
        assert.equal(entry.parent?.id, where?.id);
        assert.equal(entry.children.length, 0);
        const others = after.entries.filter(it => it !== entry).map(facts);
        const expected = book.entries.map(it => ({
          ...facts(it),
          ...(it === where && { children: others.find((_, i) => book.entries[i] === it)?.children ?? [] }),
          ...(edits.length > 1 && it === where && { idWritten: true }),
        }));
        assert.deepEqual(others, expected);
        if (where)
          assert.deepEqual(
            entry.parent?.children.filter(it => it !== entry).map(it => it.id),
            where.children.map(it => it.id),
          );
        assert.equal(apply(text, invertLineEdits(edits)), raw);
      }),
      400,
    );
  }).timeout(60_000);

  it('is applied and taken back to the byte by the common edits', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${BOOK.replaceAll('\n', '\r\n')}`);
    const { edits } = addCode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), {
      title: 'New',
      theme: 'u',
    });
    const after = applyLineEdits(bytes, edits);
    assert.equal(parseCodebook(new TextDecoder().decode(after)).find('new')?.parent?.id, 'u');
    assert.deepEqual(applyLineEdits(after, invertLineEdits(edits)), bytes);
  });
});

describe('writeOutId', () => {
  const written = (raw: string, id: string) => apply(raw, writeOutId(raw, id));

  it('adds the id to the heading and nothing else', () => {
    assert.equal(written('## Hope  ##\r\ntext', 'hope'), '## Hope {#hope}  ##\r\ntext');
    assert.equal(written('## Hope { .theme}', 'hope'), '## Hope { #hope .theme}');
    assert.equal(written('  Two\nlines  \n---\n', 'two-lines'), '  Two\nlines {#two-lines}  \n---\n');
    assert.equal(written('##', 'code'), '## {#code}');
    assert.equal(written('## ##', 'code'), '## {#code} ##');
    assert.deepEqual(writeOutId('## Hope {#hope}', 'hope'), []);
    assert.deepEqual(writeOutId('## Hope', 'x'), []);
    assert.equal(
      parseCodebook(written('\0\n2.\n---', '2')).entries[0]?.title,
      parseCodebook('\0\n2.\n---').entries[0]?.title,
    );
  });

  it('leaves every entry what it was', () => {
    check(
      fc.property(messyText, fc.nat(), (raw, pick) => {
        const book = parseCodebook(raw);
        const open = book.entries.filter(entry => !entry.idWritten);
        const entry = open[pick % (open.length || 1)];
        if (entry === undefined) return;
        const after = parseCodebook(written(raw, entry.id));
        assert.deepEqual(outline(after), outline(book));
        assert.deepEqual(
          after.entries.map(facts),
          book.entries.map(it => ({ ...facts(it), idWritten: it.idWritten || it === entry })),
        );
      }),
      400,
    );
  }).timeout(60_000);
});

describe('changeHeading', () => {
  it('keeps underlined headings headings', () => {
    const changed = (raw: string, change: Parameters<typeof changeHeading>[2]) =>
      apply(raw, changeHeading(raw, 0, change));
    assert.equal(changed('a\n+\n---', { id: 'x' }), 'a\n\\+ {#x}\n---');
    assert.equal(changed('a\n1.\n---', { id: 'x' }), 'a\n1\\. {#x}\n---');
    assert.equal(changed('a\n{.theme}\n---', { removeClasses: ['theme'] }), 'a\n{}\n---');
    assert.equal(changed('## {.theme}', { removeClasses: ['theme'] }), '## ');
  });

  it('changes what it is asked to, and nothing else', () => {
    check(
      fc.property(messyText, fc.nat(), (raw, pick) => {
        const book = parseCodebook(raw);
        const entry = book.entries[pick % (book.entries.length || 1)];
        if (entry === undefined) return;
        const added = apply(
          raw,
          changeHeading(raw, entry.line, { addClasses: ['reviewed'], set: { formerly: 'zz', color: 'red' } }),
        );
        const expected = book.entries.map(it => ({
          ...facts(it),
          ...(it === entry && { classes: [...it.classes, 'reviewed'], formerly: ['zz'], color: 'red' }),
        }));
        const ids = (facts: readonly { idWritten: boolean; id: string }[]) =>
          facts.map(it => (it.idWritten ? it.id : ''));
        const after = parseCodebook(added).entries.map(facts);
        assert.deepEqual(ids(after), ids(expected));
        // Former ids may give way to other slugs and parents; all else is as it was.
        const rest = ({ id, parent, children, ...others }: ReturnType<typeof facts>) => others;
        assert.deepEqual(after.map(rest), expected.map(rest));
        const removed = apply(
          added,
          changeHeading(added, entry.line, {
            removeClasses: ['reviewed', 'theme', ...entry.classes],
            set: { formerly: undefined, color: undefined, parent: undefined },
          }),
        );
        const bare = parseCodebook(removed).entries.find(it => it.line === entry.line);
        assert.deepEqual([bare?.title, bare?.classes, bare?.kind, bare?.color], [entry.title, [], 'code', undefined]);
        assert.equal(parseCodebook(removed).entries.length, book.entries.length);
      }),
      400,
    );
  }).timeout(60_000);
});
