import { inPieces, type Pacing } from '../../pieces.js';
import type { Study } from '../../study/study.js';
import type { Corpus } from '../corpus/corpus.js';
import { CorpusReader } from '../corpus/corpusReader.js';
import { relevanceOf } from '../relevance.js';
import { type Sample, sampleOf } from './sample.js';

/** The sample of a study as it is now. @param corpus what was read of it, where it was read already */
export async function readSample(study: Study, corpus?: Corpus, pacing: Pick<Pacing, 'pause'> = {}): Promise<Sample> {
  const read = corpus ?? (await new CorpusReader(study).read());
  return inPieces(
    sampleOf(read, path => relevanceOf(study, path) === 'unread'),
    pacing,
  );
}
