import { strict as assert } from 'node:assert';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { changeCodebookInSteps } from '../../../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import type { MergeChoice, MergedFile } from '../../../src/core/merge/merge.js';
import { atOnce } from '../../../src/core/pieces.js';
import { BOOK } from '../codebook/book.js';
import { apply, outline } from '../codebook/support.js';
import { merge } from './codebooks.js';

function changed(raw: string, ...changes: readonly CodebookChange[]): string {
  return apply(raw, atOnce(changeCodebookInSteps(raw, changes, { used: new Set() })).edits);
}

/** What is asked, as aspect and both sides. */
function asked({ conflicts }: MergedFile): string[] {
  return conflicts.map(({ key, aspect, ours, theirs }) => `${key} (${aspect}): ${told(ours)} | ${told(theirs)}`);
}

function told({ isThere, text }: { isThere: boolean; text: string }): string {
  return `${isThere ? '' : '-'}${text.replace(/\s+/g, ' ')}`;
}

/** The text of a merge without open questions. */
function clean(merged: MergedFile): string {
  assert.deepEqual(asked(merged), []);
  return merged.text as string;
}

/** A merge in which everything is decided in one way. */
function decided(base: string, ours: string, theirs: string, choice: MergeChoice): string {
  const { conflicts } = merge(base, ours, theirs);
  return clean(merge(base, ours, theirs, new Map(conflicts.map(({ key }) => [key, choice]))));
}

const heading = (text: string, title: string): string | undefined =>
  text.split('\n').find(line => line.startsWith('#') && line.includes(title));

