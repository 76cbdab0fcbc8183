import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { check, facts, messyText, outline, rules } from './support.js';

const SAMPLE = `# Codebook

## Influence on network meetings {#influence .theme}

What peers are perceived to change in the room.

### Self-disclosure {#self-disclosure color=amber formerly="sharing own-story"}

Sharing one's *own* experience
of distress or recovery.

Include: deliberate sharing in a meeting.
Exclude: sharing among colleagues only.
Example: …

More prose.

#### Timing

## Other
`;

describe('parseCodebook', () => {
  it('reads the example of the design', () => {
    const book = parseCodebook(SAMPLE);
    assert.equal(book.title, 'Codebook');
    assert.deepEqual(outline(book), ['  *influence', '   self-disclosure', '    timing', '  other']);
    assert.deepEqual(book.problems, []);
    assert.deepEqual(book.entries[1] && facts(book.entries[1]), {
      kind: 'code',
      id: 'self-disclosure',
      idWritten: true,
      title: 'Self-disclosure',
      color: 'amber',
      formerly: ['sharing', 'own-story'],
      classes: [],
      definition: "Sharing one's own experience of distress or recovery.",
      include: ['deliberate sharing in a meeting.'],
      exclude: ['sharing among colleagues only.'],
      example: ['…'],
      parent: 'influence',
      children: ['timing'],
    });
    assert.deepEqual(
      book.roots.map(entry => entry.id),
      ['influence', 'other'],
    );
    assert.equal(book.find('own-story'), book.entries[1]);
    assert.equal(book.find('Timing'), undefined);
    assert.deepEqual(
      book.entries.map(entry => [entry.line, entry.lastLine]),
      [
        [2, 17],
        [6, 17],
        [17, 17],
        [19, 19],
      ],
    );
  });

  it('reads no heading in code, comments, quotes and lists', () => {
    const text =
      '---\ntitle: x\n---\n# B\n```\n## a\n```\n\n<!--\n## b\n-->\n\n    ## c\n\n> ## d\n\n- e\n  ## f\n\nReal one\n---\n\n~~~\n## g';
    assert.deepEqual(outline(parseCodebook(text)), ['  real-one']);
  });

  it('reads underlined headings with attributes, and link definitions before them', () => {
    const book = parseCodebook('Book\n====\n\n[a]: b\nTwo\nlines {#two .theme}\n-----\n\nText.\n');
    assert.equal(book.title, 'Book');
    assert.deepEqual(
      book.entries.map(({ id, title, line, definition }) => ({ id, title, line, definition })),
      [{ id: 'two', title: 'Two lines', line: 4, definition: 'Text.' }],
    );
  });

  it('gives titles as a reader sees them', () => {
    const title = (heading: string) => parseCodebook(heading).entries[0]?.title;
    assert.equal(title('## **Hope** & [help](x) `a*b` \\# {#x} ##'), 'Hope & help a*b #');
    assert.equal(title('## R&amp;D <!-- todo -->'), 'R&D');
    assert.equal(title('## 1. First'), '1. First');
    assert.equal(title('## C#'), 'C#');
    assert.equal(title('## ##'), '');
  });

  it('makes ids of titles, in any script, clear of written and former ids', () => {
    const book = parseCodebook(
      '## Hope\n## Hope\n## Émoi  du 2e jour!\n## 希望 と 力\n## हिन्दी\n## …\n## x {#hope-2 formerly="code"}\n',
    );
    assert.deepEqual(
      book.entries.map(entry => entry.id),
      ['hope', 'hope-3', 'émoi-du-2e-jour', '希望-と-力', 'हिन्दी', 'code-2', 'hope-2'],
    );
  });

  it('reads inclusions, exclusions and examples as they are written in the wild', () => {
    const entry = parseCodebook(
      '## A\n\nDefined.\nINCLUDES: one\ntwo\n**Exclude:** three\n\n*Example: four*\n\n__Examples__: five\n\nInclude:\n\n- six\n- *seven*\n\nLater: prose\n',
    ).entries[0];
    assert.equal(entry?.definition, 'Defined.');
    assert.deepEqual(
      [entry?.include, entry?.exclude, entry?.example],
      [['one two', 'six', 'seven'], ['three'], ['four', 'five']],
    );
    assert.equal(parseCodebook('## A\n\nInclude: x\n\nProse.').entries[0]?.definition, undefined);
  });

  it('nests by parent= where it can be followed', () => {
    const book = parseCodebook(
      '# B\n## A {#a parent=c}\n### B {#b}\n## C {#c parent=b}\n## D {#d parent=old}\n## E {#e parent=nil}\n## F {#f parent=f formerly=old}\n',
    );
    assert.deepEqual(
      book.entries.map(entry => `${entry.id}<${entry.parent?.id}`),
      ['a<c', 'b<a', 'c<undefined', 'd<f', 'e<undefined', 'f<undefined'],
    );
    assert.deepEqual(rules(book), ['parent-cycle:4', 'parent-unknown:6', 'parent-cycle:7']);
  });

  it('reports double ids and follows the first, and live ids before former ones', () => {
    const book = parseCodebook('# B\n## A {#a}\n## B {#a}\n## C {#c formerly="a x"}\n## D {#d formerly="x d"}\n');
    assert.deepEqual(rules(book), ['duplicate-code-id:3', 'former-id-conflict:4', 'former-id-conflict:5']);
    assert.match(book.problems[2]?.message ?? '', /line 5.*line 4/);
    assert.equal(book.entries.length, 4);
    assert.equal(book.find('a')?.title, 'A');
    assert.equal(book.find('x')?.title, 'C');
  });

  it('reports what is malformed and reads the heading all the same', () => {
    const book = parseCodebook(
      '# B {.theme}\n## A {#a "b}\n## C {id="c d" color=puce}\n# D\n### E {#e',
      'x/codebook.md',
    );
    assert.deepEqual(rules(book), [
      'codebook-title:1',
      'codebook-attributes:2',
      'codebook-color:3',
      'codebook-id:3',
      'codebook-second-title:4',
      'codebook-attributes:5',
    ]);
    assert.deepEqual(outline(book), ['  a', '  c d', ' d', '   e']);
    assert.equal(book.problems[0]?.file, 'x/codebook.md');
    assert.deepEqual(rules(parseCodebook('text\n\n## A')), ['codebook-title:3']);
    assert.deepEqual(rules(parseCodebook('')), []);
  });

  it('never throws', () => {
    check(
      fc.property(fc.oneof(messyText, fc.string(), fc.string({ unit: 'binary' })), text => void parseCodebook(text)),
      400,
    );
    for (const hostile of [
      '>'.repeat(3000),
      '- '.repeat(1000),
      '*a '.repeat(3000),
      '['.repeat(3000),
      '{'.repeat(20000),
      '## {a="'.repeat(3000),
    ]) {
      parseCodebook(`## ${hostile}\n\n${hostile}`);
    }
  }).timeout(60_000);

  it('reads the same with any line ends and a byte order mark', () => {
    check(
      fc.property(messyText, text => {
        const plain = text.replace(/^\uFEFF+/, '').replaceAll('\r\n', '\n');
        const marked = `\uFEFF${plain.replaceAll('\n', '\r\n')}`;
        assert.deepEqual(parseCodebook(marked).entries.map(facts), parseCodebook(plain).entries.map(facts));
      }),
    );
  });

  it('reads a codebook of 2,000 codes whole', () => {
    const code = (i: number) =>
      `### Code ${i} {#code-${i} color=amber}\n\nSharing one's **own** experience.\n\n- a list\n`;
    const { entries, problems } = parseCodebook(
      `# Codebook\n\n${Array.from({ length: 2000 }, (_, i) => code(i)).join('\n')}`,
    );
    assert.equal(entries.length, 2000);
    assert.deepEqual(problems, []);
    assert.equal(entries.at(-1)?.definition, "Sharing one's own experience.");
  });

  it('says once that git left marks in it, and reads what can be read', () => {
    const text =
      '# C\n\n## Hope {#hope}\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> topic\n\n<<<<<<< HEAD\na\n=======\n>>>>>>> topic\n';
    const { entries, problems } = parseCodebook(text);
    assert.deepEqual(
      problems
        .filter(({ rule }) => rule !== 'codebook-second-title')
        .map(({ rule, severity, line }) => [rule, severity, line]),
      [['conflict-marks', 'error', 5]],
    );
    assert.match(problems[0]?.remedy ?? '', /“Decide…” in VS Code or run `verbatim resolve`/);
    assert.equal(entries[0]?.id, 'hope');
    // A heading with a line below it is no mark.
    assert.deepEqual(
      parseCodebook('# C\n\nTitle\n=======\n').problems.filter(({ rule }) => rule === 'conflict-marks'),
      [],
    );
  });
});
