import type { AgreementOptions } from '../../analysis/agreement/agreement.js';
import type { AgreementTexts } from '../../analysis/agreement/texts.js';
import type { Corpus } from '../../analysis/corpus/corpus.js';
import type { PublicCorpus } from './publicCorpus.js';

/** How coders are compared by what may leave: the corpus, and what is asked besides, by the names that transcripts have in it. */
export interface PublicComparison {
  readonly corpus: Corpus;
  readonly options: AgreementOptions;
  readonly texts: AgreementTexts;
}

/**
 * Coders compared by what may leave: agreement is about coders, whose names leave, but says what transcripts are called and quotes them.
 * @param inside what `open` was made of
 * @param options with the transcripts of a round as they are called inside
 */
export function publicComparison(
  open: PublicCorpus,
  inside: Corpus,
  options: AgreementOptions,
  texts: AgreementTexts,
): PublicComparison {
  const { corpus } = open;
  const byPath = new Map(inside.transcripts.map(one => [one.path, one]));
  const paths = new Map(inside.transcripts.map(({ path }) => [open.transcript(path), path]));
  const pathOf = (name: string): string => paths.get(name) ?? name;
  const { round } = options;
  const transcripts = round?.transcripts.flatMap(path => open.transcript(path) ?? []) ?? [];
  return {
    corpus,
    options: round === undefined ? options : { ...options, round: { ...round, transcripts } },
    texts: {
      transcript: name => texts.transcript(pathOf(name)),
      words: (text, span) => {
        const words = texts.words(text, span);
        const transcript = byPath.get(text.path);
        return transcript === undefined ? open.text(words) : open.passage(words, transcript, span);
      },
      said: (coder, name) => texts.said(coder, pathOf(name)),
      readers: name => texts.readers(pathOf(name)),
    },
  };
}
