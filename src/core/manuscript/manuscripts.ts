import type { Corpus } from '../analysis/corpus/corpus.js';
import { inPieces, type Pacing } from '../pieces.js';
import type { Study } from '../study/study.js';
import { decodeUtf8 } from '../text/utf8.js';
import { checkManuscript } from './check.js';
import type { CheckedManuscript } from './checked.js';
import { manuscriptPeople } from './people.js';
import { readManuscript } from './read.js';

/**
 * Reads a manuscript from its file and compares its quotations with the transcripts as they are on disk.
 * @returns undefined where there is no such file
 */
export async function checkFile(
  study: Study,
  corpus: Corpus,
  path: string,
  pacing: Omit<Pacing, 'progress'> = {},
): Promise<CheckedManuscript | undefined> {
  const bytes = await study.store.read(path);
  if (bytes === undefined) return undefined;
  const text = decodeUtf8(bytes);
  const manuscript = await inPieces(readManuscript(path, text, manuscriptPeople(corpus)), { pause: pacing.pause });
  return checkManuscript(manuscript, corpus, transcript => transcriptText(study, transcript), pacing);
}

async function transcriptText(study: Study, path: string): Promise<string> {
  return (await study.transcripts.glance(path))?.text ?? '';
}
