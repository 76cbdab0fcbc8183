import { desktopParts, ENTRY } from '../../test/unit/support/desktopParts.js';
import type { Row } from './row.js';

/** How much of the desktop extension is loaded when it is activated, built as it is shipped. */
export async function bundleRow(): Promise<Row> {
  const { files } = await desktopParts();
  const found = Buffer.byteLength(files.get(ENTRY) ?? '') / 1024;
  return { work: 'extension, as loaded by activate()', figures: new Map(), judged: { found, limit: 450, unit: 'KB' } };
}
