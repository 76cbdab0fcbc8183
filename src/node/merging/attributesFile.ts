import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ATTRIBUTES_FILE, hasBlock } from '../../core/merge/attributes.js';
import { isText } from '../../core/merge/mergeStudy.js';
import type { FileStore } from '../../core/ports.js';
import { decodeUtf8, encodeUtf8 } from '../../core/text/utf8.js';
import { gitPieces } from '../gitOutput.js';
import type { Place } from '../work/place.js';
import { SetupRefused } from './setupRefused.js';

/**
 * Changes the attributes of a study.
 * @param change gets undefined where there is no such file, and answers undefined where there is to be none
 * @returns whether anything was to be changed
 * @throws SetupRefused where the file is no text in UTF-8
 */
export async function changeAttributes(
  store: FileStore,
  change: (text: string | undefined) => string | undefined,
): Promise<boolean> {
  for (;;) {
    const bytes = await store.read(ATTRIBUTES_FILE);
    if (!isText(bytes)) {
      throw new SetupRefused(
        `${ATTRIBUTES_FILE} is no text in UTF-8.`,
        'Save it as UTF-8 in an editor, and try again.',
      );
    }
    const text = bytes && decodeUtf8(bytes);
    const next = change(text);
    if (next === text) return false;
    if (await store.replace(ATTRIBUTES_FILE, bytes, next === undefined ? undefined : encodeUtf8(next))) return true;
  }
}

/** Other folders of the repository whose attributes have our lines: paths from the top of the repository, which itself is `.`. */
export async function otherStudies({ top, prefix }: Place): Promise<string[]> {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = await gitPieces({ folder: top, args, purpose: 'list the files of the repository' }, '\0');
  const studies = new Set<string>();
  for (const file of files.filter(each => path.posix.basename(each) === ATTRIBUTES_FILE)) {
    const text = await readFile(path.join(top, file), 'utf8').catch(() => '');
    if (file !== prefix + ATTRIBUTES_FILE && hasBlock(text)) studies.add(path.posix.dirname(file));
  }
  return [...studies].sort();
}
