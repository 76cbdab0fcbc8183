import { strict as assert } from 'node:assert';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { changeCodebookInSteps } from '../../../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { atOnce } from '../../../src/core/pieces.js';
import { apply } from '../codebook/support.js';

const BOOK = '# Codebook\n\n## Hope {#hope}\n\nHeart.\n\n## Tea {#tea}\n\n## Rules {#rules}\n\nOrder.\n';

/** A codebook after changes. */
function changed(text: string, ...changes: readonly CodebookChange[]): string {
  return apply(text, atOnce(changeCodebookInSteps(text, changes, { used: new Set() })).edits);
}

/** Two versions of a codebook put together; questions by subject and respect. */
function merged(base: string, ours: string, theirs: string, choice?: MergeChoice) {
  const versions = { path: 'codebook.md', bases: [base], ours, theirs };
  const { conflicts } = mergeFile(versions);
  const decisions = new Map(conflicts.flatMap(({ key }) => (choice === undefined ? [] : [[key, choice] as const])));
  const text = mergeFile(versions, decisions).text ?? '';
  const asked = conflicts.map(({ subject, aspect }) => `${subject.is === 'entry' ? subject.id : ''} ${aspect}`);
  return { asked, text, book: parseCodebook(text) };
}

describe('a codebook put together', () => {
  it('takes a code that was merged into a new one for merged, not for the new one under another id', () => {
    const add: CodebookChange = { do: 'add', kind: 'code', title: 'Comfort', definition: 'Warmth.' };
    const ours = changed(BOOK, add, { do: 'merge', from: ['hope'], into: 'comfort' });
    const theirs = changed(BOOK, { do: 'define', entry: 'hope', definition: 'Courage.' });
    assert.deepEqual(merged(BOOK, ours, theirs).asked, ['hope presence']);
    const kept = merged(BOOK, ours, theirs, 'theirs').book;
    assert.equal(kept.find('hope')?.definition, 'Courage.');
    assert.equal(kept.find('comfort')?.definition, 'Warmth.');
  });

  it('puts headings together of which two have one id, each by what it says', () => {
    const two = (...parts: readonly string[]): string => `# Codebook\n\n${parts.join('\n\n')}\n`;
    const [hope, again, tea, more] = [
      '## Hope {#hope}\n\nHeart.',
      '## Hope {#hope}',
      '## Tea {#tea}\n\nHot.',
      '## Tea {#tea}',
    ];
    const base = two(hope, again, tea, more);
    // One side put that right, the other one worked on.
    const theirs = two(hope, tea);
    const ours = two(hope, again, `${tea}\n\nInclude: mint.`, more, '## Rules {#rules}');
    const { asked, text } = merged(base, ours, theirs);
    assert.deepEqual([asked, text], [[], two(hope, `${tea}\n\nInclude: mint.`, '## Rules {#rules}')]);
    const other = merged(base, base.replace('Hot.', 'Warm.'), base.replace('Hot.', 'Cold.'));
    assert.deepEqual(other.asked, ['tea definition']);
    assert.equal(other.text.match(/^## /gm)?.length, 4);
  });

  it('has a paragraph no more that one side moved and the other one took away', () => {
    const book = (...parts: readonly string[]): string => `# Codebook\n\n## Hope {#hope}\n\n${parts.join('\n\n')}\n`;
    const [heart, exclude, include] = ['Heart.', 'Exclude: wishes.', 'Include: plans.'] as const;
    const base = book(heart, exclude, include);
    const moved = book(heart, include, exclude);
    const without = book(heart, include);
    for (const [ours, theirs] of [
      [moved, without],
      [without, moved],
    ] as const) {
      const { asked, text } = merged(base, ours, theirs);
      assert.deepEqual([asked, text], [[], without]);
    }
    // What stood there twice stands there once where one of the two was taken away.
    const twice = book(heart, exclude, include, exclude);
    assert.equal(merged(twice, book(heart, include, exclude, exclude), moved).text, moved);
  });

  it('does not keep a deleted code only because what was merged into it was taken out and merged again', () => {
    const base = changed(
      BOOK,
      { do: 'merge', from: ['tea'], into: 'rules' },
      { do: 'merge', from: ['hope'], into: 'rules' },
    );
    const ours = changed(base, { do: 'unmerge', id: 'tea' }, { do: 'merge', from: ['tea'], into: 'rules' });
    const theirs = changed(base, { do: 'delete', entries: ['rules'], contents: 'keep' });
    assert.notEqual(ours, base);
    const { asked, book } = merged(base, ours, theirs);
    assert.deepEqual([asked, book.entries.map(({ id }) => id)], [[], []]);
  });

  it('gives both codes back that were taken out of one, each on its side', () => {
    const base = changed(
      BOOK,
      { do: 'merge', from: ['rules'], into: 'hope' },
      { do: 'merge', from: ['hope'], into: 'tea' },
    );
    const ours = changed(base, { do: 'unmerge', id: 'rules' });
    const theirs = changed(base, { do: 'unmerge', id: 'hope' });
    const { asked, book } = merged(base, ours, theirs);
    assert.deepEqual(asked, []);
    assert.deepEqual(book.entries.map(({ id }) => id).sort(), ['hope', 'rules', 'tea']);
    assert.deepEqual(book.problems, []);
  });

  it('tells a code that both took out of another from that one, which one of them deleted then', () => {
    const base = '# Codebook\n\n## Hope {#hope formerly=tea}\n\nHeart.\n\n## Rules {#rules}\n';
    const ours = '# Codebook\n\n## Rules {#rules}\n\n## Tea {#tea color=brown}\n';
    const theirs = '# Codebook\n\n## Hope {#hope}\n\nHeart.\n\n## Tea {#tea}\n\n## Rules {#rules}\n';
    const { asked, book } = merged(base, ours, theirs, 'theirs');
    assert.deepEqual(
      asked.filter(one => one.startsWith('tea ')),
      ['tea color'],
    );
    assert.equal(book.find('tea')?.title, 'Tea');
    assert.equal(book.find('hope')?.definition, 'Heart.');
    assert.deepEqual(book.problems, []);
  });

  it('leaves a code that was taken out no former id of what the rest was merged into', () => {
    const base = changed(BOOK, { do: 'merge', from: ['tea'], into: 'hope' });
    const ours = changed(base, { do: 'unmerge', id: 'tea' });
    const theirs = changed(base, { do: 'merge', from: ['hope'], into: 'rules' });
    for (const choice of ['ours', 'theirs'] as const) {
      const { book } = merged(base, ours, theirs, choice);
      assert.equal(book.entries.filter(({ formerly }) => formerly.includes('tea')).length, 0, choice);
      assert.deepEqual(book.problems, []);
    }
  });

  it('leaves a code that is kept no former id of what the code went into that it was to be merged into', () => {
    const ours = changed(BOOK, { do: 'merge', from: ['tea'], into: 'hope' });
    const theirs = changed(
      BOOK,
      { do: 'merge', from: ['hope'], into: 'rules' },
      { do: 'rename', entry: 'tea', title: 'Green tea' },
    );
    assert.deepEqual(merged(BOOK, ours, theirs).asked, ['tea presence']);
    const { book } = merged(BOOK, ours, theirs, 'theirs');
    assert.deepEqual(book.find('rules')?.formerly, ['hope']);
    assert.equal(book.find('tea')?.title, 'Green tea');
    assert.deepEqual(merged(BOOK, ours, theirs, 'ours').book.find('tea')?.id, 'rules');
  });

  it('asks what became of a code, and not once more whose former id it is', () => {
    const first = changed(BOOK, { do: 'merge', from: ['tea'], into: 'hope' });
    const versions = {
      path: 'codebook.md',
      bases: [BOOK, first],
      ours: first,
      theirs: changed(BOOK, { do: 'phase', entries: ['rules'], phase: 'reviewed' }),
    };
    const { conflicts } = mergeFile(versions);
    assert.deepEqual(
      conflicts.map(({ aspect }) => aspect),
      ['presence'],
    );
    for (const choice of ['ours', 'theirs'] as const) {
      const book = parseCodebook(mergeFile(versions, new Map([[conflicts[0]?.key ?? '', choice]])).text ?? '');
      assert.equal(book.find('tea')?.id, choice === 'ours' ? 'hope' : 'tea');
      assert.deepEqual(book.problems, []);
    }
  });

  it('asks where a code stands that versions before had in different themes, and each side in one of them', () => {
    const base = '# Codebook\n\n## Room {#room .theme}\n\n### Tea {#tea}\n\n## Work {#work .theme}\n';
    const other = changed(base, { do: 'move', entries: ['tea'], to: { under: 'work' } });
    const ours = changed(base, { do: 'color', entries: ['room'], color: 'teal' });
    const theirs = changed(other, { do: 'color', entries: ['work'], color: 'amber' });
    const { conflicts } = mergeFile({ path: 'codebook.md', bases: [base, other], ours, theirs });
    assert.deepEqual(
      conflicts.map(({ aspect }) => aspect),
      ['moved'],
    );
  });

  it('lets what was in a deleted theme go to where that stood, also where the theme above was to be deleted and is kept', () => {
    const base = '# Codebook\n\n## Room {#room .theme}\n\n### Table {#table .theme}\n\n#### Tea {#tea}\n';
    const ours = changed(base, { do: 'delete', entries: ['room'], contents: 'keep' });
    const theirs = changed(
      base,
      { do: 'delete', entries: ['table'], contents: 'keep' },
      { do: 'rename', entry: 'room', title: 'Rooms' },
    );
    assert.deepEqual(merged(base, ours, theirs).asked, ['room presence']);
    assert.equal(merged(base, ours, theirs, 'theirs').book.find('tea')?.parent?.id, 'room');
    assert.equal(merged(base, ours, theirs, 'ours').book.find('tea')?.parent, undefined);
  });

  it('asks where a code stands that one side moved, where the other one deleted its theme and may have moved it, too', () => {
    const base = '# Codebook\n\n## Room {#room .theme}\n\n### Table {#table .theme}\n\n#### Tea {#tea}\n';
    const without = changed(base, { do: 'delete', entries: ['table'], contents: 'keep' });
    const moved = changed(base, { do: 'move', entries: ['tea'], to: { under: undefined } });
    const back = changed(
      moved,
      { do: 'delete', entries: ['table'], contents: 'keep' },
      { do: 'move', entries: ['tea'], to: { under: 'room' } },
    );
    assert.equal(back, without, 'no three versions tell which of them it was');
    assert.deepEqual(merged(base, back, moved).asked, ['tea moved']);
    assert.deepEqual(merged(base, moved, back).asked, ['tea moved']);
    assert.equal(merged(base, back, moved, 'ours').book.find('tea')?.parent?.id, 'room');
    assert.equal(merged(base, back, moved, 'theirs').book.find('tea')?.parent, undefined);
    assert.deepEqual(merged(base, without, base).asked, []);
    assert.deepEqual(
      merged(base, moved, changed(base, { do: 'delete', entries: ['room'], contents: 'keep' })).asked,
      [],
    );
  });

  it('asks nothing about what went into codes that the sides merged into each other: one of these is left', () => {
    const first = '# Codebook\n\n## Tea {#tea}\n\n## Hope {#hope}\n\n## Doors {#doors}\n';
    for (const into of ['hope', 'doors']) {
      const second = changed(first, { do: 'merge', from: ['tea'], into });
      const ours = changed(second, { do: 'merge', from: ['hope'], into: 'doors' });
      const theirs = changed(second, { do: 'merge', from: ['doors'], into: 'hope' });
      const versions = { path: 'codebook.md', bases: [first, second], ours, theirs };
      const { conflicts } = mergeFile(versions);
      assert.deepEqual(
        conflicts.map(({ key }) => key),
        ['entry doors presence'],
      );
      for (const [side, left] of [
        ['ours', 'doors'],
        ['theirs', 'hope'],
      ] as const) {
        const { text } = mergeFile(versions, new Map([['entry doors presence', side]]));
        assert.equal(parseCodebook(text ?? '').find('tea')?.id, left);
      }
    }
  });

  it('keeps a new definition ahead of an example that the other side put in', () => {
    const ours = changed(BOOK, { do: 'note', entry: 'tea', as: 'example', text: 'A cup.' });
    const theirs = changed(BOOK, { do: 'define', entry: 'tea', definition: 'A drink.' });
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { asked, book } = merged(BOOK, one, other);
      assert.deepEqual(asked, []);
      assert.equal(book.find('tea')?.definition, 'A drink.');
      assert.deepEqual(book.find('tea')?.example, ['A cup.']);
    }
  });
});
