import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { escapeForComment } from '../../../src/cli/diff/escape.js';
import { formatComment } from '../../../src/cli/diff/markdown.js';
import type { Compared } from '../../../src/cli/diff/states.js';
import type { Change } from '../../../src/core/review/change.js';
import type { ChangeGroup } from '../../../src/core/review/grouping.js';

const HOSTILE = [
  ...['# heading', '- item', '12. item', '> quote', '---', '```js', '| a | b |', '[ ] todo', '> [!NOTE]', '    code'],
  ...[
    '<b>bold</b> <script>alert(1)</script> <!-- x',
    '&lt;b&gt;',
    '<details><summary>x',
    '[^1]: note',
    '$x$',
    '\\@eva',
  ],
  ...['[a](http://x.y) ![i](u) [ref]: http://x.y', 'https://example.org/a_b`c`d', 'www.example.org', 'a@b.org'],
  ...['@eva', '(@eva)', '**@team/eva**', 'ask @eva, @mb.', '#12', 'team/study#12', 'GH-12', 'fixes #12', 'eva@d21532e'],
  ...[
    'd21532e1fa63fc38e2a01826ba8e45ee7ceee6be',
    'D21532E',
    ':tada:',
    ':+1:',
    '`',
    '``` @eva',
    'a\n\n# b\n\n- c',
    'x\r\n@eva',
  ],
];

function* nodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodes(child);
}
const parse = (markdown: string): Nodes => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const values = (node: Nodes): string => [...nodes(node)].map(each => ('value' in each ? each.value : '')).join('');

/** What of a text that is shown, and no code, a forge would still make something of. */
const MEANS = /@\w|#\d|\bGH-\d|:\/\/|www\.|:[\w+-]+:|\b[0-9a-f]{7,40}\b/i;
const ALLOWED = [
  'root',
  'heading',
  'paragraph',
  'text',
  'strong',
  'emphasis',
  'list',
  'listItem',
  'blockquote',
  'inlineCode',
  'thematicBreak',
];

function check(markdown: string): void {
  const all = [...nodes(parse(markdown))];
  const types = new Set(all.map(({ type }) => type));
  assert.deepEqual(
    [...types].filter(type => !ALLOWED.includes(type)),
    [],
  );
  for (const node of all) if (node.type === 'text') assert.doesNotMatch(node.value, MEANS);
}

const added = (odd: string, i = 0, coder = odd): Change => ({
  what: 'coding-added',
  key: `coding ${i}`,
  fingerprint: '',
  by: coder,
  path: 'codings/x',
  transcript: `transcripts/${odd}.md`,
  entries: ['hope'],
  after: {
    coder,
    path: 'codings/x',
    transcript: `transcripts/${odd}.md`,
    coding: { code: 'hope', quote: odd, at: [0, 1], id: String(i), memo: odd },
    code: { id: 'hope', title: odd },
  },
});

const compared = (name: string): Compared => {
  const commit = { id: 'f'.repeat(40), parents: [], author: '', date: '', subject: '', body: '' };
  const snapshot = (name: string): Compared['before'] => ({
    name: { is: 'commit', commit, name },
    files: new Map(),
    read: async () => undefined,
    version: async () => undefined,
  });
  return { before: snapshot(name), after: snapshot(name), git: undefined };
};
const group = (name: string, changes: readonly Change[]): ChangeGroup => ({ is: 'coder', name, changes });

describe('changes as a comment on a pull request', () => {
  it('say whatever stands in the study and do nothing', () => {
    for (const odd of HOSTILE) {
      const tree = parse(escapeForComment(odd));
      const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
      assert.equal(folded(values(tree)), folded(odd));
      const groups: ChangeGroup[] = [group(odd, [added(odd)]), { is: 'transcript', path: odd, changes: [added(odd)] }];
      for (const branchedOff of [undefined, odd])
        check(formatComment({ ...compared(odd), ...(branchedOff !== undefined && { branchedOff }) }, groups));
    }
  });

  it('do so whatever is put together', () => {
    const odd = fc
      .array(
        fc.oneof(
          fc.constantFrom(...HOSTILE, '\n', ' ', '@', '#', '`', '\\', '<', '-', '1', ':', '_'),
          fc.string({ maxLength: 3 }),
        ),
        {
          maxLength: 8,
        },
      )
      .map(parts => parts.join(''));
    fc.assert(fc.property(odd, text => check(formatComment(compared(text), [group(text, [added(text)])]))));
  });

  it('are never longer than a comment may be, and say what was left out of which group', () => {
    const long = 'So we waited, and it was *good* that we did. '.repeat(40);
    const coders = Array.from({ length: 30 }, (_, i) => `C${i}`);
    const groups = coders.map(name =>
      group(
        name,
        Array.from({ length: 100 }, (_, i) => added(long, i, name)),
      ),
    );
    const text = formatComment(compared('main'), groups);
    assert.ok(text.length <= 65_000 && text.length > 60_000, String(text.length));
    check(text);
    const listed = text.match(/^- C\d+ coded/gm)?.length ?? 0;
    assert.match(text, /^\*\*3000 changes\*\* from `main` to `main`\.$/m);
    assert.match(
      text,
      new RegExp(`^${3000 - listed} further changes did not fit here: .*, and \\d+ more groups\\.`, 'm'),
    );
    const few = formatComment(compared('main'), groups, 6000);
    assert.ok(few.length <= 6000);
    assert.match(few, /### C0 \(100\)/);
    const none = formatComment(compared('main'), groups, 2000);
    assert.match(none, /^3000 further changes did not fit here: C0 \(100\), /m);
    assert.ok(none.length <= 2000);
  });

  it('are a short sentence where there are none', () => {
    assert.equal(formatComment(compared('v1'), []), '## Coding changes\n\nNo changes from `v1` to `v1`.\n');
  });
});
