import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { changeCodebook } from '../../../src/core/codebook/changeCodebook.js';
import type { Codebook, CodebookEntry } from '../../../src/core/codebook/codebook.js';
import { invertLineEdits, type LineEdit } from '../../../src/core/text/lineEdit.js';
import { normaliseText } from '../../../src/core/text/normalise.js';

/** Asserts a property that is not asynchronous; the environment variable `THOROUGH` multiplies the number of runs. */
export function check<T>(property: fc.IProperty<T>, numRuns = 100): void {
  void fc.assert(property, { numRuns: numRuns * Number(process.env.THOROUGH ?? 1), includeErrorInReport: true });
}

/** Applies edits to a text, line ends as they are; a text without a line end at its end stays without one. */
export function apply(raw: string, edits: readonly LineEdit[]): string {
  const bom = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const pieces: string[] = raw.slice(bom.length).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const lineEnd = /\r\n|\r|\n/.exec(raw)?.[0] ?? '\n';
  const closed = pieces.length === 0 || /[\r\n]$/.test(pieces.at(-1) ?? '');
  if (!closed) pieces.push((pieces.pop() ?? '') + lineEnd);
  for (const edit of [...edits].sort((a, b) => b.line - a.line)) {
    const removed = pieces.splice(edit.line, edit.remove.length, ...edit.insert.map(line => line + lineEnd));
    const texts = removed.map(line => line.replace(/[\r\n]+$/, ''));
    if (JSON.stringify(texts) !== JSON.stringify(edit.remove)) throw new Error(`conflict at line ${edit.line}`);
  }
  const text = bom + pieces.join('');
  return closed ? text : text.slice(0, text.length - lineEnd.length);
}

/** A codebook after a change, the undo of which is tried on the way. @throws ChangeRefused where it cannot be made */
export function changed(raw: string, change: CodebookChange, used: readonly string[] = []): string {
  const { edits } = changeCodebook(raw, change, { used: new Set(used) });
  const after = apply(raw, edits);
  const undone = apply(after, invertLineEdits(edits));
  // Which of several line ends a line had is not known any more once it is gone.
  const line = (text: string): string => (raw.includes('\r') ? normaliseText(text) : text);
  assert.equal(line(undone), line(raw), 'undo gives back what was there');
  return after;
}

/** An entry without its neighbours and its place, to be compared. */
export function facts({ parent, children, line, lastLine, level, ...rest }: CodebookEntry) {
  return { ...rest, parent: parent?.id, children: children.map(child => child.id) };
}

/** All entries of a book by id, in order. */
export function outline(book: Codebook): string[] {
  return book.entries.map(entry => `${' '.repeat(entry.level)}${entry.kind === 'theme' ? '*' : ''}${entry.id}`);
}

/** Rules of the problems of a book, with their lines. */
export function rules(book: Codebook): string[] {
  return book.problems.map(problem => `${problem.rule}:${problem.line}`);
}

const FRAGMENTS = [
  ...[
    '# Codebook',
    '## Theme {#t .theme}',
    '### Hope {#hope}',
    '### Hope',
    '#### Deep {#deep color=amber}',
    '###### Six {.theme}',
  ],
  ...[
    '# Second',
    '##',
    '## ##',
    '## C# #',
    '  ## Indented',
    '    ## Code',
    '## {#bare}',
    '## A {#a',
    '## A {#a "b} x="',
    '#hash',
  ],
  ...[
    'Title',
    '===',
    '---',
    '- item',
    '  ## in item',
    '  - nested',
    '1. one',
    '> quote',
    '> ## quoted',
    '```',
    '~~~~',
    '```js',
    '``` `',
  ],
  ...[
    '<!--',
    '-->',
    '<!-- ## x -->',
    '<div>',
    '</div>',
    '<script>',
    '</script>',
    '<?',
    '<![CDATA[',
    '<!X',
    '<b>x</b>',
    '[a]: b',
  ],
  ...[
    '',
    '',
    '',
    '',
    ' ',
    '\t',
    'Some words.',
    'Include: this',
    '**Exclude:** that',
    'Example:',
    '*Includes: all*',
    'a  ',
    'a\\',
  ],
  ...[
    '***',
    '+ x',
    '+',
    '*',
    '* * *',
    '_x_',
    '=',
    '2020 was',
    '2) two',
    '2.',
    '\uFEFF# Bom',
    '\0',
    '### Kind {#kind formerly="hope sad"}',
  ],
  ...[
    '### P {#p parent=hope}',
    '### Q {#hope parent=p}',
    '## Ünïcode ✓ 中文',
    '| a | b |',
    '|---|---|',
    '\t- x',
    'x\u2028y',
    '#\tTab {.theme}',
  ],
];

/** Markdown made of lines that matter to a codebook, in any order. */
export const messyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...FRAGMENTS) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      ),
      { maxLength: 24 },
    ),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('', '', '\uFEFF'),
    fc.boolean(),
  )
  .map(([lines, lineEnd, bom, closed]) => bom + lines.join(lineEnd) + (closed && lines.length > 0 ? lineEnd : ''));

/** Titles, plain and hostile. */
export const anyTitle: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'ab {}#.=*_`[]()<>&;!\\"\'-+~1:|/é中 \t\n'), maxLength: 14 }),
  fc.constantFrom(
    'C#',
    'R&D',
    'snake_case_name',
    'Hope {positive}',
    'Hope {.theme}',
    '# x',
    '#',
    '---',
    '&amp;',
    '*a*',
    '[x](y)',
    '<b>',
    '1. a',
    'Include: x',
  ),
);
