import { compareTexts } from '../../../text/compare.js';
import type { Corpus, CorpusTranscript } from '../../corpus/corpus.js';
import type { AgreementOptions } from '../agreement.js';
import type { AgreementTexts } from '../texts.js';

/**
 * Who coded a transcript: whoever has codings in it that say something about it, whoever said to be done with it (or to have coded it), and
 * in a round whoever closed it. What they did not code, they left uncoded; what others did not code is not known.
 * @returns sorted, only coders that are asked for
 */
export function whoCoded(
  corpus: Corpus,
  transcript: CorpusTranscript,
  texts: AgreementTexts,
  { coders, round }: Pick<AgreementOptions, 'coders' | 'round'>,
): string[] {
  const found = new Set<string>();
  for (const excerpt of transcript.excerpts) {
    if (!found.has(excerpt.coder) && !corpus.isScopeMark(excerpt)) found.add(excerpt.coder);
  }
  for (const coder of texts.readers(transcript.path)) {
    const said = texts.said(coder, transcript.path);
    if (said === 'coded' || said === 'done') found.add(coder);
  }
  if (round?.transcripts.includes(transcript.path)) for (const coder of round.closings.keys()) found.add(coder);
  const isWanted = (coder: string): boolean =>
    (coders === undefined || coders.includes(coder)) && (round === undefined || round.coders.includes(coder));
  return [...found].filter(isWanted).sort(compareTexts);
}
