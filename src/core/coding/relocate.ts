import { placeOf } from '../study/layout.js';
import { EditConflict, type FileEdit, type LineEdit, linesOf } from '../text/lineEdit.js';
import { addRecords, areInOrder } from '../text/records.js';
import { type Coding, compareCodings } from './coding.js';
import { CODING_RECORDS, type CodingFile, parseCodingFile } from './file.js';
import { isCoding, parseCodingLine } from './line.js';

/**
 * The same edits at the lines where they belong now: what others wrote into the file meanwhile stays.
 * @param text the file as it is, undefined where it is not there
 * @throws EditConflict where the lines that are to go are no longer what the edit says, or the place is not certain
 */
export function relocate(text: string | undefined, { path, edits }: FileEdit): LineEdit[] {
  const lines = linesOf(text);
  const place = placeOf(path);
  const file = place && parseCodingFile(text ?? '', place);
  // A coding that goes from one line to another is not there already.
  const leaving = new Set(edits.flatMap(edit => edit.remove));
  const relocated = edits.flatMap(edit => {
    if (file !== undefined && edit.remove.length === 0) return insertCodings(lines, file, edit, leaving);
    const line = placeNow(lines, edit, file === undefined);
    if (line === undefined) throw new EditConflict(edit.line);
    return [{ ...edit, line }];
  });
  return apart(relocated);
}

/** What comes in among lines that go stands before them, or the two would overlap; as in a file that is not in order. */
function apart(edits: readonly LineEdit[]): LineEdit[] {
  const going = edits.filter(({ remove }) => remove.length > 0);
  const isWithin = (at: number, { line, remove }: LineEdit): boolean => line < at && at < line + remove.length;
  return edits
    .map(edit => {
      const around = edit.remove.length > 0 ? undefined : going.find(other => isWithin(edit.line, other));
      return around === undefined ? edit : { ...edit, line: around.line };
    })
    .sort((a, b) => a.line - b.line || a.remove.length - b.remove.length);
}

/** Codings come in where they stood, else where their order wants them; one that is back already is not doubled. */
function insertCodings(
  lines: readonly string[],
  file: CodingFile,
  edit: LineEdit,
  leaving: ReadonlySet<string>,
): LineEdit[] {
  const staying = new Set(lines.filter(line => !leaving.has(line)));
  const missing = edit.insert.filter(line => !staying.has(line));
  const codings = missing.map(parseCodingLine).filter(isCoding);
  const there = new Set(
    file.codings.filter((_, i) => staying.has(lines[file.lines[i] as number] as string)).map(({ id }) => id),
  );
  if (codings.some(({ id }) => there.has(id))) throw new EditConflict(edit.line);
  const [first] = codings;
  if (missing.length === 0) return [];
  return [{ ...edit, line: lineFor(lines, file, edit, first), insert: missing }];
}

/** Where lines come in of which `first` is the first coding. */
function lineFor(lines: readonly string[], file: CodingFile, edit: LineEdit, first: Coding | undefined): number {
  const [ahead, behind] = edit.between ?? [[], []];
  const known = ahead.length + behind.length;
  const line = Math.min(edit.line, lines.length);
  // Lines of one file are hardly ever the same, so that one on either side tells the place.
  const place = known === 0 ? undefined : placeNow(lines, edit, false);
  const likeness = place === undefined ? 0 : likenessOf(lines, place, place, ahead, behind).count;
  if (place !== undefined && likeness === known) return place;
  if (first === undefined || fits(file, line, first)) return line;
  if (place !== undefined && likeness > 0 && !areInOrder(file.codings, CODING_RECORDS)) return place;
  return addRecords(lines.join('\n'), [first], CODING_RECORDS)[0]?.line ?? lines.length;
}

/** Whether a coding that comes in at a line stands between the right ones. */
function fits({ codings, lines }: CodingFile, line: number, coding: Coding): boolean {
  const next = lines.findIndex(at => at >= line);
  const before = codings[next === -1 ? codings.length - 1 : next - 1];
  const after = next === -1 ? undefined : codings[next];
  return (
    (before === undefined || compareCodings(before, coding) <= 0) &&
    (after === undefined || compareCodings(coding, after) <= 0)
  );
}

/**
 * Where an edit belongs: where its lines stand, the place whose surroundings are most like the old ones, then the nearest.
 * @param needsPlace what has no words of its own to be found by needs some of the lines around it
 */
function placeNow(lines: readonly string[], edit: LineEdit, needsPlace: boolean): number | undefined {
  const [ahead, behind] = edit.between ?? [[], []];
  const hasPlace = ahead.length + behind.length > 0;
  const mustMatch = needsPlace && hasPlace && edit.remove.every(line => line.trim() === '');
  let best: { line: number; likeness: number } | undefined;
  for (const line of nearestFirst(edit.line, lines.length)) {
    if (!edit.remove.every((removed, i) => lines[line + i] === removed)) continue;
    const end = line + edit.remove.length;
    const likeness = likenessOf(lines, line, end, ahead, behind);
    if (mustMatch && likeness.words === 0 && likeness.count < ahead.length + behind.length) continue;
    if (best === undefined || likeness.count > best.likeness) best = { line, likeness: likeness.count };
    if (best.likeness === ahead.length + behind.length) break;
  }
  return best?.line;
}

/** How many of the lines around a place are the old ones, counted outwards from it, and how many of these have words. */
function likenessOf(
  lines: readonly string[],
  start: number,
  end: number,
  ahead: readonly string[],
  behind: readonly string[],
): { count: number; words: number } {
  let count = 0;
  let words = 0;
  const take = (line: string): void => {
    count++;
    if (line.trim() !== '') words++;
  };
  for (let i = 1; i <= ahead.length && lines[start - i] === ahead.at(-i); i++) take(ahead.at(-i) as string);
  for (let i = 0; i < behind.length && lines[end + i] === behind[i]; i++) take(behind[i] as string);
  return { count, words };
}

function* nearestFirst(line: number, last: number): Generator<number> {
  for (let distance = 0; distance <= last + line; distance++) {
    if (line + distance <= last) yield line + distance;
    if (distance > 0 && line >= distance && line - distance <= last) yield line - distance;
  }
}
