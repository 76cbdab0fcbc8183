import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** As many files at once as opening a study reads. */
const READ_AT_ONCE = 32;

/**
 * What opening is compared with: reads the coding files whose names it is given (it lists no folder), 32 at a time,
 * decodes each as UTF-8, splits it at line ends and hands every line to `JSON.parse`. The records are kept, and nothing
 * else is done with them.
 */
export async function readAndParse(root: string, files: readonly string[]): Promise<unknown[]> {
  const records: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < files.length) {
      const text = await readFile(path.join(root, files[next++] as string), 'utf8');
      for (const line of text.split('\n')) if (line !== '') records.push(JSON.parse(line));
    }
  };
  await Promise.all(Array.from({ length: READ_AT_ONCE }, worker));
  return records;
}
