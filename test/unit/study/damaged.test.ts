import assert from 'node:assert/strict';
import { checkStudy } from '../../../src/core/analysis/check.js';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { addCodings } from '../../../src/core/coding/file.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { addComment } from '../../../src/core/discussion/write.js';
import { appendQuote } from '../../../src/core/memos/create.js';
import type { Problem } from '../../../src/core/problem.js';
import { setReadingState } from '../../../src/core/reading/setState.js';
import { ROUND_RECORDS } from '../../../src/core/rounds/record.js';
import { changeCodebookOf } from '../../../src/core/study/changeCodebook.js';
import { Study } from '../../../src/core/study/study.js';
import { addRecords } from '../../../src/core/text/records.js';
import { rawLines } from '../support/byteFiles.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

const NUL = `${'\0'.repeat(512)}\n`;
const marked = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n`;

async function opened(path: string, bytes: Uint8Array): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(smallStudy());
  store.put(path, bytes);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

/** Every line of a file is still there, byte for byte and in its order, with others between them; an open last line may have got its end. */
function assertKept(before: Uint8Array, after: Uint8Array | undefined, name: string): void {
  const [old, now] = [rawLines(before).lines, rawLines(after ?? new Uint8Array()).lines];
  assert.ok(now.length > old.length, `${name}: nothing was written`);
  let at = 0;
  for (const { text, end } of old) {
    while (at < now.length && now[at]?.text !== text) at++;
    assert.ok(at < now.length, `${name}: lost ${JSON.stringify(text.slice(0, 80))}`);
    if (end !== '') assert.equal(now[at]?.end, end, name);
    at++;
  }
}

/** A problem of the damaged file tells a person where it is and what to do. */
function assertSaid(problems: readonly Problem[], path: string, line: number, name: string): void {
  const said = problems.find(one => one.file === path && one.line === line && one.severity !== 'info');
  assert.ok(said, `${name}: nothing is said of line ${line}: ${JSON.stringify(problems)}`);
  assert.match(said.message, /^[A-Z“"v].+\.$/, name);
  assert.match(said.remedy, /^[A-Z].+\.$/, name);
}

/** A file of records: how one reads, which of them a study has taken in, and what writes another one into it. */
interface RecordFile {
  readonly path: string;
  record(id: string): string;
  ids(study: Study): string[];
  write(study: Study): Promise<unknown>;
}

const opening = (id: string) => ({
  round: `round ${id}`,
  does: 'open' as const,
  coders: ['EA', 'Bo'],
  transcripts: ['transcripts/pp-03.md'],
  created: '2026-06-01T10:03:11Z',
  id,
});

const FILES: readonly RecordFile[] = [
  {
    path: 'codings/EA/transcripts/pp-03.jsonl',
    record: id => formatCodingLine(coding({ id })),
    ids: study => [...study.index.allFiles()].flatMap(file => file.codings).map(({ id }) => id),
    write: study => study.update(FILES[0]?.path ?? '', text => addCodings(text, [coding({ id: 'zzzzzzzzzz' })])),
  },
  {
    path: 'codings/EA/transcripts/pp-03.reading.ndjson',
    record: id => `{"quote": "it got better", "at": [34, 47], "context": ["", ""], "memo": "a note", "id": "${id}"}`,
    ids: study => [...study.readings.allFiles()].flatMap(file => file.notes).map(({ id }) => id),
    write: study => setReadingState(study, 'EA', ['transcripts/pp-03.md'], 'done'),
  },
  {
    path: 'codings/EA/discussion.ndjson',
    record: id => `{"comment": "a word", "on": "code hope", "created": "2026-05-04T09:12:03Z", "id": "${id}"}`,
    ids: study => [...study.discussion.allFiles()].flatMap(file => file.comments).map(({ id }) => id),
    write: study => addComment(study, 'EA', { kind: 'code', id: 'hope' }, 'Another word'),
  },
  {
    path: 'codings/EA/rounds.ndjson',
    record: id => JSON.stringify(opening(id)),
    ids: study => [...study.rounds.allFiles()].flatMap(file => file.records).map(({ id }) => id),
    write: study =>
      study.update('codings/EA/rounds.ndjson', text => addRecords(text, [opening('zzzzzzzzzz')], ROUND_RECORDS)),
  },
];

describe('a damaged file of records', () => {
  for (const { path, record, ids, write } of FILES) {
    const [one, two] = [`${record('aaaaaaaaa1')}\n`, `${record('aaaaaaaaa2')}\n`];
    const unknown = `${record('aaaaaaaaa2').slice(0, -1)}, "x-tool": [1, {"a": null}]}\n`;
    const damages: Readonly<Record<string, readonly [Uint8Array, number | undefined]>> = {
      'a last line that is cut off': [Buffer.from(`${one}${two}${record('aaaaaaaaa3').slice(0, -25)}`), 3],
      'conflict marks': [Buffer.from(marked(one, two)), 1],
      'a block of NUL': [Buffer.from(`${one}${NUL}${two}`), 2],
      'NUL at the end, as a power cut leaves it': [Buffer.from(`${one}${two}${NUL.trimEnd()}`), 3],
      'bytes that are no UTF-8': [Buffer.concat([Buffer.from(one + two), Buffer.of(0xff, 0xc3, 0x28, 0x0a)]), 3],
      'an id twice': [Buffer.from(one + two + one), 3],
      'keys that nobody knows': [Buffer.from(one + unknown), undefined],
    };
    for (const [name, [bytes, line]] of Object.entries(damages)) {
      it(`${path}: ${name} harms no other record, is reported, and kept when the file is written`, async () => {
        const { store, study } = await opened(path, bytes);
        const there = ids(study);
        for (const id of ['aaaaaaaaa1', 'aaaaaaaaa2']) assert.ok(there.includes(id), `${name}: ${id} was not read`);
        const { problems } = await checkStudy(study);
        if (line === undefined)
          assert.deepEqual(
            problems.filter(({ rule }) => rule === 'broken-line'),
            [],
          );
        else assertSaid(problems, path, line, name);
        await write(study);
        assertKept(bytes, store.bytes(path), name);
        const again = new Study(store, fixedEnvironment());
        await again.refresh();
        for (const id of there) assert.ok(ids(again).includes(id), `${name}: ${id} was lost in writing`);
      });
    }
  }
});

describe('a damaged codebook', () => {
  const book = smallStudy()['codebook.md'] ?? '';
  const damages: Readonly<Record<string, readonly [Uint8Array, number | undefined]>> = {
    'a last heading that is cut off': [Buffer.from(`${book}### Half {#ha`), 10],
    'conflict marks': [Buffer.from(`${book}${marked('### One\n', '### Two\n')}`), 10],
    'a block of NUL': [Buffer.from(`${book}${NUL}`), 10],
    'bytes that are no UTF-8': [Buffer.concat([Buffer.from(book), Buffer.of(0xff, 0xc3, 0x28, 0x0a)]), 10],
    'an id twice': [Buffer.from(`${book}### Other {#hope}\n`), 10],
    'attributes that nobody knows': [Buffer.from(`${book}### Other {#other x-tool=7 .odd}\n`), undefined],
  };
  for (const [name, [bytes, line]] of Object.entries(damages)) {
    it(`keeps ${name} when it is changed elsewhere, and reports it`, async () => {
      const { store, study } = await opened('codebook.md', bytes);
      assert.deepEqual([study.titleOf('hope'), study.titleOf('influence')], ['Hope', 'Influence']);
      if (line !== undefined) assertSaid((await checkStudy(study)).problems, 'codebook.md', line, name);
      await changeCodebookOf(study, { do: 'note', entry: 'being-heard', as: 'example', text: 'It got better.' });
      assertKept(bytes, store.bytes('codebook.md'), name);
    });
  }
});

