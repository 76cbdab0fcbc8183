import type { Pieces } from '../../pieces.js';
import { compareTexts } from '../../text/compare.js';
import type { Corpus, CorpusTranscript } from '../corpus/corpus.js';
import { daysWritten } from '../query/dates.js';
import { type Session, sessionsOf } from '../sample/sessions.js';
import { codeAxis } from './axes/codeAxis.js';
import type { NewCodes } from './matrix.js';

/**
 * How many codes each session brought that none before had: by date, those without one last, then by path. Codings in doubt count, as
 * the code was given; sessions in which nothing is coded yet are left out, because they would look as if there was nothing new.
 * Whether it may be shown says `whyNoSaturation`.
 */
export function* newCodesOf(corpus: Corpus): Pieces<readonly NewCodes[]> {
  const codes = codeAxis(corpus, false).headers.map(({ key }) => key);
  const sessions: { session: Session<CorpusTranscript>; date: string | undefined; used: ReadonlySet<string> }[] = [];
  for (const session of sessionsOf(corpus.transcripts)) {
    const used = codesUsed(corpus, session, codes);
    if (used.size > 0) sessions.push({ session, date: dateOf(session), used });
    yield;
  }
  sessions.sort((a, b) => compareTexts(a.date ?? LATER, b.date ?? LATER));
  const met = new Set<string>();
  const found: NewCodes[] = [];
  for (const { session, date, used } of sessions) {
    const newCodes = codes.filter(code => used.has(code) && !met.has(code));
    for (const code of newCodes) met.add(code);
    found.push({
      transcript: session.transcripts[0].path,
      name: session.name,
      ...(date === undefined ? {} : { date }),
      newCodes,
      codesSoFar: met.size,
    });
    yield;
  }
  return found;
}

/** Behind every date. */
const LATER = '~';

/** The day a session began; undefined where no front matter says so in a form that can be compared. */
function dateOf({ transcripts }: Session<CorpusTranscript>): string | undefined {
  const dates = transcripts.map(({ frontMatter: { date } }) => ({ date, from: daysWritten(date)?.first }));
  dates.sort((a, b) => compareTexts(a.from ?? LATER, b.from ?? LATER));
  return dates[0]?.from === undefined ? undefined : dates[0].date;
}

function codesUsed(corpus: Corpus, { transcripts }: Session<CorpusTranscript>, codes: readonly string[]): Set<string> {
  const wanted = new Set(codes);
  const ids = transcripts.flatMap(({ excerpts }) => excerpts.map(excerpt => corpus.codeOf(excerpt)?.id ?? ''));
  return new Set(ids.filter(id => wanted.has(id)));
}
