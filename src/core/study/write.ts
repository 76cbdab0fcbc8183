import type { FileStore } from '../ports.js';
import { applyLineEdits, type FileEdit, type LineEdit, linesOf, withNeighbours, withPlaces } from '../text/lineEdit.js';
import { normaliseText } from '../text/normalise.js';
import { decodeUtf8 } from '../text/utf8.js';
import { isCodersFile, placeOf } from './layout.js';

/** Several busy processes take turns by chance: enough tries that none of them starves, and still an end. */
const MOST_TRIES = 200;

/** Thrown when a file keeps changing under our hands; nothing was written. */
export class BusyFile extends Error {
  constructor(readonly path: string) {
    super(`${path} keeps being changed by another program. Nothing was written; please try again.`);
  }
}

/** Gives the edits to a file by the text it has (undefined: it is not there). What takes long is asked for again where the file changed meanwhile. */
export type EditsTo = (text: string | undefined) => readonly LineEdit[] | Promise<readonly LineEdit[]>;

/** What became of a file: the edits that were applied, the bytes and the text it has now (undefined: removed). */
export interface Written {
  readonly edit: FileEdit;
  readonly bytes: Uint8Array | undefined;
  readonly text: string | undefined;
}

/**
 * Changes a file by compare-and-swap: reads it, asks for the edits to what it says now, writes them only if it still
 * says so, and otherwise starts again. When this returns, the change is on disk.
 * @param edits gets the file's text as it is now, gives the edits; none: nothing is written
 * @param goesWhenEmpty the file is taken away where nothing is left in it
 */
export async function updateFile(
  store: FileStore,
  path: string,
  edits: EditsTo,
  goesWhenEmpty = false,
): Promise<Written> {
  const isCodings = placeOf(path) !== undefined;
  // A file in a coder's folder without a line says nothing: it goes, so that taking the first coding back leaves no trace.
  const isCoders = isCodersFile(path);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await store.read(path);
    const text = before && decodeUtf8(before);
    const wanted = await edits(text);
    if (wanted.length === 0) return { edit: { path, edits: [] }, bytes: before, text };
    const after = applyLineEdits(before, wanted);
    const next = saysNothing(after) && (isCoders || goesWhenEmpty) ? undefined : after;
    if (!(await store.replace(path, before, next))) continue;
    // Codings are found by their lines and their order, so that little need be known of what stands around them.
    const made = (isCodings ? withNeighbours : withPlaces)(linesOf(text), wanted);
    const edit: FileEdit = { path, edits: made, ...(before === undefined ? { created: true } : {}) };
    return { edit, bytes: next, text: next && decodeUtf8(next) };
  }
  throw new BusyFile(path);
}

/** Whether nothing is in a file, or a byte order mark alone. */
function saysNothing(bytes: Uint8Array): boolean {
  return bytes.length <= 3 && normaliseText(decodeUtf8(bytes)) === '';
}
