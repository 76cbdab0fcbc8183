import { compareTexts } from '../../text/compare.js';
import { mergedFrame, unframed } from '../frame.js';
import type { FileVersions, MergeChoice, MergedFile } from '../merge.js';
import { mergeOrder } from '../order.js';
import { verdictOf } from '../threeWay.js';
import { type Item, Items, type Place } from './items.js';
import { mergeRecord } from './mergeRecord.js';
import { recordConflict, recordKey } from './questions.js';
import { type RecordLine, RecordReader } from './recordLine.js';
import { SideLines } from './sideLines.js';
import { type RecordVersions, recordsOfId } from './versions.js';

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
  const items = new Items();

  for (const id of new Set([...ours.records.keys(), ...theirs.records.keys()])) {
    const of = (side: SideLines): readonly RecordLine[] => side.records.get(id) ?? [];
    for (const record of recordsOfId(bases.map(of), of(ours), of(theirs))) {
      const places: readonly [Place, Place, Place] = [
        [ours, record.ours && ours.takePlace(record.ours)],
        [theirs, record.theirs && theirs.takePlace(record.theirs)],
        [first, record.bases.map(base => first.takePlace(base)).find(at => at !== undefined)],
      ];
      const item = recordItem(record, places, versions.path, decisions);
      if (item !== undefined) items.add(item, places);
    }
  }
  for (const text of new Set([...ours.loose.keys(), ...theirs.loose.keys()])) {
    const of = (side: SideLines): readonly number[] => side.loose.get(text) ?? [];
    const count = looseCount(
      bases.map(base => of(base).length),
      of(ours).length,
      of(theirs).length,
    );
    for (let nth = 0; nth < count; nth++) {
      const [mine, other] = [of(ours)[nth], of(theirs)[nth]];
      const line = mine === undefined ? theirs.line(other as number) : ours.line(mine);
      items.add({ line, conflicts: [], record: undefined, nth }, [
        [ours, mine],
        [theirs, other],
        [first, of(first)[nth]],
      ]);
    }
  }

  const ordered = mergeOrder(
    items.in(first),
    items.in(ours),
    items.in(theirs),
    (a, b) => compareItems(a, b, reader),
    isLoose,
  );
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
  [ours, theirs]: readonly Place[],
  path: string,
  decisions: ReadonlyMap<string, MergeChoice>,
): Item | undefined {
  const { line, from, questions, hasPlace } = mergeRecord(record, aspect => decisions.get(recordKey(record, aspect)));
  if (!hasPlace) return undefined;
  const [side, at] = (from === 'theirs' ? theirs : ours) as Place;
  return {
    line: line === undefined ? undefined : from === undefined ? { line } : side.line(at as number),
    conflicts: questions.map(question => recordConflict(path, record, question)),
    record: record.ours ?? record.theirs,
    nth: 0,
  };
}

/** How often a line that is no record stands in the result: more where a side has more of them, unless one took some away. */
function looseCount(bases: readonly number[], ours: number, theirs: number): number {
  const verdict = verdictOf(bases.map(String), String(ours), String(theirs));
  if (verdict !== 'conflict') return verdict === 'theirs' ? theirs : ours;
  const isFewer = bases.length > 0 && bases.every(count => count > Math.max(ours, theirs));
  return isFewer ? Math.min(ours, theirs) : Math.max(ours, theirs);
}

const isLoose = ({ record }: Item): boolean => record === undefined;

function compareItems(a: Item, b: Item, reader: RecordReader): number {
  if (a.record !== undefined && b.record !== undefined) return reader.compare(a.record, b.record);
  return (
    Number(isLoose(a)) - Number(isLoose(b)) || compareTexts(a.line?.line ?? '', b.line?.line ?? '') || a.nth - b.nth
  );
}
