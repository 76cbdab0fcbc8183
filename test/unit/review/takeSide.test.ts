import assert from 'node:assert/strict';
import { takeSide } from '../../../src/core/review/apply.js';
import type { Change } from '../../../src/core/review/change.js';
import { sideOf } from '../../../src/core/review/status.js';
import type { Files } from './support/snapshot.js';
import { type Bench, benchOf, filesOf, take } from './support/taking.js';

const TEXT = '---\nkind: interview\n---\n\n**I:** How was it?\n\n**PP1:** I kept telling a bit of my own story.\n';
const BOOK = `# Codebook

## Influence {#influence .theme}

### Hope {#hope}

What keeps people going.

Include: plans

### Own story {#own-story color=amber}
`;
const FILE = 'codings/EA/transcripts/pp-01.jsonl';
const line = (over: Record<string, unknown> = {}): string =>
  `${JSON.stringify({ code: 'hope', quote: 'telling a bit', at: [57, 70], base: 'b', id: 'k3f9x2m1qa', ...over })}\n`;
const START: Files = {
  'codebook.md': BOOK,
  'transcripts/pp-01.md': TEXT,
  [FILE]: line(),
  'participants.csv': 'participant,role,site\nPP1,peer,north\nPP2,peer,"a, b"\n',
  'memos/hope.md': '# Hope\n\nIt grows.\n',
  'verbatim.json': '{"title": "Peers"}\n',
};

/** Takes a side of all that differs (or of what is named), with today's files as given. */
async function taken(
  after: Files,
  today: Files,
  side: 'before' | 'after',
  is: (change: Change) => boolean = () => true,
) {
  const bench = await benchOf(START, { ...START, ...after }, { ...START, ...today });
  const before = await filesOf(bench.store);
  const result = await take(bench, bench.sources.changes.filter(is), side);
  const now = await filesOf(bench.store);
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    path => before[path] !== now[path],
  );
  return { ...result, bench, before, changed, text: (path: string) => bench.store.text(path) };
}

const book = (from: string, to: string): Files => ({ 'codebook.md': BOOK.replace(from, to) });

describe('accepting and rejecting changes of codings', () => {
  it('accepts a memo and leaves a code that was changed meanwhile', async () => {
    const today = { [FILE]: line({ code: 'own-story', mine: 1 }) };
    const { text, done, undo, before, bench } = await taken({ [FILE]: line({ memo: 'Why?' }) }, today, 'after');
    assert.equal(done.length, 1);
    const written = JSON.parse(text(FILE) ?? '');
    assert.deepEqual([written.memo, written.code, written.mine], ['Why?', 'own-story', 1]);
    await undo();
    assert.deepEqual(await filesOf(bench.store), before);
  });

  it('puts the code back where a recoding is rejected, and does nothing the second time', async () => {
    const after = { [FILE]: line({ code: 'own-story' }) };
    const { text, bench } = await taken(after, after, 'before');
    assert.equal(JSON.parse(text(FILE) ?? '').code, 'hope');
    const again = await take(bench, bench.sources.changes, 'before');
    assert.deepEqual([again.edits, again.done.length], [[], 1]);
  });

  it('takes over how a passage stands to its code, and puts it back, whatever else was changed meanwhile', async () => {
    const marked = { [FILE]: line({ evidence: 'contradicts' }) };
    const accepted = await taken(marked, { [FILE]: line({ memo: 'Mine' }) }, 'after');
    assert.deepEqual(
      accepted.done.map(change => 'aspect' in change && change.aspect),
      ['evidence'],
    );
    const { evidence, memo } = JSON.parse(accepted.text(FILE) ?? '');
    assert.deepEqual([evidence, memo], ['contradicts', 'Mine']);
    const rejected = await taken(marked, { [FILE]: line({ evidence: 'contradicts', memo: 'Mine' }) }, 'before');
    assert.deepEqual(JSON.parse(rejected.text(FILE) ?? ''), { ...JSON.parse(line()), memo: 'Mine' });
    const other = await taken(marked, { [FILE]: line({ evidence: 'nuances' }) }, 'after');
    assert.deepEqual([other.done.length, other.refused.length], [0, 1]);
  });

  it('refuses what somebody changed since, and takes the others over', async () => {
    const other = line({ id: 'zzzzzzzzzz', at: [60, 70] });
    const { refused, done, text } = await taken(
      { [FILE]: line({ memo: 'Theirs' }) + other },
      { [FILE]: line({ memo: 'Mine' }) },
      'after',
    );
    assert.deepEqual(
      refused.map(({ message }) => message),
      ['Somebody has changed the coding of “telling a bit” since.'],
    );
    assert.deepEqual(
      done.map(({ what }) => what),
      ['coding-added'],
    );
    assert.ok(text(FILE)?.includes('Mine') && text(FILE)?.includes('zzzzzzzzzz'));
  });

  it('adds a coding to the file of a transcript that has another path today', async () => {
    const { 'transcripts/pp-01.md': _, [FILE]: __, ...others } = START;
    const moved = 'codings/EA/transcripts/one.jsonl';
    const today = { ...others, 'transcripts/one.md': TEXT, [moved]: line() };
    const after = { ...today, [moved]: line() + line({ id: 'zzzzzzzzzz', at: [60, 70] }) };
    const bench = await benchOf(START, after, START);
    const added = bench.sources.changes.filter(({ what }) => what === 'coding-added');
    const { done } = await take(bench, added, 'after');
    assert.equal(done.length, 1);
    assert.ok(bench.store.text(FILE)?.includes('zzzzzzzzzz'));
    assert.equal(bench.store.text(moved), undefined);
  });

  it('brings a code along that today’s codebook does not have, with its theme, and says so', async () => {
    const more = `${BOOK}\n## Role {#role .theme}\n\n### Pace {#pace}\n\nHow fast.\n`;
    const after = { 'codebook.md': more, [FILE]: line() + line({ id: 'zzzzzzzzzz', at: [60, 70], code: 'pace' }) };
    const { along, text, undo, bench, before } = await taken(after, {}, 'after', ({ what }) => what === 'coding-added');
    assert.deepEqual(
      along.map(({ titles }) => titles),
      [['Role', 'Pace']],
    );
    assert.equal(text('codebook.md'), more);
    await undo();
    assert.deepEqual(await filesOf(bench.store), before);
  });

  it('keeps lines that cannot be read, and line ends', async () => {
    const today = `{"broken\r\n${line().trimEnd()}\r\n`;
    const { text } = await taken({ [FILE]: line({ memo: 'Why?' }) }, { [FILE]: today }, 'after');
    assert.ok(text(FILE)?.startsWith('{"broken\r\n{"code": "hope"'));
    assert.ok(text(FILE)?.endsWith('\r\n'));
  });

  it('moves a coding from one coder to another', async () => {
    const other = 'codings/BO/transcripts/pp-01.jsonl';
    const bench = await benchOf(START, without({ ...START, [other]: line() }, FILE), START);
    const { done } = await take(bench, bench.sources.changes, 'after');
    assert.deepEqual(
      done.map(change => change.what === 'coding-changed' && change.aspect),
      ['coder'],
    );
    assert.equal(bench.store.text(FILE), undefined);
    assert.ok(bench.store.text(other)?.includes('k3f9x2m1qa'));
  });
});

