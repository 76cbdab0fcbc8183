import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anchorReport } from '../../../src/core/analysis/anchorReport.js';
import { withAnchor } from '../../../src/core/anchoring/reanchor.js';
import { baseOf } from '../../../src/core/coding/blobId.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { formatCodingLine, formatRecord } from '../../../src/core/coding/line.js';
import { takeBack } from '../../../src/core/coding/takeBack.js';
import { applyRefresh, planRefresh, type RefreshScope } from '../../../src/core/study/refreshAnchors.js';
import { Study } from '../../../src/core/study/study.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const PATH = 'transcripts/pp-03.md';
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const NOTES = 'codings/EA/transcripts/pp-03.reading.ndjson';
const TURNS = [
  '**INT:** How did the first year go for you, looking back at it?',
  '**PP3:** I think it got better after that summer, when the second peer came to the team.',
  '**INT:** What changed in the meetings with the network then?',
  '**PP3:** We could disagree in front of people, and nobody took it for a quarrel. 😀 That was new.',
  '**INT:** And what stayed the way it had been before?',
  '**PP3:** The pay did, and the small office beside the stairs where nobody ever comes by.',
];
const BEFORE = `${TURNS.join('\n\n')}\n`;

/** A store that also has older versions, as git would. */
class VersionedStore extends MemoryStore {
  readonly versions = new Map<string, Uint8Array>();
  committed: ReadonlyMap<string, string> | undefined;

  keepVersion(text: string): void {
    this.versions.set(baseOf(encodeUtf8(text)), encodeUtf8(text));
  }
  async gitVersion(base: string): Promise<Uint8Array | undefined> {
    return this.versions.get(base);
  }
  async gitCommitted(): Promise<ReadonlyMap<string, string> | undefined> {
    return this.committed;
  }
}

/** A coding of a passage of a text. */
function coded(text: string, words: string, id: string, more: Partial<Coding> = {}): Coding {
  const points = new CodePoints(text);
  const start = points.fromUtf16(text.indexOf(words));
  assert.ok(text.includes(words), words);
  const span = { start, end: start + [...words].length };
  return withAnchor(coding({ id, ...more }), { points, base: baseOf(encodeUtf8(text)) }, span);
}

const linesOf = (store: MemoryStore, path: string): string[] => (store.text(path) ?? '').split('\n').slice(0, -1);
const recordsOf = (store: MemoryStore, path: string): Coding[] => linesOf(store, path).map(line => JSON.parse(line));

async function open(store: VersionedStore): Promise<Study> {
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return study;
}

async function refresh(study: Study, scope?: RefreshScope) {
  const plan = await planRefresh(study, scope);
  return { plan, done: await applyRefresh(study, plan) };
}

/** Ids with their places, and whether the wording changed, of all that have a certain one. */
async function places(study: Study): Promise<[string, number, number, boolean][]> {
  const all: [string, number, number, boolean][] = [];
  for await (const rows of anchorReport(study)) {
    for (const { record, outcome, place } of rows) {
      if (place !== undefined) all.push([record.id, place.span.start, place.span.end, outcome === 'changed']);
    }
  }
  return all.sort();
}

