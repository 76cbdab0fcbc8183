import type { Corpus } from '../analysis/corpus/corpus.js';
import { inPieces, type Pacing, type Pieces } from '../pieces.js';
import { CodePoints } from '../text/codePoints.js';
import { byAll } from './byAll.js';
import { whyChanged } from './changed.js';
import type { CheckedManuscript, CheckedQuotation, QuotationSource } from './checked.js';
import { Compared } from './compared.js';
import { inOrder } from './dialogue.js';
import { EverythingSaid } from './everythingSaid.js';
import { found } from './found.js';
import type { Match } from './match.js';
import { Words } from './messages.js';
import { personsIn } from './named.js';
import { nearestOf } from './nearest.js';
import { overTurns } from './overTurns.js';
import { type Pattern, patternOf } from './pattern.js';
import { type ManuscriptPeople, manuscriptPeople } from './people.js';
import { sourceOf } from './places.js';
import type { Manuscript, Quotation } from './quotation.js';
import type { Said } from './said.js';
import { kindsNamed, sessionRemark } from './session.js';

/** What everything about one manuscript is compared with. */
export interface Checking {
  readonly corpus: Corpus;
  readonly said: EverythingSaid;
  readonly people: ManuscriptPeople;
  readonly points: CodePoints;
  readonly words: Words;
}

/**
 * Compares the quotations of a manuscript with what the person each is attributed to said in all transcripts, piece by piece.
 * @param textOf the text of a transcript by its path; one that cannot be read is as if it were not there
 * @returns without quotations, and not complete, where it was cancelled
 */
export async function checkManuscript(
  manuscript: Manuscript,
  corpus: Corpus,
  textOf: (path: string) => Promise<string>,
  pacing: Omit<Pacing, 'progress'> = {},
): Promise<CheckedManuscript> {
  const said = await EverythingSaid.read(corpus, textOf, pacing);
  if (said === undefined) return { manuscript, quotations: [], complete: false };
  const people = manuscriptPeople(corpus);
  const checking = { corpus, said, people, points: new CodePoints(manuscript.text), words: new Words(people) };
  const quotations = await inPieces(checkedQuotations(manuscript, checking), { pause: pacing.pause });
  return { manuscript, quotations: byAll(inOrder(quotations, checking), checking), complete: corpus.complete };
}

function* checkedQuotations(manuscript: Manuscript, checking: Checking): Pieces<CheckedQuotation[]> {
  const compared = new Compared(manuscript, checking);
  const checked: CheckedQuotation[] = [];
  for (const quotation of manuscript.quotations) {
    checked.push(yield* compared.once(quotation, () => checkQuotation(quotation, checking)));
    yield;
  }
  compared.done();
  return checked;
}

function* checkQuotation(quotation: Quotation, checking: Checking): Pieces<CheckedQuotation> {
  const { said, words } = checking;
  const pattern = patternOf(quotation.pieces);
  const { attribution } = quotation;
  const base = { quotation, places: [], differences: [], remarks: [] };
  if (attribution === undefined) {
    const places = yield* placesIn(said.all, pattern, quotation);
    return { ...base, verdict: 'unattributed', ...first(places), places, ...words.unattributed(places) };
  }
  const persons = personsIn(attribution);
  const theirs = yield* said.of(persons);
  const matches = yield* found(theirs, pattern);
  if (matches.length > 0) return confirmed(quotation, pattern, matches, checking);
  const alone = yield* placesIn(said.notOf(persons), pattern, quotation);
  const isByOneAlone = alone.length > 0 || persons.length < 2;
  const others = isByOneAlone ? alone : yield* placesIn(yield* said.ofAll(), pattern, quotation);
  if (others.length > 0)
    return {
      ...base,
      verdict: 'other-speaker',
      ...first(others),
      places: others,
      ...words.otherSpeaker(attribution, others),
    };
  const own = yield* whyChanged(quotation, pattern, theirs, checking);
  if (own !== undefined) return { ...base, verdict: 'changed', ...own };
  const near = yield* nearestOf(pattern, said.all, quotation.pieces);
  return {
    ...base,
    verdict: 'not-found',
    ...(near === undefined ? {} : { source: near }),
    ...words.notFound(attribution, near),
  };
}

/** The person said it: it remains where, and whether what else the manuscript says is true. */
function confirmed(
  quotation: Quotation,
  pattern: Pattern,
  matches: readonly Match[],
  { said, words, people }: Checking,
): CheckedQuotation {
  const kinds = kindsNamed(quotation.attribution?.detail, said.transcripts);
  const fitting = matches.filter(match => kinds.fits(match.said.transcript.path));
  const likely = fitting.length > 0 ? fitting : matches;
  const places = likely.map(match => sourceOf(match, pattern, quotation.pieces));
  const [best] = likely as [Match];
  const remarks = [
    ...overTurns(best, pattern),
    ...(fitting.length > 0 ? [] : sessionRemark(kinds, places[0] as QuotationSource, said.transcripts)),
    ...words.internalId(quotation, people),
  ];
  const verdict = places.length > 1 ? 'ambiguous' : 'verbatim';
  return {
    quotation,
    verdict,
    ...first(places),
    places,
    differences: [],
    remarks,
    ...words.confirmed(places, remarks),
  };
}

function* placesIn(said: readonly Said[], pattern: Pattern, { pieces }: Quotation): Pieces<QuotationSource[]> {
  return (yield* found(said, pattern)).map(match => sourceOf(match, pattern, pieces));
}

const first = ([source]: readonly QuotationSource[]): { source?: QuotationSource } =>
  source === undefined ? {} : { source };
