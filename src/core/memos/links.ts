import { transcriptName } from '../study/layout.js';
import type { MemoLink } from './memo.js';

/** Reads what stands between the brackets of a link, without the text that is shown instead. */
export function readLink(target: string): MemoLink {
  const text = target.trim();
  const hash = text.lastIndexOf('#');
  if (hash === -1) return { kind: 'name', name: text };
  return { kind: 'excerpt', transcript: text.slice(0, hash).trim(), id: text.slice(hash + 1).trim() };
}

/** A link to an excerpt, as it is written into memos: `[[pp-03#k3f9x2m1qa]]`. */
export function excerptLink(transcript: string, id: string): string {
  return `[[${transcriptName(transcript)}#${id}]]`;
}

/**
 * A link to a transcript as a whole: by its name, or by its path where another has the same name or a code has it as its id.
 * @param isTaken whether a name means something else as well
 */
export function transcriptLink(transcript: string, isTaken: (name: string) => boolean): string {
  const name = transcriptName(transcript);
  return `[[${isTaken(name) ? transcript : name}]]`;
}