describe('refreshing anchors', () => {
  let store: VersionedStore;
  const put = (now: string, codings: readonly Coding[], path = EA): void => {
    store.put(path, codings.map(each => `${formatCodingLine(each)}\n`).join(''));
    store.put(PATH, now);
  };
  beforeEach(() => {
    store = new VersionedStore();
    store.keepVersion(BEFORE);
  });

  it('gives a record today’s place, surroundings and version, and leaves the rest of its line', async () => {
    const now = BEFORE.replace('looking back at it', 'looking back');
    const one = { ...coded(BEFORE, 'The pay did', 'aaaaaaaaaa'), memo: 'Money', 'x-mine': { a: [1, null] } } as Coding;
    put(now, [one]);
    const { done } = await refresh(await open(store));
    const expected = coded(now, 'The pay did', 'aaaaaaaaaa');
    assert.deepEqual(linesOf(store, EA), [formatCodingLine({ ...one, ...expected, memo: 'Money' })]);
    assert.deepEqual(Object.keys(recordsOf(store, EA)[0] ?? {}), Object.keys(one));
    assert.equal(done.moved, 1);
  });

  it('keeps the quote where the wording changed and writes it anew where only its form did', async () => {
    const now = BEFORE.replace('after that summer', 'after last summer')
      .replace('nobody took it for a quarrel.', 'nobody *took* it\nfor a “quarrel”.')
      .replaceAll('**PP3:**', '**[00:01] Anna:**');
    const was = ['it got better after that summer', 'nobody took it for a quarrel. 😀', 'The pay did'] as const;
    put(
      now,
      was.map((words, i) => coded(BEFORE, words, `id0000000${i}`)),
    );
    const { plan } = await refresh(await open(store));
    const after = recordsOf(store, EA);
    assert.deepEqual(
      after.map(({ quote }) => quote),
      [was[0], 'nobody *took* it\nfor a “quarrel”. 😀', was[2]],
    );
    const points = new CodePoints(now);
    assert.deepEqual(
      after.map(({ at }) => points.slice(...at)),
      ['it got better after last summer', 'nobody *took* it\nfor a “quarrel”. 😀', was[2]],
    );
    assert.deepEqual(new Set(after.map(({ base }) => base)), new Set([baseOf(encodeUtf8(now))]));
    const [file] = plan[0]?.files ?? [];
    assert.deepEqual([file?.moved, file?.kept, file?.ambiguous, file?.orphan], [3, 1, 0, 0]);
  });

  it('leaves every line where it stands; broken lines and those in doubt stay byte for byte', async () => {
    const now = `${[...TURNS.slice(4), ...TURNS.slice(0, 4)].join('\n\n')}\n`;
    const orphan = coded(BEFORE.replace('The pay did', 'Zebras sleep there'), 'Zebras sleep there', 'orphan0001');
    const odd = formatCodingLine(orphan).replace('", "', '",   "');
    const codings = ['it got better', 'We could disagree', 'small office'].map((words, i) =>
      coded(BEFORE, words, `id0000000${i}`),
    );
    put(now, codings);
    const broken = ['{"code": "hope", "quote": ', '<<<<<<< HEAD'];
    const text = store.text(EA) ?? '';
    const [first = '', ...others] = text.split('\n');
    store.put(EA, [broken[0], first, broken[1], ...others.slice(0, 2), odd, ''].join('\r\n'));
    await refresh(await open(store));
    const lines = store.text(EA)?.split('\r\n') ?? [];
    const ids = lines.map(line => /"id": "(\w+)"/.exec(line)?.[1]).filter(id => id !== undefined);
    assert.deepEqual(ids, ['id00000000', 'id00000001', 'id00000002', 'orphan0001']);
    for (const line of [...broken, odd]) assert.ok(lines.includes(line ?? ''), line);
    assert.equal(lines.length, 7);
  });

  it('takes notes without codes along, and leaves what is said of reading', async () => {
    const { code: _, ...note } = { ...coded(BEFORE, 'The pay did', 'note000001'), memo: 'Money' };
    const said = '{"state": "done", "since": "2026-05-11T13:48:20Z"}';
    store.put(NOTES, `${said}\n${formatRecord(note)}\n`);
    store.put(PATH, `Later.\n\n${BEFORE}`);
    const { done } = await refresh(await open(store));
    assert.equal(done.moved, 1);
    assert.deepEqual(linesOf(store, NOTES), [
      said,
      formatRecord({ ...note, at: [note.at[0] + 8, note.at[1] + 8], base: baseOf(encodeUtf8(`Later.\n\n${BEFORE}`)) }),
    ]);
  });

  it('leaves what is of today’s version, what is in doubt and what has no transcript', async () => {
    put(BEFORE, [coded(BEFORE, 'The pay did', 'aaaaaaaaaa')]);
    store.put('codings/EA/transcripts/gone.jsonl', `${formatCodingLine(coding())}\n`);
    store.put(
      'codings/Bo/transcripts/pp-03.jsonl',
      `${formatCodingLine(coding({ quote: 'Zebras sleep in the shade of trains', context: ['', ''] }))}\n`,
    );
    const { plan, done } = await refresh(await open(store));
    assert.deepEqual([done.moved, done.edits, store.writtenPaths], [0, [], []]);
    assert.deepEqual(
      plan.map(({ transcript, base, files }) => [transcript, base, files.map(({ orphan }) => orphan)]),
      [
        ['transcripts/gone.md', undefined, [1]],
        [PATH, baseOf(encodeUtf8(BEFORE)), [1, 0]],
      ],
    );
  });

  it('is of whom and of what it is meant', async () => {
    const now = `Later.\n\n${BEFORE}`;
    const bo = 'codings/Bo/transcripts/pp-03.jsonl';
    put(now, [coded(BEFORE, 'The pay did', 'aaaaaaaaaa')]);
    put(now, [coded(BEFORE, 'The pay did', 'bbbbbbbbbb')], bo);
    const study = await open(store);
    assert.equal((await refresh(study, { transcripts: new Set(['transcripts/other.md']) })).done.moved, 0);
    assert.equal((await refresh(study, { coders: new Set(['Bo']) })).done.moved, 1);
    assert.deepEqual(store.writtenPaths, [bo]);
    assert.equal((await refresh(study)).done.moved, 1);
    assert.deepEqual(store.writtenPaths, [bo, EA]);
  });

  it('says whether the last commit has today’s version', async () => {
    put(BEFORE, [coded(BEFORE, 'The pay did', 'aaaaaaaaaa')]);
    const study = await open(store);
    const isCommitted = async () => (await planRefresh(study))[0]?.isCommitted;
    assert.equal(await isCommitted(), undefined);
    store.committed = new Map();
    assert.equal(await isCommitted(), false);
    store.committed = new Map([[PATH, '0'.repeat(40)]]);
    assert.equal(await isCommitted(), false);
    store.committed = new Map([[PATH, `${baseOf(encodeUtf8(BEFORE))}${'0'.repeat(28)}`]]);
    assert.equal(await isCommitted(), true);
  });

  it('writes nothing where a transcript changed since it was looked at', async () => {
    put(`Later.\n\n${BEFORE}`, [coded(BEFORE, 'The pay did', 'aaaaaaaaaa')]);
    const before = store.text(EA);
    const study = await open(store);
    const plan = await planRefresh(study);
    store.put(PATH, `Even later.\n\n${BEFORE}`);
    await assert.rejects(applyRefresh(study, plan), /transcripts\/pp-03\.md was changed while/);
    assert.equal(store.text(EA), before);
  });

  it('leaves a line that somebody changed since, and writes the others', async () => {
    const codings = ['it got better', 'The pay did'].map((words, i) => coded(BEFORE, words, `id0000000${i}`));
    put(`Later.\n\n${BEFORE}`, codings);
    const study = await open(store);
    const plan = await planRefresh(study);
    const changed = formatCodingLine({ ...(codings[1] as Coding), memo: 'new' });
    store.put(EA, `${formatCodingLine(codings[0] as Coding)}\n${changed}\n`);
    assert.equal((await applyRefresh(study, plan)).moved, 1);
    assert.equal(linesOf(store, EA)[1], changed);
  });

  it('writes all files or none, and can be taken back', async () => {
    const now = `${[...TURNS.slice(4), ...TURNS.slice(0, 4)].join('\n\n')}\n`;
    const words = ['it got better', 'We could disagree', 'small office'];
    put(
      now,
      words.map((each, i) => coded(BEFORE, each, `id0000000${i}`)),
    );
    const bo = 'codings/Bo/transcripts/pp-03.jsonl';
    put(now, [coded(BEFORE, 'The pay did', 'bbbbbbbbbb')], bo);
    const before = [store.text(EA), store.text(bo)];
    const study = await open(store);
    const plan = await planRefresh(study);
    store.unreadable.add(EA);
    await assert.rejects(applyRefresh(study, plan), /EACCES/);
    store.unreadable.clear();
    assert.deepEqual([store.text(EA), store.text(bo)], before);
    const { edits } = await applyRefresh(study, plan);
    assert.deepEqual(edits.map(({ path }) => path).sort(), [bo, EA]);
    assert.notEqual(store.text(EA), before[0]);
    await takeBack(study, edits);
    assert.deepEqual([store.text(EA), store.text(bo)], before);
  });

  it('reads each transcript once to plan', async () => {
    for (let i = 0; i < 5; i++) {
      store.put(`transcripts/t${i}.md`, `Later.\n\n${BEFORE}`);
      for (const coder of ['EA', 'Bo'])
        store.put(
          `codings/${coder}/transcripts/t${i}.jsonl`,
          `${formatCodingLine(coded(BEFORE, 'The pay', `id${i}`))}\n`,
        );
    }
    const study = await open(store);
    store.readPaths.length = 0;
    const seen: string[] = [];
    await planRefresh(study, {}, (done, total) => seen.push(`${done}/${total}`));
    assert.deepEqual(
      store.readPaths,
      [0, 1, 2, 3, 4].map(i => `transcripts/t${i}.md`),
    );
    assert.deepEqual(seen, ['1/5', '2/5', '3/5', '4/5', '5/5']);
    const cancelled = await planRefresh(study, {}, undefined, { cancelled: true });
    assert.deepEqual(cancelled, []);
  });

  const edit = fc.record({
    at: fc.nat(BEFORE.length),
    removed: fc.integer({ min: 0, max: 40 }),
    inserted: fc.oneof(
      fc.constantFrom('', ' ', '\n\n', 'not ', '**INT:** Well?\n\n', BEFORE.slice(60, 160)),
      fc.string(),
    ),
  });
  const passage = fc.record({ from: fc.nat(BEFORE.length - 1), length: fc.integer({ min: 1, max: 200 }) });

  it('moves no place: all that was certain is certain still, where it was, with or without the older versions; a second one changes nothing', async function () {
    const thorough = Number(process.env.THOROUGH ?? 1);
    this.timeout(20_000 * thorough);
    const property = fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      fc.array(passage, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (edits, passages, hasVersions) => {
        store = new VersionedStore();
        if (hasVersions) store.keepVersion(BEFORE);
        let now = BEFORE;
        for (const { at, removed, inserted } of edits) now = now.slice(0, at) + inserted + now.slice(at + removed);
        const points = new CodePoints(BEFORE);
        const base = baseOf(encodeUtf8(BEFORE));
        const codings = passages.map(({ from, length }, i) => {
          const span = { start: from, end: Math.min(points.length, from + length) };
          return withAnchor(coding({ id: `id0000000${i}` }), { points, base }, span);
        });
        codings.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.id < b.id ? -1 : 1));
        put(now, codings);
        const study = await open(store);
        const before = await places(study);
        await refresh(study);
        assert.deepEqual(await places(study), before);
        const text = store.text(EA);
        assert.equal((await refresh(study)).done.moved, 0);
        assert.equal(store.text(EA), text);
        store.versions.clear();
        const again = await open(store);
        // Of the others, one that was known to be gone may be taken for its like where nobody knows the version.
        const certain = new Set(before.map(([id]) => id));
        assert.deepEqual(
          (await places(again)).filter(([id]) => certain.has(id)),
          before,
        );
        // Each stays at its line: who compares versions sees what changed, and merges find it.
        const order = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
        assert.deepEqual(order(recordsOf(store, EA)), order(codings));
      },
    );
    await fc.assert(property, { numRuns: 60 * thorough });
  });
});
