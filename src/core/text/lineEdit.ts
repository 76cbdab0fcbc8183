import { normaliseText } from './normalise.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/**
 * A change to a text file as data: at a line (from 0), lines that must stand there go and others come in their place.
 * Lines are without their line ends. Everything Verbatim writes into a study is made of these, so that a change can be
 * shown, refused when the file is no longer what it was, and taken back.
 */
export interface LineEdit {
  readonly line: number;
  readonly remove: readonly string[];
  readonly insert: readonly string[];
  /**
   * A few lines that stand right before and behind, and stay: by them the place is found again when lines came or went
   * elsewhere in the file. Fewer or none at the ends of the file and beside another edit.
   */
  readonly between?: readonly [readonly string[], readonly string[]];
}

/** Changes to one file of the study. Line numbers of all edits are those before the first of them is applied. */
export interface FileEdit {
  /** Path relative to the study, with `/`. */
  readonly path: string;
  readonly edits: readonly LineEdit[];
  /** The edits made the file: taking them back takes it away, unless somebody wrote more into it. */
  readonly created?: true;
  /** The file was moved here, whole and byte for byte, from this path; there are no edits then. */
  readonly movedFrom?: string;
}

/** Whether a file is left as it was and where it was. */
export function changesNothing({ edits, movedFrom }: FileEdit): boolean {
  return edits.length === 0 && movedFrom === undefined;
}

/** Thrown when the lines an edit would replace are not there. */
export class EditConflict extends Error {
  constructor(readonly line: number) {
    super(`Line ${line + 1} is no longer what it was.`);
  }
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LF = Uint8Array.of(NEWLINE);
const CRLF = Uint8Array.of(RETURN, NEWLINE);
const BOM = [0xef, 0xbb, 0xbf];

/**
 * Applies edits to the bytes of a file. Lines that no edit names keep their bytes, even where these are not UTF-8; new
 * lines end as the line they replace, or as the file's first line does, and a file that ended without a line end still does.
 * @param bytes the file, undefined where it does not exist
 * @param edits not overlapping
 * @throws EditConflict when a line to be removed is not what the edit says
 */
export function applyLineEdits(bytes: Uint8Array | undefined, edits: readonly LineEdit[]): Uint8Array {
  const source = bytes ?? new Uint8Array();
  const { mark, lines } = splitLines(source);
  const lineEnd = lines[0]?.end.length === 2 ? CRLF : LF;
  const result: Line[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.line - b.line)) {
    const at = Math.min(edit.line, lines.length);
    if (at < done) throw new EditConflict(edit.line);
    edit.remove.forEach((expected, i) => {
      const line = lines[at + i];
      if (line === undefined || decodeUtf8(line.text) !== expected) throw new EditConflict(at + i);
    });
    // Where line ends are mixed, a line that takes another's place ends as that one did.
    const endOf = (i: number): Uint8Array => (i < edit.remove.length && lines[at + i]?.end) || lineEnd;
    const inserted = edit.insert.map((text, i) => ({ text: encodeUtf8(text), end: endOf(i) }));
    result.push(...lines.slice(done, at), ...inserted);
    done = at + edit.remove.length;
  }
  result.push(...lines.slice(done));
  const open = lines.at(-1)?.end.length === 0;
  const parts = result.flatMap((line, i) => {
    const last = i === result.length - 1;
    // An empty last line without a line end would be no line at all.
    if (last && open && line.text.length > 0) return [line.text];
    return [line.text, line.end.length > 0 ? line.end : lineEnd];
  });
  return concat([mark, ...parts]);
}

/** A line's bytes and those of its line end (none for an open last line). */
interface Line {
  readonly text: Uint8Array;
  readonly end: Uint8Array;
}

/** The byte order mark, if any, and the lines of a file; behind a final line end there is no further line. */
function splitLines(bytes: Uint8Array): { mark: Uint8Array; lines: Line[] } {
  const lines: Line[] = [];
  const body = BOM.every((byte, i) => bytes[i] === byte) ? BOM.length : 0;
  // CRLF, LF and a lone CR end a line, as they do in the text that positions are counted in.
  for (let start = body; start < bytes.length; ) {
    let end = start;
    while (end < bytes.length && bytes[end] !== NEWLINE && bytes[end] !== RETURN) end++;
    const stop = Math.min(bytes.length, bytes[end] === RETURN && bytes[end + 1] === NEWLINE ? end + 2 : end + 1);
    lines.push({ text: bytes.subarray(start, end), end: bytes.subarray(end, stop) });
    start = stop;
  }
  return { mark: bytes.subarray(0, body), lines };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * The edits that take edits back, for the file as it is after them.
 */
export function invertLineEdits(edits: readonly LineEdit[]): LineEdit[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.line - b.line)
    .map(edit => {
      const inverse = { ...edit, line: edit.line + shift, remove: edit.insert, insert: edit.remove };
      shift += edit.insert.length - edit.remove.length;
      return inverse;
    });
}

/** The lines of a text as edits count them: without byte order mark and line ends, and none behind a final line end. */
export function linesOf(text: string | undefined): string[] {
  const lines = normaliseText(text ?? '').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** How many lines tell a place. */
const LINES_BETWEEN = 3;

/**
 * Edits with the lines they stand between.
 * @param lines the file before the edits, without line ends
 * @param edits not overlapping
 */
export function withPlaces(lines: readonly string[], edits: readonly LineEdit[]): LineEdit[] {
  const sorted = [...edits].sort((a, b) => a.line - b.line);
  return sorted.map((edit, i) => {
    const before = sorted[i - 1];
    const from = before === undefined ? 0 : before.line + before.remove.length;
    const to = sorted[i + 1]?.line ?? lines.length;
    const end = edit.line + edit.remove.length;
    const ahead = lines.slice(Math.max(from, edit.line - LINES_BETWEEN), edit.line);
    const behind = lines.slice(end, Math.min(to, end + LINES_BETWEEN));
    return { ...edit, between: [ahead, behind] };
  });
}

/**
 * Edits with the one line before and the one behind that they stand between while their own lines are not there. Where hardly a line stands
 * twice, that tells the place; lines that other edits bring or take count as well.
 * @param lines the file before the edits, without line ends
 * @param edits not overlapping
 */
export function withNeighbours(lines: readonly string[], edits: readonly LineEdit[]): LineEdit[] {
  const sorted = [...edits].sort((a, b) => a.line - b.line);
  const after: string[] = [];
  let done = 0;
  const places = sorted.map(({ line, remove, insert }) => {
    for (; done < Math.min(line, lines.length); done++) after.push(lines[done] as string);
    done += remove.length;
    const place = after.length;
    for (const each of insert) after.push(each);
    return place;
  });
  for (; done < lines.length; done++) after.push(lines[done] as string);
  return sorted.map((edit, i) => {
    const isRemoval = edit.insert.length === 0;
    const [file, line] = isRemoval ? [after, places[i] as number] : [lines, edit.line];
    const end = isRemoval ? line : line + edit.remove.length;
    return { ...edit, between: [file.slice(Math.max(0, line - 1), line), file.slice(end, end + 1)] };
  });
}
