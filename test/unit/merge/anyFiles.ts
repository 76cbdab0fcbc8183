import fc from 'fast-check';
import { formatRecord } from '../../../src/core/coding/line.js';
import type { FileVersions } from '../../../src/core/merge/merge.js';
import { anyVersions, type Plain } from './recordFiles.js';

/** How the text of one version is written. */
interface Style {
  readonly end: string;
  readonly mark: string;
  readonly isOpen: boolean;
}

type Does = 'broken' | 'other-broken' | 'blank' | 'twice' | 'other-twice' | 'move' | 'compact' | 'reorder';

const mess = (...does: readonly Does[]) =>
  fc.array(fc.record({ does: fc.constantFrom(...does), at: fc.nat(20), to: fc.nat(20) }), { maxLength: 3 });
type Mess = ReturnType<typeof mess> extends fc.Arbitrary<infer T> ? T : never;

/** What else a version of a file of records may hold: lines that are none, records written in another way. */
export const TIDY_MESS = mess('other-broken', 'compact', 'reorder');
/** Records in another order, and written in another way. */
export const MOVED = mess('move', 'compact', 'reorder');
/** All that, and records that stand twice. */
export const ANY_MESS = mess('broken', 'broken', 'blank', 'twice', 'other-twice', 'move', 'compact', 'reorder');

const BROKEN = ['{"id": "x', '<<<<<<< HEAD', '[]', 'a\0b', '{"code": "hope"}', 'x\ufeff'];

function messy(lines: readonly string[], mess: Mess): string[] {
  const now = [...lines];
  for (const { does, at, to } of mess) {
    const [from, goal] = [at % (now.length + 1), to % (now.length + 1)];
    const line = now[from];
    if (does === 'broken') now.splice(from, 0, BROKEN[to % BROKEN.length] as string);
    else if (does === 'other-broken') now.splice(from, 0, `{"id": "x${at} ${to}`);
    else if (does === 'blank') now.splice(from, 0, '');
    else if (line === undefined) continue;
    else if (does === 'twice') now.splice(goal, 0, line);
    else if (does === 'move') now.splice(goal, 0, ...now.splice(from, 1));
    else now.splice(from, 1, ...rewritten(line, does, to));
  }
  return now;
}

function rewritten(line: string, does: string, to: number): string[] {
  if (!line.startsWith('{"') || !line.endsWith('}')) return [line];
  let value: Plain;
  try {
    value = JSON.parse(line) as Plain;
  } catch {
    return [line];
  }
  if (does === 'compact') return [JSON.stringify(value)];
  if (does === 'reorder') return [formatRecord(Object.fromEntries(Object.entries(value).reverse()))];
  return [line, formatRecord({ ...value, mood: `other ${to % 3}` })];
}

/** How versions are written: all as the base, or one of them in another way where there is one base. */
const anyStyles = (bases: number) =>
  fc
    .record({
      base: fc.record({
        end: fc.constantFrom('\n', '\r\n'),
        mark: fc.constantFrom('', '\ufeff'),
        isOpen: fc.boolean(),
      }),
      other: fc.record({
        end: fc.constantFrom('\n', '\r\n'),
        mark: fc.constantFrom('', '\ufeff'),
        isOpen: fc.boolean(),
      }),
      changes: bases === 1 ? fc.constantFrom('nobody', 'nobody', 'ours', 'theirs') : fc.constant('nobody'),
    })
    .map(({ base, other, changes }) => ({
      base,
      ours: changes === 'ours' ? other : base,
      theirs: changes === 'theirs' ? other : base,
    }));

type Styles = Record<'base' | 'ours' | 'theirs', Style>;

/** A base with hardly a line does not say how it is written: then all are written alike. */
function stylesFor(styles: Styles, count: number): Styles {
  return count > 3 ? styles : { base: styles.base, ours: styles.base, theirs: styles.base };
}

