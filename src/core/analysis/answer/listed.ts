import { hasExample } from '../../codebook/example.js';
import { evidenceOf } from '../../coding/evidence.js';
import { mapped, type Pieces } from '../../pieces.js';
import type { Corpus, CorpusExcerpt } from '../corpus/corpus.js';
import { entryDetails } from '../entryDetails.js';
import type { ExcerptGroupsOf } from '../excerptGroups.js';
import type { ListedExcerpt } from '../excerptList.js';
import { interviewersOf } from '../people.js';

/** How many excerpts are listed in one go. */
const PIECE = 250;

/** Excerpts of an answer as lists show them: plain data, in the same order. */
export function listedExcerpts(corpus: Corpus, excerpts: readonly CorpusExcerpt[]): Pieces<ListedExcerpt[]> {
  return mapped(excerpts, PIECE, excerpt => listed(corpus, excerpt));
}

/** The codes that excerpts have, in the order of the codebook: what they can be grouped by. */
export function groupsOfAnswer({ study: { codebook } }: Corpus, excerpts: readonly ListedExcerpt[]): ExcerptGroupsOf {
  const used = new Set(excerpts.map(({ code }) => code));
  return { codes: codebook.entries.filter(({ id }) => used.has(id)).map(entryDetails), depth: 0 };
}

function listed(corpus: Corpus, excerpt: CorpusExcerpt): ListedExcerpt {
  const { coding, coder, transcript, line, voices, participants, text, outcome } = excerpt;
  const now = corpus.codeOf(excerpt);
  const evidence = evidenceOf(coding);
  const asks = interviewersOf(corpus.study, transcript.frontMatter);
  const undeclared = voices.filter(({ participant, speaker }) => participant === undefined && !asks(speaker));
  return {
    id: coding.id,
    coder,
    transcript: transcript.path,
    name: transcript.name,
    ...(line === undefined ? {} : { line }),
    speakers: voices.map(({ speaker }) => speaker),
    participants,
    ...(undeclared.length === 0 ? {} : { undeclared: undeclared.map(({ speaker }) => speaker) }),
    text,
    ...(coding.memo === undefined ? {} : { memo: coding.memo }),
    ...(coding.created === undefined ? {} : { created: coding.created }),
    outcome,
    ...(evidence === undefined ? {} : { evidence }),
    code: now?.id ?? coding.code,
    ...(now === undefined || now.id === coding.code ? {} : { madeWith: coding.code }),
    isExample: now !== undefined && hasExample(now, text),
  };
}
