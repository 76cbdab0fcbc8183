import fc from 'fast-check';
import { formatRecord } from '../../../src/core/coding/line.js';

/** A record as a plain object. */
export type Plain = Readonly<Record<string, unknown>>;

/** A kind of file of records, and values its records may have. */
export interface RecordFile {
  readonly path: string;
  /** A record of an id. `pick` chooses among values. */
  readonly make: (id: string, pick: (count: number) => number) => Plain;
  /** Values by key that a side may set. Keys that belong together are set together; undefined takes a key away. */
  readonly values: readonly (readonly Plain[])[];
}

const anchor = (quote: string, from: number, base: string, ahead = 'before '): Plain => ({
  quote,
  at: [from, from + quote.length],
  context: [ahead, ' after'],
  base,
});

const ANCHORS: readonly Plain[] = [
  anchor('more hope', 10, 'aaaaaaaaaaaa'),
  anchor('more hope', 25, 'bbbbbbbbbbbb'),
  anchor('more hope', 31, 'cccccccccccc', 'beforehand '),
  anchor('more hope', 40, 'aaaaaaaaaaaa'),
  anchor('ein Stück 🙂 Hoffnung', 10, 'aaaaaaaaaaaa'),
  anchor('much hope', 26, 'bbbbbbbbbbbb'),
];
const MEMOS: readonly Plain[] = [{ memo: 'one' }, { memo: 'two' }, { memo: 'drei\nvier\u2028' }];
const EXTRA: readonly (readonly Plain[])[] = [
  [{ mood: 'low' }, { mood: { a: [1, 2] } }, { mood: undefined }],
  [
    { __proto__x: 1, weight: 1 },
    { __proto__x: undefined, weight: 2 },
  ],
];

export const CODING_FILE: RecordFile = {
  path: 'codings/EA/transcripts/pp-03.jsonl',
  make: (id, pick) => ({
    code: ['hope', 'trust'][pick(2)],
    ...ANCHORS[pick(ANCHORS.length)],
    ...[{}, ...MEMOS][pick(4)],
    created: '2026-03-02T10:03:11Z',
    id,
  }),
  values: [
    [{ code: 'hope' }, { code: 'trust' }, { code: 'self-disclosure' }],
    ANCHORS,
    [...MEMOS, { memo: undefined }],
    [{ evidence: 'supports' }, { evidence: 'contradicts' }, { evidence: undefined }],
    [{ orphan: '2026-04-01T00:00:00Z' }, { orphan: undefined }],
    ...EXTRA,
  ],
};

export const READING_FILE: RecordFile = {
  path: 'codings/EA/transcripts/pp-03.reading.ndjson',
  make: (id, pick) => ({ ...ANCHORS[pick(ANCHORS.length)], ...MEMOS[pick(3)], created: '2026-03-02T10:03:11Z', id }),
  values: [ANCHORS, MEMOS, ...EXTRA],
};

export const DISCUSSION_FILE: RecordFile = {
  path: 'codings/EA/discussion.ndjson',
  make: (id, pick) => ({
    comment: ['Is it?', 'It is.'][pick(2)],
    on: 'code hope',
    created: `2026-03-0${1 + pick(3)}T10:03:11Z`,
    id,
  }),
  values: [
    [
      { comment: 'Is it?', edited: '2026-04-01T00:00:00Z' },
      { comment: 'Maybe.', edited: '2026-04-02T00:00:00Z' },
      { comment: '', edited: '2026-04-03T00:00:00Z' },
    ],
    [
      { decision: true, edited: '2026-04-04T00:00:00Z' },
      { decision: undefined, edited: '2026-04-05T00:00:00Z' },
    ],
    ...EXTRA,
  ],
};

export const ROUNDS_FILE: RecordFile = {
  path: 'codings/EA/rounds.ndjson',
  make: (id, pick) => ({ opened: `2026-03-0${1 + pick(3)}`, id }),
  values: [[{ closed: '2026-04-01' }, { closed: '2026-04-02' }, { closed: undefined }], ...EXTRA],
};

export const RECORD_FILES = [CODING_FILE, READING_FILE, DISCUSSION_FILE, ROUNDS_FILE];

/** One thing a side does to a file, as numbers that are taken modulo what there is. */
const anyOperation = fc.record({
  does: fc.constantFrom('set', 'set', 'set', 'add', 'add', 'remove'),
  which: fc.nat(20),
  respect: fc.nat(20),
  value: fc.nat(20),
});
type Operation = typeof anyOperation extends fc.Arbitrary<infer T> ? T : never;

/** Applies what a side does to records by id. */
function apply(
  file: RecordFile,
  records: ReadonlyMap<string, Plain>,
  operations: readonly Operation[],
): Map<string, Plain> {
  const now = new Map(records);
  for (const { does, which, respect, value } of operations) {
    const ids = [...now.keys()];
    const id = ids[which % Math.max(ids.length, 1)];
    if (does === 'add')
      now.set(
        `new${which % 6}`,
        file.make(`new${which % 6}`, count => (value + respect) % count),
      );
    else if (id === undefined) continue;
    else if (does === 'remove') now.delete(id);
    else now.set(id, set(now.get(id) as Plain, file, respect, value));
  }
  return now;
}

function set(record: Plain, { values }: RecordFile, respect: number, value: number): Plain {
  const choices = values[respect % values.length] as readonly Plain[];
  const next = { ...record, ...choices[value % choices.length] };
  return Object.fromEntries(Object.entries(next).filter(([, each]) => each !== undefined));
}

/** Records by id as several versions have them. */
export interface Versions {
  readonly file: RecordFile;
  readonly bases: readonly ReadonlyMap<string, Plain>[];
  readonly ours: ReadonlyMap<string, Plain>;
  readonly theirs: ReadonlyMap<string, Plain>;
}

/** Versions of a file of records. @param bases how many bases are known */
export function anyVersions(bases = 1): fc.Arbitrary<Versions> {
  const anyOperations = fc.array(anyOperation, { maxLength: 6 });
  return fc
    .record({
      file: fc.constantFrom(...RECORD_FILES),
      first: fc.array(anyOperation, { maxLength: 8 }),
      ofBases: fc.array(anyOperations, { minLength: bases, maxLength: bases }),
      start: fc.nat(9),
      mine: anyOperations,
      other: anyOperations,
    })
    .map(({ file, first, ofBases, start, mine, other }) => {
      const ids = Array.from({ length: start % 6 }, (_, i) => `id${(i * 7 + start) % 10}`);
      const root = apply(file, new Map(ids.map((id, i) => [id, file.make(id, count => (i + start) % count)])), first);
      const made = bases <= 1 ? ofBases.map(() => root) : ofBases.map(operations => apply(file, root, operations));
      return {
        file,
        bases: made,
        ours: apply(file, made[0] ?? root, mine),
        theirs: apply(file, made.at(-1) ?? root, other),
      };
    });
}

/** Records as the text of a file. */
export function textOf(records: Iterable<Plain>, end = '\n'): string {
  return [...records].map(record => formatRecord(record) + end).join('');
}
