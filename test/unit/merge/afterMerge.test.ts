import { strict as assert } from 'node:assert';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { afterMerge } from '../../../src/core/merge/afterwards/afterMerge.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { coding } from '../support/coding.js';

const FILE = `${formatCodingLine(coding({ id: 'aaaaaaaaaa' }))}\n`;

describe('a file that git put together from several versions before', () => {
  it('is there again, or stays away, as was answered', () => {
    const versions = {
      path: 'codings/EA/transcripts/pp-03.jsonl',
      bases: [FILE, undefined],
      ours: FILE,
      theirs: undefined,
    };
    const file = { versions, made: undefined, now: undefined };
    const { conflicts } = afterMerge(file, new Map());
    assert.deepEqual(
      conflicts.map(({ aspect }) => aspect),
      ['presence'],
    );
    const answered = (choice: MergeChoice) => afterMerge(file, new Map([[conflicts[0]?.key ?? '', choice]]));
    assert.deepEqual(answered('ours'), { text: FILE, conflicts: [] });
    assert.deepEqual(answered('theirs'), { text: undefined, conflicts: [] });
  });

  it('is asked about where lines fitted that contradict each other, and then says what was answered and nothing else', () => {
    const book = (hope: string, rest: string) =>
      `# Codebook\n\n## Hope {#hope${hope}}\n\nHeart.\n\n${rest}\n\n## Rules {#rules}\n\nOrder.\n`;
    const code = '## Waiting {#waiting}\n\nA long time.';
    const record = 'Merged: Waiting {#waiting stood-after=hope}\n\n> A long time.';
    const include = '\n\nInclude: corridors.';
    const versions = {
      path: 'codebook.md',
      bases: [book('', code)],
      ours: book('', code + include),
      theirs: book(' formerly=waiting', record),
    };
    // What was said of Waiting stands under Hope now, and nobody was asked.
    const made = book(' formerly=waiting', record + include);
    const answered = (choice?: MergeChoice) =>
      afterMerge({ versions, made, now: made }, new Map(choice && [['entry waiting presence', choice]]));
    assert.deepEqual(
      answered().conflicts.map(({ key }) => key),
      ['entry waiting presence'],
    );
    assert.equal(answered().text, made);
    assert.deepEqual(answered('ours'), { text: versions.ours, conflicts: [] });
    assert.deepEqual(answered('theirs'), { text: versions.theirs, conflicts: [] });
  });

  it('is put right where git compared lines in another way than we do, and took what was said of a moved code for its neighbour', () => {
    const book = (...parts: readonly string[]): string => ['# Codebook', ...parts].map(part => `${part}\n`).join('\n');
    const [hope, tea, rules] = ['## Hope {#hope}', '## Tea {#tea}', '## Rules {#rules}'] as const;
    const versions = {
      path: 'codebook.md',
      bases: [book(hope, tea, rules)],
      ours: book(hope, tea, 'Example: with milk', rules),
      theirs: book(tea, 'Include: green', hope, rules),
    };
    const made = book(tea, 'Include: green', hope, 'Example: with milk', rules);
    const meant = book(tea, 'Example: with milk', 'Include: green', hope, rules);
    assert.deepEqual(afterMerge({ versions, made, now: made }, new Map()), { text: meant, conflicts: [] });
  });

  it('stays as it is today where it had become what was decided, and that was changed again', () => {
    const book = (hope: string, rest: string) =>
      `# Codebook\n\n## Hope {#hope}\n\n${hope}\n\n## Rules {#rules}\n${rest}`;
    const moved = '\n## Tea {#tea}\n';
    const versions = {
      path: 'codebook.md',
      bases: [book('Heart.', '')],
      ours: book('Ours.', moved),
      theirs: book('Theirs.', ''),
    };
    const now = book('Something else.', `\nOrder.\n${moved}\n## Waiting {#waiting}\n\n## Long {#waiting}\n`);
    assert.deepEqual(afterMerge({ versions, made: book('Theirs.', moved), now }, new Map()), {
      text: now,
      conflicts: [],
    });
  });

  it('is not asked about again where a code went into what was decided', () => {
    const book = (hope: string, tea: string, rest = '') =>
      `# Codebook\n\n## Hope {#hope${hope}}\n\n## Tea {#tea${tea}}\n${rest}`;
    const base = book('', '', '\n## Rules {#rules}\n');
    const versions = {
      path: 'codebook.md',
      bases: [base],
      ours: book(' formerly=rules', ''),
      theirs: book('', ' formerly=rules'),
    };
    const { conflicts } = mergeFile(versions);
    assert.deepEqual(
      conflicts.map(({ aspect }) => aspect),
      ['presence'],
    );
    for (const choice of ['ours', 'theirs'] as const) {
      const made = mergeFile(versions, new Map([[conflicts[0]?.key ?? '', choice]])).text;
      assert.deepEqual(afterMerge({ versions, made, now: made }, new Map()), { text: made, conflicts: [] });
    }
  });
});