function without(files: Files, path: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

describe('accepting and rejecting changes of the codebook', () => {
  it('writes one respect of an entry and nothing else', async () => {
    const after = book('What keeps people going.', '*What* carries them.');
    const today = book('Include: plans', 'Include: plans\n\nInclude: small plans');
    const { text } = await taken(after, today, 'after');
    const expected = BOOK.replace('What keeps people going.', '*What* carries them.');
    assert.equal(text('codebook.md'), expected.replace('Include: plans', 'Include: plans\n\nInclude: small plans'));
  });

  it('refuses to take a code out that codings have, unless they go in the same step', async () => {
    const after = book('\n### Own story {#own-story color=amber}\n', '');
    const today = { [FILE]: line({ code: 'own-story' }) };
    const { refused, changed } = await taken(after, today, 'after');
    assert.deepEqual([refused[0]?.message, changed], ['Codings have the code “Own story” today.', []]);
    const start = { ...START, ...today };
    const bench = await benchOf(start, without({ ...start, ...after }, FILE), start);
    const { done } = await take(bench, bench.sources.changes, 'after');
    assert.equal(done.length, 2);
    assert.equal(bench.store.text(FILE), undefined);
  });

  it('refuses to take a theme out with something in it that was put there since', async () => {
    const after = { 'codebook.md': BOOK.replace('## Influence {#influence .theme}\n\n', '').replaceAll('###', '##') };
    const today = book('\n### Own story', '\n### Fresh {#fresh}\n\n### Own story');
    const { refused, changed } = await taken(after, today, 'after');
    assert.equal(refused[0]?.message, '“Fresh” stands in “Influence” today.');
    assert.deepEqual(changed, []);
  });

  it('takes a merge back and forth', async () => {
    const merged = {
      'codebook.md': `# Codebook\n\n## Influence {#influence .theme}\n\n### Own story {#own-story color=amber formerly=hope}\n`,
    };
    const { text, bench, done } = await taken(merged, {}, 'after');
    assert.equal(done.length, 1);
    assert.ok(text('codebook.md')?.includes('formerly=hope'));
    await take(bench, bench.sources.changes, 'before');
    assert.equal(text('codebook.md'), BOOK);
  });
});

describe('accepting and rejecting changes of files', () => {
  it('takes the words and the front matter of a transcript over by themselves', async () => {
    const after = { 'transcripts/pp-01.md': TEXT.replace('a bit of', 'all of').replace('interview', 'focus group') };
    const { text } = await taken(after, {}, 'after', ({ what }) => what === 'transcript-facts');
    assert.equal(text('transcripts/pp-01.md'), TEXT.replace('interview', 'focus group'));
  });

  it('refuses a transcript that was edited since, and the going of one that is coded', async () => {
    const after = { 'transcripts/pp-01.md': TEXT.replace('a bit of', 'all of') };
    const today = { 'transcripts/pp-01.md': TEXT.replace('How', 'So how') };
    const { refused, changed } = await taken(after, today, 'after');
    assert.deepEqual([refused.length, changed], [1, []]);
    const bench = await benchOf(START, without(without(START, FILE), 'transcripts/pp-01.md'), START);
    const gone = bench.sources.changes.filter(({ what }) => what === 'transcript-removed');
    const one = await take(bench, gone, 'after');
    assert.equal(one.refused[0]?.message, 'transcripts/pp-01.md has a coding or note today.');
    const all = await take(bench, bench.sources.changes, 'after');
    assert.deepEqual(all.refused, []);
    assert.equal(bench.store.text('transcripts/pp-01.md'), undefined);
  });

  it('moves codings along with a transcript, and back', async () => {
    const after = { ...without(without(START, FILE), 'transcripts/pp-01.md'), 'transcripts/one.md': TEXT };
    const moved = { ...after, 'codings/EA/transcripts/one.jsonl': line() };
    const bench = await benchOf(START, moved, START);
    const before = await filesOf(bench.store);
    await take(bench, bench.sources.changes, 'after');
    assert.ok(bench.store.text('codings/EA/transcripts/one.jsonl'));
    await take(bench, bench.sources.changes, 'before');
    assert.deepEqual(await filesOf(bench.store), before);
  });

  it('writes the cells of a person that a change is about, and makes columns that are missing', async () => {
    const after = { 'participants.csv': 'participant,role,site,years\nPP1,lead,north,3\nPP2,peer,"a, b",\n' };
    const today = { 'participants.csv': 'participant;site;role\nPP1;north ;peer\nPP2;"a, b";peer\n' };
    const { text } = await taken(after, today, 'after');
    assert.equal(text('participants.csv'), 'participant;site;role;years\nPP1;north ;lead;3\nPP2;"a, b";peer\n');
  });

  it('refuses a cell that says neither, and a study file that was changed since', async () => {
    const after = {
      'participants.csv': 'participant,role,site\nPP1,lead,north\nPP2,peer,"a, b"\n',
      'verbatim.json': '{"title": "A"}\n',
    };
    const today = { 'participants.csv': 'participant,role\nPP1,guest\n', 'verbatim.json': '{"title": "B"}\n' };
    const { refused, changed } = await taken(after, today, 'after');
    assert.deepEqual([refused.length, changed], [2, []]);
    assert.ok(refused.every(({ remedy }) => remedy.length > 10));
  });

  it('takes memos over', async () => {
    const after = {
      ...without(START, 'memos/hope.md'),
      'memos/more-hope.md': START['memos/hope.md'] as string,
      'memos/new.md': 'New.\n',
    };
    const bench = await benchOf(START, after, START);
    const before = await filesOf(bench.store);
    const { undo } = await take(bench, bench.sources.changes, 'after');
    assert.equal(bench.store.text('memos/hope.md'), undefined);
    assert.equal(bench.store.text('memos/new.md'), 'New.\n');
    await undo();
    assert.deepEqual(await filesOf(bench.store), before);
  });
});

describe('accepting many changes at once', () => {
  const after: Files = {
    ...START,
    'codebook.md': `${BOOK}\n## Role {#role .theme}\n`,
    [FILE]: line({ memo: 'Why?' }),
    'codings/BO/transcripts/pp-01.jsonl': line({ id: 'zzzzzzzzzz' }),
    'memos/new.md': 'New.\n',
  };

  it('puts everything back where the disk fails in between', async () => {
    const bench = await benchOf(START, after, START);
    const before = await filesOf(bench.store);
    const { replace } = bench.store;
    let writes = 0;
    bench.store.replace = async (...args) => {
      if (++writes === 3) throw new Error('ENOSPC: no space left on device');
      return replace.apply(bench.store, args);
    };
    await assert.rejects(takeSide(bench.study, bench.sources.changes, 'after', bench.sources), /ENOSPC/);
    assert.ok(writes > 3);
    assert.deepEqual(await filesOf(bench.store), before);
  });

  it('is one action that is undone as one, byte for byte', async () => {
    const bench = await benchOf(START, after, START);
    const before = await filesOf(bench.store);
    const { undo, edits } = await take(bench, bench.sources.changes, 'after');
    assert.equal(edits.length, 4);
    await undo();
    assert.deepEqual(await filesOf(bench.store), before);
  });

  it('tells which side today’s files have, and reads no transcript for codings', async () => {
    const bench: Bench = await benchOf(START, after, START);
    const sides = (): Promise<string[]> =>
      Promise.all(bench.sources.changes.map(change => sideOf(bench.study, change, bench.sources)));
    bench.store.readPaths.length = 0;
    assert.deepEqual(new Set(await sides()), new Set(['before']));
    assert.deepEqual(bench.store.readPaths, ['memos/new.md']);
    await take(bench, bench.sources.changes, 'after');
    assert.deepEqual(new Set(await sides()), new Set(['after']));
  });
});
