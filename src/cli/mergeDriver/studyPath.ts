import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ATTRIBUTES_FILE, hasBlock } from '../../core/merge/attributes.js';
import { isMergedByMeaning } from '../../core/merge/kinds.js';

/**
 * The path of a file from its study. The study is the folder whose attributes have our lines; where there is none, the outermost in which a file
 * of that path would be merged by meaning.
 * @param file from the top of the repository, with `/`
 * @param top absolute path of it
 * @returns undefined where such a file is not merged by meaning
 */
export function studyPathOf(file: string, top: string): string | undefined {
  const parts = file.split('/');
  const fitting = parts.flatMap((_, i) => {
    const [folder, inside] = [parts.slice(0, i).join('/'), parts.slice(i).join('/')];
    return isMergedByMeaning(inside) ? [{ folder, inside }] : [];
  });
  const marked = fitting.find(({ folder }) => hasBlock(attributesIn(path.join(top, folder))));
  return (marked ?? fitting[0])?.inside;
}

function attributesIn(folder: string): string {
  try {
    return readFileSync(path.join(folder, ATTRIBUTES_FILE), 'utf8');
  } catch {
    return '';
  }
}
