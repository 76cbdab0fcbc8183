import type { Study } from '../../study/study.js';
import { progressOf } from '../coderFigures.js';

/** Whether nobody has looked at a transcript yet, as far as is known: nothing in it is coded, and nobody said otherwise. */
export function isUnread(study: Study, path: string): boolean {
  const files = [...study.index.filesOf(path), ...study.readings.filesOf(path)];
  return files.every(({ coder }) => progressOf(study, coder, path).state === 'unread');
}
