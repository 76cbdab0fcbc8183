import { isCoding, parseCodingLine } from '../../coding/line.js';
import { isReadingLine } from '../../reading/record.js';
import { placeOf, readingPlaceOf } from '../../study/layout.js';
import type { Study } from '../../study/study.js';
import { type LineEdit, linesOf } from '../../text/lineEdit.js';
import type { LineChange } from '../change.js';
import { isAnother } from './refusals.js';
import type { Standing } from './respect.js';
import { otherSide, type Side, type Sources } from './source.js';
import type { Taking } from './taking.js';
import { transcriptToday } from './transcriptToday.js';

/** Which side the lines of a file have today that are no records. */
export async function standingOfLines(study: Study, change: LineChange, sources: Sources): Promise<Standing> {
  return standingIn(await study.textOf(pathToday(study, change, sources)), change);
}

/** Takes over lines that are no records, letter for letter; those that come stand at the end of the file. */
export async function takeLines(taking: Taking, change: LineChange): Promise<void> {
  await taking.update(pathToday(taking.study, change, taking.sources), text => {
    const standing = standingIn(text, change);
    if (standing === taking.side) return [];
    if (standing === 'other') throw isAnother(`A line of ${change.path} that cannot be read`);
    return editsTo(text, change, taking.side);
  });
}

/** Where the file is that holds what this coder says of that transcript. */
function pathToday(study: Study, { path }: LineChange, sources: Sources): string {
  if (study.exists(path)) return path;
  const [codings, reading] = [placeOf(path), readingPlaceOf(path)];
  const today = (transcript: string): string => transcriptToday(study, [transcript], sources);
  if (codings !== undefined) return study.coderFiles.codingPath(codings.coder, today(codings.transcript));
  return reading === undefined ? path : study.coderFiles.readingPath(reading.coder, today(reading.transcript));
}

/** The lines that one side has more of than the other. */
function only(change: LineChange, side: Side): string[] {
  return without(change[side].map(bare), change[otherSide(side)].map(bare));
}

function standingIn(text: string | undefined, change: LineChange): Standing {
  const there = linesOf(text)
    .map(bare)
    .filter(line => line !== '' && !isRecord(change.path, line));
  const has = (lines: readonly string[]): boolean => without(lines, there).length === 0;
  const lacks = (lines: readonly string[]): boolean => without(lines, there).length === lines.length;
  const [old, now] = [only(change, 'before'), only(change, 'after')];
  if (has(now) && lacks(old)) return 'after';
  return has(old) && lacks(now) ? 'before' : 'other';
}

function editsTo(text: string | undefined, change: LineChange, side: Side): LineEdit[] {
  const lines = linesOf(text);
  const going = only(change, otherSide(side));
  const edits: LineEdit[] = [];
  lines.forEach((line, at) => {
    const found = going.indexOf(bare(line));
    if (found === -1) return;
    going.splice(found, 1);
    edits.push({ line: at, remove: [line], insert: [] });
  });
  const coming = only(change, side);
  return coming.length === 0 ? edits : [...edits, { line: lines.length, remove: [], insert: coming }];
}

const bare = (line: string): string => line.trim();

function isRecord(path: string, line: string): boolean {
  if (placeOf(path) !== undefined) return isCoding(parseCodingLine(line));
  return readingPlaceOf(path) !== undefined && isReadingLine(line);
}

/** Lines that stand in the one list more often than in the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return lines.filter(line => {
    const at = left.indexOf(line);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
