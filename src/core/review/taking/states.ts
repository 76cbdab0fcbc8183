import { sayState } from '../../reading/file.js';
import type { Study } from '../../study/study.js';
import type { ReadingChange } from '../change.js';
import { canonical } from '../keys.js';
import { isAnother } from './refusals.js';
import type { Standing } from './respect.js';
import type { Sources } from './source.js';
import type { Taking } from './taking.js';
import { transcriptToday } from './transcriptToday.js';

/** Which side a coder's word on a transcript has today. Reads nothing. */
export function standingOfState(study: Study, change: ReadingChange, sources: Sources): Standing {
  const { said } = study.coderFiles.reading(change.coder, transcriptOf(study, change, sources));
  if (canonical(said) === canonical(change.said.after)) return 'after';
  return canonical(said) === canonical(change.said.before) ? 'before' : 'other';
}

/** Takes over what a coder says of a transcript, with the time it was said. */
export async function takeState(taking: Taking, change: ReadingChange): Promise<void> {
  const { study, side, sources } = taking;
  const standing = standingOfState(study, change, sources);
  if (standing === side) return;
  const transcript = transcriptOf(study, change, sources);
  if (standing === 'other') throw isAnother(`What ${change.coder} says of ${transcript}`);
  const path = study.coderFiles.readingPath(change.coder, transcript);
  await taking.update(path, text => sayState(text, change.said[side]));
}

function transcriptOf(study: Study, { transcript, path }: ReadingChange, sources: Sources): string {
  return transcriptToday(study, [transcript, study.transcriptOf(path)], sources);
}