function written(lines: readonly string[], { end, mark, isOpen }: Style): string {
  // An empty last line without a line end would be none.
  if (isOpen && lines.at(-1) === '') return written(lines.slice(0, -1), { end, mark, isOpen });
  if (lines.length === 0) return '';
  return mark + lines.map((line, i) => line + (isOpen && i === lines.length - 1 ? '' : end)).join('');
}

/** A file of records that is as people and programs may have left it. @param bases how many bases are known */
export function anyRecordFile(bases = 1, anyMess = ANY_MESS): fc.Arbitrary<FileVersions> {
  return fc
    .record({
      versions: anyVersions(bases),
      before: anyMess,
      mine: anyMess,
      other: anyMess,
      styles: anyStyles(bases),
      state: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3)),
    })
    .map(({ versions, before, mine, other, styles, state }) => {
      const { file } = versions;
      const { ours: styleOfOurs, theirs: styleOfTheirs } = stylesFor(styles, versions.bases[0]?.size ?? 0);
      const text = (side: ReadonlyMap<string, Plain>, style: Style, said: number, ...mess: Mess[]): string => {
        const states = file.path.includes('reading') && said > 0 ? [STATES[said - 1] as string] : [];
        const lines = [...states, ...[...side.values()].map(formatRecord)];
        return written(mess.reduce(messy, lines), style);
      };
      return {
        path: file.path,
        bases: versions.bases.map(base => text(base, styles.base, state[0], before)),
        ours: text(versions.ours, styleOfOurs, state[1], before, mine),
        theirs: text(versions.theirs, styleOfTheirs, state[2], before, other),
      };
    });
}

const STATES = [
  '{"state": "read", "since": "2026-05-01T13:48:20Z"}',
  '{"state": "done", "since": "2026-05-11T13:48:20Z"}',
  '{"state": "coded", "since": "2026-05-11T13:48:20Z", "mood": 1}',
];

/** Edits of a list of lines. */
const anyEdits = fc.array(
  fc.record({
    does: fc.constantFrom('add', 'change', 'remove', 'move'),
    at: fc.nat(30),
    to: fc.nat(30),
    line: fc.nat(8),
  }),
  { maxLength: 4 },
);
type Edits = typeof anyEdits extends fc.Arbitrary<infer T> ? T : never;

function edited(lines: readonly string[], edits: Edits, name: string): string[] {
  const now = [...lines];
  for (const { does, at, to, line } of edits) {
    const from = at % (now.length + 1);
    const fresh = line < 2 ? '' : line < 5 ? `both ${line}` : `${name} ${line}`;
    if (does === 'add') now.splice(from, 0, fresh);
    else if (does === 'change') now.splice(from, 1, fresh);
    else if (does === 'remove') now.splice(from, 1);
    else now.splice(to % (now.length + 1), 0, ...now.splice(from, 1));
  }
  return now;
}

/** A text with paragraphs, blank lines between them, and a few lines that stand several times. @param bases how many bases are known */
export function anyTextFile(bases = 1): fc.Arbitrary<FileVersions> {
  return fc
    .record({
      path: fc.constantFrom('memos/2026-03-02-hope.md', 'transcripts/pp-03.md', 'notes.txt'),
      root: fc.array(fc.nat(12), { maxLength: 12 }),
      ofBases: fc.array(anyEdits, { minLength: bases, maxLength: bases }),
      mine: anyEdits,
      other: anyEdits,
      styles: anyStyles(bases),
    })
    .map(({ path, root, ofBases, mine, other, styles }) => {
      const lines = root.flatMap((kind, i) =>
        kind < 2 ? ['again'] : kind < 7 ? [`paragraph ${i}`, ''] : [`line ${i}`],
      );
      const made = bases <= 1 ? ofBases.map(() => lines) : ofBases.map((edits, i) => edited(lines, edits, `base ${i}`));
      const { ours: styleOfOurs, theirs: styleOfTheirs } = stylesFor(styles, made[0]?.length ?? 0);
      return {
        path,
        bases: made.map(each => written(each, styles.base)),
        ours: written(edited(made[0] ?? lines, mine, 'ours'), styleOfOurs),
        theirs: written(edited(made.at(-1) ?? lines, other, 'theirs'), styleOfTheirs),
      };
    });
}