describe('merging a codebook', () => {
  it('takes what one side changed, byte for byte', () => {
    const ours = BOOK.replace('Silence.', 'Silence,\nand more.');
    assert.equal(clean(merge(BOOK, ours, BOOK)), ours);
    assert.equal(clean(merge(BOOK, BOOK, ours)), ours);
    assert.equal(clean(merge(BOOK, ours, ours)), ours);
  });

  it('puts changes in different respects of one code together', () => {
    const ours = changed(
      BOOK,
      { do: 'rename', entry: 'hope', title: 'Heart' },
      { do: 'phase', entries: ['hope'], phase: 'candidate' },
    );
    const theirs = changed(
      BOOK,
      { do: 'color', entries: ['hope'], color: 'red' },
      { do: 'define', entry: 'hope', definition: 'They take heart.' },
      { do: 'note', entry: 'hope', as: 'exclude', text: 'despair.' },
      { do: 'change-id', entry: 'hope', id: 'heart' },
    );
    const text = clean(merge(BOOK, ours, theirs));
    assert.equal(heading(text, 'Heart'), '### Heart {#heart color=red .candidate formerly=hope}');
    assert.match(text, /They take heart\.\n\nInclude: doubts\.\n\nExclude: despair\.\n\nA note of ours\./);
    assert.equal(clean(merge(BOOK, theirs, ours)), text);
  });

  it('asks where both sides say something else in the same respect, and does as is decided', () => {
    const ours = changed(
      BOOK,
      { do: 'rename', entry: 'hope', title: 'Heart' },
      { do: 'color', entries: ['hope'], color: 'red' },
      { do: 'define', entry: 'waiting', definition: 'Quiet.' },
      { do: 'phase', entries: ['pay'], phase: 'candidate' },
      { do: 'change-id', entry: 'deep', id: 'deeper' },
    );
    const theirs = changed(
      BOOK,
      { do: 'rename', entry: 'hope', title: 'Courage' },
      { do: 'color', entries: ['hope'], color: undefined },
      { do: 'define', entry: 'waiting', definition: 'Pause.' },
      { do: 'phase', entries: ['pay'], phase: 'defined' },
      { do: 'change-id', entry: 'deep', id: 'depth' },
    );
    assert.deepEqual(asked(merge(BOOK, ours, theirs)), [
      'entry hope title (title): Heart | Courage',
      'entry hope color (color): red | ',
      'entry waiting definition (definition): Quiet. | Pause.',
      'entry deeper id (id): deeper | depth',
      'entry pay phase (phase): candidate | defined',
    ]);
    const text = decided(BOOK, ours, theirs, 'theirs');
    assert.equal(heading(text, 'Courage'), '### Courage {#hope}');
    assert.equal(heading(text, 'Deep'), '#### Deep {#depth formerly="deep deeper"}');
    assert.match(text, /### Waiting\n\nPause\./);
    assert.equal(heading(text, 'Pay'), '### Pay {#pay .defined}');
    assert.match(decided(BOOK, ours, theirs, 'ours'), /### Heart \{#hope color=red\}/);
  });

  it('keeps both where both wrote something of their own, and offers both where they changed the same words', () => {
    const note = (text: string): string => changed(BOOK, { do: 'note', entry: 'hope', as: 'include', text });
    const text = clean(merge(BOOK, note('tears.'), note('laughter.')));
    assert.match(text, /Include: doubts\.\n\nInclude: (tears\.\n\nInclude: laughter|laughter\.\n\nInclude: tears)\./);
    const [ours, theirs] = [
      BOOK.replace('A note of ours.', 'A note of mine.'),
      BOOK.replace('A note of ours.', 'A note of theirs.'),
    ];
    const { conflicts } = merge(BOOK, ours, theirs);
    assert.deepEqual(
      conflicts.map(({ aspect, choices }) => [aspect, choices]),
      [['text', ['ours', 'theirs', 'both']]],
    );
    assert.match(decided(BOOK, ours, theirs, 'both'), /A note of mine\.\n\nA note of theirs\./);
  });

  it('removes what one side removed, unless the other one changed it', () => {
    const gone = changed(BOOK, { do: 'delete', entries: ['waiting'], contents: 'delete' });
    const other = changed(BOOK, { do: 'rename', entry: 'pay', title: 'Wage' });
    assert.deepEqual(outline(parseCodebook(clean(merge(BOOK, gone, other)))), [
      '  *meetings',
      '   hope',
      '    words',
      '   *inner',
      '    deep',
      '  *role',
      '   pay',
    ]);
    const defined = changed(BOOK, { do: 'define', entry: 'waiting', definition: 'Pause.' });
    assert.deepEqual(asked(merge(BOOK, gone, defined)), ['entry waiting presence (presence): - | Waiting Pause.']);
    assert.equal(decided(BOOK, gone, defined, 'theirs'), defined);
    assert.equal(decided(BOOK, gone, defined, 'ours'), gone);
    const moved = changed(BOOK, { do: 'move', entries: ['waiting'], to: { under: 'role' } });
    assert.deepEqual(asked(merge(BOOK, gone, moved)), ['entry waiting presence (presence): - | Waiting Silence.']);
  });

  it('asks about a theme that one side removed and the other one put a code into', () => {
    const gone = changed(BOOK, { do: 'delete', entries: ['role'], contents: 'delete' });
    const filled = changed(BOOK, { do: 'add', kind: 'code', title: 'Rank', under: 'role' });
    assert.deepEqual(asked(merge(BOOK, gone, filled)), ['entry role presence (presence): - | Role']);
    assert.equal(heading(decided(BOOK, gone, filled, 'theirs'), 'Rank'), '### Rank {#rank}');
    assert.equal(heading(decided(BOOK, gone, filled, 'ours'), 'Rank'), '### Rank {#rank}'.replace('###', '##'));
    const up = changed(BOOK, { do: 'delete', entries: ['inner'], contents: 'keep' });
    const renamed = changed(BOOK, { do: 'rename', entry: 'deep', title: 'Depth' });
    assert.equal(heading(clean(merge(BOOK, up, renamed)), 'Depth'), '### Depth {#deep}');
  });

  it('moves what one side moved, with all the other one put into it, at the level of its place', () => {
    const ours = changed(BOOK, { do: 'move', entries: ['inner'], to: { under: 'words' } });
    const theirs = changed(BOOK, { do: 'add', kind: 'code', title: 'Deeper', under: 'deep' });
    const text = clean(merge(BOOK, ours, theirs));
    assert.deepEqual(outline(parseCodebook(text)).slice(0, 6), [
      '  *meetings',
      '   hope',
      '    words',
      '     *inner',
      '      deep',
      '      deeper',
    ]);
    assert.equal(parseCodebook(text).find('deeper')?.parent?.id, 'deep');
    assert.equal(heading(text, 'Deeper'), '###### Deeper {#deeper parent=deep}');
  });

  it('asks where both moved the same into different themes', () => {
    const ours = changed(BOOK, { do: 'move', entries: ['waiting'], to: { under: 'role' } });
    const theirs = changed(BOOK, { do: 'move', entries: ['waiting'], to: { under: 'inner' } });
    assert.deepEqual(asked(merge(BOOK, ours, theirs)), ['entry waiting moved (moved): Role | Meetings › Inner']);
    assert.equal(decided(BOOK, ours, theirs, 'ours'), ours);
    assert.equal(decided(BOOK, ours, theirs, 'theirs'), theirs);
  });

  it('asks rather than make a circle', () => {
    const ours = changed(BOOK, { do: 'move', entries: ['meetings'], to: { under: 'role' } });
    const theirs = changed(BOOK, { do: 'move', entries: ['role'], to: { under: 'meetings' } });
    assert.deepEqual(asked(merge(BOOK, ours, theirs)), ['entry meetings moved (moved): Role | At the top']);
    assert.equal(merge(BOOK, ours, theirs).text, ours);
    assert.equal(decided(BOOK, ours, theirs, 'theirs'), theirs);
  });

  it('puts two orders together', () => {
    const ours = changed(BOOK, { do: 'move', entries: ['waiting'], to: { before: 'hope' } });
    const theirs = changed(BOOK, { do: 'add', kind: 'code', title: 'Last', under: 'meetings' });
    const titles = parseCodebook(clean(merge(BOOK, ours, theirs)))
      .find('meetings')
      ?.children.map(({ id }) => id);
    assert.deepEqual(titles, ['waiting', 'last', 'hope', 'inner']);
  });

  it('takes a new code of both sides once, and asks in what it differs', () => {
    const add = (definition: string): string =>
      changed(BOOK, { do: 'add', kind: 'code', title: 'Trust', under: 'role', definition });
    const other = changed(add('Sure.'), { do: 'rename', entry: 'pay', title: 'Wage' });
    assert.equal(clean(merge(BOOK, add('Sure.'), other)), other);
    assert.deepEqual(asked(merge(BOOK, add('Sure.'), add('Relied on.'))), [
      'entry trust definition (definition): Sure. | Relied on.',
    ]);
    const elsewhere = changed(BOOK, { do: 'add', kind: 'theme', title: 'Trust', definition: 'Sure.' });
    assert.deepEqual(asked(merge(BOOK, add('Sure.'), elsewhere)), [
      'entry trust kind (kind): code | theme',
      'entry trust moved (moved): Role | At the top',
    ]);
  });

  it('asks where both sides gave one id to different codes', () => {
    const ours = changed(BOOK, { do: 'change-id', entry: 'hope', id: 'x' });
    const theirs = changed(BOOK, { do: 'change-id', entry: 'pay', id: 'x' });
    assert.deepEqual(asked(merge(BOOK, ours, theirs)), ['id x (id): x: “Hope” | x: “Pay”']);
    const text = decided(BOOK, ours, theirs, 'theirs');
    assert.equal(parseCodebook(text).find('x')?.title, 'Pay');
    assert.equal(parseCodebook(text).find('hope')?.title, 'Hope');
  });

  it('keeps an id that was written out where the other side wrote another title by hand', () => {
    const ours = BOOK.replace('### Waiting', '### Quiet');
    const theirs = BOOK.replace('### Waiting', '### Waiting {#waiting}');
    assert.equal(heading(clean(merge(BOOK, ours, theirs)), 'Quiet'), '### Quiet {#waiting formerly=quiet}');
  });

  it('reads other attributes, classes and letters as they are', () => {
    const ours = BOOK.replace('{#pay}', '{#pay weight=3 .key}');
    const theirs = BOOK.replace('{#pay}', '{#pay lang=en .open}');
    assert.equal(heading(clean(merge(BOOK, ours, theirs)), 'Pay'), '### Pay {#pay lang=en .open .key weight=3}');
    assert.deepEqual(asked(merge(BOOK, ours, BOOK.replace('{#pay}', '{#pay weight=4}'))), [
      'entry pay weight (weight): 3 | 4',
    ]);
  });

  it('merges the title and what follows it', () => {
    const ours = BOOK.replace('# Codebook', '# Our codes');
    const theirs = BOOK.replace('together.', 'together.\n\nIn March.');
    assert.ok(
      clean(merge(BOOK, ours, theirs)).startsWith(
        '# Our codes\n\nWe settled this together.\n\nIn March.\n\n## Meetings',
      ),
    );
    const other = BOOK.replace('# Codebook', '# The codes');
    const [conflict] = merge(BOOK, ours, other).conflicts;
    assert.deepEqual([conflict?.subject, conflict?.aspect], [{ is: 'codebook-text' }, 'text']);
  });

  it('keeps line ends, the byte order mark and what ends without a line end', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const ours = changed(BOOK, { do: 'rename', entry: 'pay', title: 'Wage' });
    const theirs = changed(BOOK, { do: 'color', entries: ['hope'], color: 'red' });
    const text = clean(merge(BOOK, ours, theirs));
    assert.equal(clean(merge(crlf(BOOK), crlf(ours), crlf(theirs))), crlf(text));
    assert.equal(clean(merge(BOOK, ours, crlf(theirs))), crlf(text));
    assert.equal(clean(merge(`\uFEFF${BOOK}`, `\uFEFF${ours}`, theirs)), text);
    assert.equal(clean(merge(BOOK.trimEnd(), ours.trimEnd(), theirs.trimEnd())), text.trimEnd());
  });

  it('asks about every difference where no base is known, and only about those', () => {
    const ours = changed(
      BOOK,
      { do: 'rename', entry: 'pay', title: 'Wage' },
      { do: 'add', kind: 'code', title: 'New', under: 'role' },
    );
    const theirs = changed(BOOK, { do: 'move', entries: ['waiting'], to: { under: 'role' } });
    assert.deepEqual(asked(merge([], ours, theirs)), [
      'entry pay title (title): Wage | Pay',
      'entry new presence (presence): New | -',
      'entry waiting moved (moved): Meetings | Role',
    ]);
    assert.equal(merge([], ours, theirs).text, ours);
  });

  it('asks what does not follow from each of several bases', () => {
    const [red, blue] = ['red', 'blue'].map(color => changed(BOOK, { do: 'color', entries: ['hope'], color }));
    const later = changed(red as string, { do: 'color', entries: ['hope'], color: 'lime' });
    assert.deepEqual(asked(merge([red, blue], later, blue)), ['entry hope color (color): lime | blue']);
    assert.deepEqual(asked(merge([red, blue], red, blue)), ['entry hope color (color): red | blue']);
    const other = changed(blue as string, { do: 'rename', entry: 'pay', title: 'Wage' });
    assert.equal(clean(merge([red, blue], other, blue)), other);
  });

  it('adds a codebook that both sides started', () => {
    const [ours, theirs] = ['Hope', 'Fear'].map(title => changed('', { do: 'add', kind: 'code', title }));
    assert.equal(clean(merge([undefined], ours, theirs)), '# Codebook\n\n## Fear {#fear}\n\n## Hope {#hope}\n');
  });

  it('falls back to lines where headings cannot be trusted', () => {
    const ours = BOOK.replace('Silence.', 'Silence.\n\n<!-- not done');
    const theirs = BOOK.replace('{#pay}', '{#pay color=red}');
    const text = clean(merge(BOOK, ours, theirs));
    assert.match(text, /<!-- not done\n/);
    assert.match(text, /\{#pay color=red\}/);
    const twice = BOOK.replace('### Pay {#pay}', '### Pay {#pay}\n\nOne.\n\n### Pay {#pay}\n\nTwo.');
    const other = twice.replace('Two.', 'Three.');
    assert.match(
      clean(merge(twice, other, twice.replace('Silence.', 'Quiet.'))),
      /One\.\n\n### Pay \{#pay\}\n\nThree\./,
    );
  });
});
