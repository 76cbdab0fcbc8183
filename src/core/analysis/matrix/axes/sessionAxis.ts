import { compareNames } from '../../../text/compare.js';
import type { Corpus, CorpusTranscript } from '../../corpus/corpus.js';
import { sessionsOf } from '../../sample/sessions.js';
import { fromTranscripts } from '../fromTranscripts.js';
import { NOBODY, type Population } from '../population.js';
import { type AxisHeader, axisByKey, type ReadAxis } from './axis.js';

/** Where it was said: every session of which something is in scope or counted. */
export function sessionAxis(corpus: Corpus, population: Population): ReadAxis {
  const keys = new Map<CorpusTranscript, string>();
  const headers: AxisHeader[] = [];
  for (const { name: key, transcripts } of sessionsOf(corpus.transcripts)) {
    if (!transcripts.some(transcript => population.has(transcript))) continue;
    for (const transcript of transcripts) keys.set(transcript, key);
    const query = fromTranscripts(corpus, transcripts, key);
    headers.push({ key, label: key, query, about: transcript => (keys.get(transcript) === key ? undefined : NOBODY) });
  }
  headers.sort((a, b) => compareNames(a.label, b.label));
  const axis = { isOfCodes: false, isOfPersons: false, headers };
  return axisByKey(axis, ({ transcript }) => [keys.get(transcript) ?? '']);
}