/** What a side does to a table of people. */
const anyPeopleEdits = fc.array(
  fc.record({
    does: fc.constantFrom('value', 'value', 'value', 'add', 'remove', 'column', 'no-column', 'quote', 'blank', 'twice'),
    who: fc.nat(9),
    column: fc.nat(5),
    value: fc.nat(5),
  }),
  { maxLength: 4 },
);
type PeopleEdits = typeof anyPeopleEdits extends fc.Arbitrary<infer T> ? T : never;

const COLUMNS = ['role', 'site', 'Age', 'with, comma', ''];
const CELLS = ['', 'peer', '"north, ""N"""', ' spaced ', '"two\nlines"', 'ä🙂'];

/** Rows of written cells; the first one is the header. */
function editedTable(rows: readonly (readonly string[])[], edits: PeopleEdits): string[][] {
  const now = rows.map(row => [...row]);
  const header = now[0] as string[];
  for (const { does, who, column, value } of edits) {
    const row = now[1 + (who % now.length)];
    const at = 1 + (column % Math.max(1, header.length - 1));
    if (does === 'add' && !now.some(([id]) => id?.includes(`PP${who}`)))
      now.splice(1 + (value % now.length), 0, [`PP${who}`, CELLS[value] as string]);
    else if (does === 'column') {
      const name = COLUMNS[column % COLUMNS.length] as string;
      const written = name.includes(',') ? `"${name}"` : name;
      if (!header.includes(written))
        for (const [i, each] of now.entries()) each.splice(at, 0, i === 0 ? written : i === who ? 'x' : '');
    } else if (does === 'blank') now.splice(1 + (who % now.length), 0, ['']);
    else if (does === 'no-column' && header.length > 1) for (const each of now) each.splice(at, 1);
    else if (row === undefined) continue;
    else if (does === 'remove') now.splice(now.indexOf(row), 1);
    else if (does === 'twice') now.push([...row]);
    else if (does === 'quote') row[0] = row[0]?.startsWith('"') ? row[0].slice(1, -1) : `"${row[0]}"`;
    else if (at < header.length) {
      while (row.length <= at) row.push('');
      row[at] = CELLS[value] as string;
    }
  }
  return now;
}

/**
 * A table of people.
 * @param bases how many bases are known
 * @param isTwice whether rows may stand twice
 */
export function anyPeopleFile(bases = 1, isTwice = true): fc.Arbitrary<FileVersions> {
  return fc
    .record({
      count: fc.nat(5),
      first: anyPeopleEdits,
      ofBases: fc.array(anyPeopleEdits, { minLength: bases, maxLength: bases }),
      mine: anyPeopleEdits,
      other: anyPeopleEdits,
      styles: anyStyles(bases),
    })
    .map(({ count, first, ofBases, mine, other, styles }) => {
      const rows = [['participant', 'role', 'site'], ...Array.from({ length: count }, (_, i) => [`PP${i}`, 'peer'])];
      const allowed = (edits: PeopleEdits): PeopleEdits =>
        edits.filter(({ does }) => isTwice || (does !== 'twice' && does !== 'blank'));
      const edit = (table: readonly (readonly string[])[], edits: PeopleEdits) => editedTable(table, allowed(edits));
      const root = edit(rows, first);
      const made = bases <= 1 ? ofBases.map(() => root) : ofBases.map(edits => edit(root, edits));
      const { ours: styleOfOurs, theirs: styleOfTheirs } = stylesFor(styles, made[0]?.length ?? 0);
      const text = (table: readonly (readonly string[])[], style: Style): string =>
        written(
          table.map(row => row.join(',')).flatMap(row => row.split('\n')),
          style,
        );
      return {
        path: 'participants.csv',
        bases: made.map(each => text(each, styles.base)),
        ours: text(edit(made[0] ?? root, mine), styleOfOurs),
        theirs: text(edit(made.at(-1) ?? root, other), styleOfTheirs),
      };
    });
}
