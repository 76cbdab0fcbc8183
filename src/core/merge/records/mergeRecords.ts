import { compareTexts } from '../../text/compare.js';
import { mergedFrame, unframed } from '../frame.js';
import type { FileVersions, MergeChoice, MergedFile } from '../merge.js';
import { mergeOrder } from '../order.js';
import { type Place, PlacedItems } from '../placedItems.js';
import { countVerdict, lesser } from '../threeWay.js';
import { type Item, ItemOrder } from './items.js';
import { mergeRecord } from './mergeRecord.js';
import { recordConflict, recordKey } from './questions.js';
import { type RecordLine, RecordReader } from './recordLine.js';
import { SideLines } from './sideLines.js';
import { type RecordVersions, recordOfId } from './versions.js';

/**
 * Puts two versions of a file of records together: records by id and respect, other lines as they are.
 * @param decisions by key of a conflict
 */
export function mergeRecords(versions: FileVersions, decisions: ReadonlyMap<string, MergeChoice>): MergedFile {
  const reader = new RecordReader(versions.path);
  // Which base is named first must make no difference.
  const texts = [...new Set(versions.bases)].sort((a, b) => compareTexts(a ?? '', b ?? ''));
  const bases = texts.map(text => new SideLines(text, reader));
  const [ours, theirs] = [new SideLines(versions.ours, reader), new SideLines(versions.theirs, reader)];
  const first = bases.find(({ length }) => length > 0) ?? new SideLines(undefined, reader);
  const items = new PlacedItems<SideLines, Item>();

  const settled = new Set<string>();
  for (const id of new Set([...ours.records.keys(), ...theirs.records.keys()])) {
    const of = (side: SideLines): readonly RecordLine[] => side.records.get(id) ?? [];
    const record = recordOfId(bases.map(of), of(ours), of(theirs));
    if (record === undefined) continue;
    const at = (side: SideLines, line: RecordLine | undefined): Place<SideLines> => [
      side,
      line && side.placesOf(line.line)[0],
    ];
    const places = [at(ours, record.ours), at(theirs, record.theirs), at(first, of(first)[0])] as const;
    const item = recordItem(record, places, versions.path, decisions);
    if (item !== undefined) items.add(item, places);
    for (const { line } of [...of(ours), ...of(theirs)]) settled.add(line);
  }
  // All that names no record: lines that are none, and records of an id that stands several times.
  for (const text of new Set([...ours.texts, ...theirs.texts])) {
    if (settled.has(text)) continue;
    const of = (side: SideLines): readonly number[] => side.placesOf(text);
    const count = countVerdict(
      bases.map(base => of(base).length),
      of(ours).length,
      of(theirs).length,
    );
    for (let nth = 0; nth < count; nth++) {
      const [mine, other] = [of(ours)[nth], of(theirs)[nth]];
      const line = mine === undefined ? theirs.line(other as number) : ours.line(mine);
      const places: readonly Place<SideLines>[] = [
        [ours, mine],
        [theirs, other],
        [first, of(first)[nth]],
      ];
      items.add({ line, conflicts: [], record: reader.read(text), nth }, places);
    }
  }

  const ordered = mergeOrder(items.in(first), items.in(ours), items.in(theirs), new ItemOrder(reader));
  const lines = ordered.flatMap(({ line }) => line ?? []);
  const isGone = lines.length === 0 && (versions.ours === undefined || versions.theirs === undefined);
  return {
    text: isGone ? undefined : unframed(mergedFrame(versions), lines),
    conflicts: ordered.flatMap(({ conflicts }) => conflicts),
  };
}

/** What becomes of a record; undefined where it goes. */
function recordItem(
  record: RecordVersions,
  [ours, theirs]: readonly Place<SideLines>[],
  path: string,
  decisions: ReadonlyMap<string, MergeChoice>,
): Item | undefined {
  const { line, from, questions, hasPlace } = mergeRecord(record, aspect => decisions.get(recordKey(record, aspect)));
  if (!hasPlace) return undefined;
  const [side, at] = (from === 'theirs' ? theirs : ours) as Place<SideLines>;
  return {
    line: line === undefined ? undefined : from === undefined ? { line } : side.line(at as number),
    conflicts: questions.map(question => recordConflict(path, record, question)),
    record: placedBy(record),
    nth: 0,
  };
}

/** By which version of a record its place is compared: the same whichever side is ours. */
function placedBy({ ours, theirs }: RecordVersions): RecordLine | undefined {
  if (ours === undefined || theirs === undefined) return ours ?? theirs;
  return lesser(ours.line, theirs.line) === 'ours' ? ours : theirs;
}