describe('other damaged files', () => {
  const transcript = smallStudy()['transcripts/pp-03.md'] ?? '';
  const memo = '---\nabout: [hope]\n---\n# Memo\n\nA thought.\n';
  const bad = Buffer.of(0xff, 0xc3, 0x28, 0x0a);
  const damages: readonly (readonly [string, string, Uint8Array, number])[] = [
    ['participants.csv', 'conflict marks', Buffer.from(`participant,role\n${marked('PP3,peer\n', 'PP3,x\n')}`), 2],
    ['participants.csv', 'a block of NUL', Buffer.from(`participant,role\nPP3,peer\n${NUL}`), 3],
    ['participants.csv', 'a cell that is cut off', Buffer.from('participant,role\nPP3,peer\nPP4,"pe'), 3],
    ['participants.csv', 'a person twice', Buffer.from('participant,role\nPP3,peer\nPP3,non-peer\n'), 3],
    ['participants.csv', 'no UTF-8', Buffer.concat([Buffer.from('participant,role\nPP3,peer\n'), bad]), 3],
    ['transcripts/pp-03.md', 'conflict marks', Buffer.from(transcript + marked('**PP3:** a\n', '**PP3:** b\n')), 4],
    ['transcripts/pp-03.md', 'a block of NUL', Buffer.from(transcript + NUL), 4],
    ['transcripts/pp-03.md', 'no UTF-8', Buffer.concat([Buffer.from(transcript), bad]), 4],
    ['transcripts/pp-03.md', 'front matter without an end', Buffer.from(`---\nkind: [\n${transcript}`), 1],
    ['memos/a.md', 'conflict marks', Buffer.from(memo + marked('a\n', 'b\n')), 7],
    ['memos/a.md', 'a block of NUL', Buffer.from(memo + NUL), 7],
    ['memos/a.md', 'no UTF-8', Buffer.concat([Buffer.from(memo), bad]), 7],
    ['memos/a.md', 'front matter that is cut off', Buffer.from('---\nabout: [ho'), 1],
    ['verbatim.json', 'conflict marks', Buffer.from(marked('{"title": "A"}\n', '{"title": "B"}\n')), 1],
    ['verbatim.json', 'a block of NUL', Buffer.from(`\n${NUL}`), 2],
    ['verbatim.json', 'a text that is cut off', Buffer.from('{"title": "A'), 1],
    ['queries/a.query', 'conflict marks', Buffer.from(marked('code:hope\n', 'code:x\n')), 3],
  ];
  for (const [path, name, bytes, line] of damages) {
    it(`${path}: ${name} is reported; all else of the study is read and coded, and not a byte of it changes`, async () => {
      const { store, study } = await opened(path, bytes);
      assertSaid((await checkStudy(study)).problems, path, line, name);
      assert.deepEqual([study.index.size, study.codebook.entries.length], [2, 3]);
      if (path === 'participants.csv') assert.equal(study.participants.find('PP3')?.attributes.role ?? 'peer', 'peer');
      await FILES[0]?.write(study);
      assert.equal(study.index.size, 3);
      assert.deepEqual(store.bytes(path), bytes);
      if (!path.startsWith('memos/')) return;
      await appendQuote(study, path, { words: 'it got better', speakers: [], transcript: 'transcripts/pp-03.md' });
      assertKept(bytes, store.bytes(path), name);
    });
  }

  it('participants.csv: marks of a conflict are nobody’s ids', async () => {
    const { study } = await opened('participants.csv', damages[0]?.[2] as Uint8Array);
    assert.deepEqual(
      study.participants.list.map(({ id }) => id),
      ['PP3'],
    );
  });
});

