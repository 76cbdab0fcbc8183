import { canBeCoded } from '../study/config.js';
import type { Study } from '../study/study.js';
import { mirroredBy } from './lost.js';
import type { Move } from './moveAlong.js';

/** What the rename of a file or folder means for the transcripts of a study. */
export interface Renamed {
  /** Transcripts that have another path now. */
  readonly moves: readonly Move[];
  /** Coded transcripts that are no longer in the study, or no Markdown any more. */
  readonly left: readonly string[];
}

/**
 * Which transcripts a rename concerns.
 * @param from path of a file or a folder, relative to the study
 * @param to the same; undefined where it left the study
 */
export function transcriptsRenamed(study: Study, from: string, to: string | undefined): Renamed {
  const coded = new Set(
    [...study.index.allFiles(), ...study.readings.allFiles()].flatMap(file => [mirroredBy(file), file.transcript]),
  );
  const known = new Set([...study.paths(), ...coded]);
  const paths = known.has(from) ? [from] : [...known].filter(path => path.startsWith(`${from}/`));
  const moves: Move[] = [];
  const left: string[] = [];
  for (const path of paths.filter(canBeCoded).sort()) {
    const now = to === undefined ? undefined : to + path.slice(from.length);
    if (now !== undefined && canBeCoded(now)) moves.push({ from: path, to: now });
    else if (coded.has(path)) left.push(path);
  }
  return { moves, left };
}
