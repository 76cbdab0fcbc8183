import { transcriptName } from '../study/layout.js';
import type { MemoLink } from './memo.js';

/** Reads what stands between the brackets of a link, without the text that is shown instead. */
export function readLink(target: string): MemoLink {
  const text = target.trim();
  const hash = text.lastIndexOf('#');
  if (hash === -1) return { kind: 'name', name: text };
  return { kind: 'excerpt', transcript: text.slice(0, hash).trim(), id: text.slice(hash + 1).trim() };
}

/** What names an excerpt between the brackets of a link: `pp-03#k3f9x2m1qa`. */
export function excerptName(transcript: string, id: string): string {
  return `${transcriptName(transcript)}#${id}`;
}

/** What names a thread between the brackets of a link, by any of its comments: `discussion#c81vz4mtye`. */
export function threadName(id: string): string {
  return `${THREADS}#${id}`;
}

/** What stands before the `#` where a thread is named. */
export const THREADS = 'discussion';

/**
 * What names a transcript as a whole: its file's name, or its path where the name means something else as well.
 * @param isTaken whether a code or theme goes by a name
 */
export function wholeName(transcript: string, isTaken: (name: string) => boolean): string {
  const name = transcriptName(transcript);
  return isTaken(name) ? transcript : name;
}