describe('a study of a newer format', () => {
  for (const [name, text, line] of [
    ['a higher number', '{\n  "format": 2,\n  "title": "Peers"\n}', 2],
    ['something that is no number', '{"format": "next"}', 1],
    ['a file in conflict', `{\n${marked('  "format": 2,\n', '  "format": 1,\n')}}\n`, 3],
  ] as const) {
    it(`is read, and for reading only: ${name}`, async () => {
      const { store, study } = await opened('verbatim.json', Buffer.from(text));
      const said = study.config.problems.find(({ rule }) => rule === 'newer-format') ?? assert.fail('nothing is said');
      assert.deepEqual([said.file, said.line, said.severity], ['verbatim.json', line, 'error']);
      assert.match(`${said.message} ${said.remedy}`, /for reading only\. Update Verbatim/);
      assert.deepEqual([study.index.size, study.titleOf('hope')], [2, 'Hope']);
      const before = new Map(store.paths().map(path => [path, store.bytes(path)]));
      const writes: readonly ((study: Study) => Promise<unknown>)[] = [
        ...FILES.map(({ write }) => write),
        () => changeCodebookOf(study, { do: 'rename', entry: 'hope', title: 'Faith' }),
        () => study.move('transcripts/pp-03.md', 'transcripts/pp-04.md'),
        () => study.store.replace('codebook.md', before.get('codebook.md'), undefined),
      ];
      for (const write of writes) {
        await assert.rejects(write(study), error => {
          assert.ok(error instanceof ChangeRefused);
          return error.message === said.message && error.remedy === said.remedy;
        });
      }
      assert.deepEqual(new Map(store.paths().map(path => [path, store.bytes(path)])), before);
    });
  }

  it('is noticed before the next write, even when nobody said that the file changed', async () => {
    const { store, study } = await opened('verbatim.json', Buffer.from('{"format": 1}'));
    const write = FILES[0]?.write ?? assert.fail();
    await write(study);
    store.put('verbatim.json', '{"format": 2}');
    await assert.rejects(write(study), ChangeRefused);
  });

  it('is looked for at each write by one read of the study file, which is parsed only where it says something new', async () => {
    const texts = ['{"title": "Peers"}', '{"title": "Colleagues"}'] as const;
    const { store, study } = await opened('verbatim.json', Buffer.from(texts[0]));
    const write = FILES[0]?.write ?? assert.fail();
    const { parse } = JSON;
    let parsed = 0;
    JSON.parse = (text, ...more) => {
      if (texts.some(each => each === text)) parsed++;
      return parse(text, ...more);
    };
    store.readPaths.length = 0;
    const counts: unknown[] = [];
    try {
      for (const text of texts) {
        store.put('verbatim.json', text);
        for (let i = 0; i < 5; i++) await write(study);
        counts.push([store.readPaths.filter(path => path === 'verbatim.json').length, parsed]);
      }
    } finally {
      JSON.parse = parse;
    }
    assert.deepEqual(counts, [
      [5, 1],
      [10, 2],
    ]);
  });

  it('is written again by a version that knows it', async () => {
    for (const text of ['{"format": 1}', '{"disclosure": {\n"format": 2}}', '{}', '']) {
      const { study } = await opened('verbatim.json', Buffer.from(text));
      await FILES[0]?.write(study);
      assert.equal(study.index.size, 3, text);
    }
  });
});
