import type { Problem } from '../problem.js';
import type { PlacedCoding } from '../study/codingIndex.js';
import { transcriptName } from '../study/layout.js';
import type { Study } from '../study/study.js';
import { damageProblems } from '../text/damage.js';
import { LineStarts } from '../text/lines.js';
import { shorten } from '../text/shorten.js';
import type { Span } from '../text/span.js';
import type { Transcript } from '../transcript/transcript.js';
import { counterpart, standsIn } from './compare.js';
import { THREADS } from './links.js';
import type { Memo, MemoQuote, Mention } from './memo.js';
import { passageNow, wholeTurns, wordings } from './passage.js';
import { targetOf } from './target.js';

const QUOTE_SHOWN = 60;
const NOW_SHOWN = 120;

/** What is wrong with a memo as far as it shows without reading a transcript: its front matter, damage and its links. */
export function memoProblems(study: Study, memo: Memo): Problem[] {
  const lost = memo.mentions.filter(({ link }) => targetOf(study, link) === undefined);
  return [...memo.problems, ...damageProblems(memo.path, memo.text), ...lost.map(mention => lostLink(memo, mention))];
}

function lostLink(memo: Memo, { link, target }: Mention): Problem {
  if (link.kind === 'name') {
    const message = `Nothing is called “${link.name}”: no code or theme has this id, and no transcript or memo this name.`;
    const remedy = 'Write the id of a code or theme; completion lists them behind [[.';
    return problem(memo, 'memo-unknown-link', target, message, remedy, { name: link.name });
  }
  const quote = memo.quotes.find(other => other.link === link);
  const what = link.transcript === THREADS ? 'comment' : 'coding';
  const message = `There is no ${what} with the id “${link.id}” (any more).`;
  const remedy =
    quote === undefined ? 'Link to another excerpt.' : 'The quote stays; link to another excerpt or to the transcript.';
  return problem(memo, 'memo-lost-excerpt', target, message, remedy, {
    id: link.id,
    transcript: link.transcript,
    ...(quote === undefined ? {} : { words: quote.words }),
  });
}

/**
 * The quotes of a memo that do not stand where they are said to be taken from. Reads the transcripts that the memo quotes, and
 * no other; a transcript that is not there is reported with its codings.
 */
export async function quoteProblems(study: Study, memo: Memo): Promise<Problem[]> {
  const found = await Promise.all(memo.quotes.map(quote => quoteProblem(study, memo, quote)));
  return found.filter(one => one !== undefined);
}

async function quoteProblem(study: Study, memo: Memo, quote: MemoQuote): Promise<Problem | undefined> {
  const source = sourceOf(study, quote);
  // One that the disk refuses to read is reported itself.
  const transcript = source && (await study.transcripts.get(source.path).catch(() => undefined));
  if (source === undefined || transcript === undefined) return undefined;
  const { placed } = source;
  const span = placed && passageNow(placed.coding, await study.places.in(source.path, transcript));
  if (stands(quote, transcript, span)) return undefined;
  const words = shorten(quote.words, QUOTE_SHOWN);
  const now = span && counterpart(quote.words, wordings(transcript, span)[0] as string);
  if (now === undefined || now === '') {
    const message = `The quote “${words}” does not stand in ${source.path}.`;
    const remedy = 'Quote what it says now. What is left out is marked by …, what is put in stands in [brackets].';
    return problem(memo, 'memo-quote', quote.span, message, remedy, {});
  }
  const message = `The quote “${words}” does not match ${source.path}, which says “${shorten(now, NOW_SHOWN)}”.`;
  return problem(memo, 'memo-quote', quote.span, message, 'Update the quote, or restore the wording there.', { now });
}

/** Where a quote is to be looked for: in the passage of a coding, or anywhere in a transcript. */
function sourceOf(study: Study, { link }: MemoQuote): { path: string; placed?: PlacedCoding } | undefined {
  const target = targetOf(study, link);
  if (target?.kind === 'excerpt') return { path: target.placed.file.transcript, placed: target.placed };
  if (target?.kind === 'transcript') return target;
  // The coding is gone; the words may still be compared with the transcript that is named beside its id.
  const named = link.kind === 'excerpt' ? targetOf(study, { kind: 'name', name: link.transcript }) : undefined;
  return named?.kind === 'transcript' ? named : undefined;
}

function stands({ words }: MemoQuote, transcript: Transcript, span: Span | undefined): boolean {
  const whole = { start: transcript.bodyStart, end: transcript.points.length };
  // Who quotes a little more than was coded does not misquote.
  const places = span === undefined ? [whole] : [span, wholeTurns(transcript, span)];
  return places.some(place => wordings(transcript, place).some(text => standsIn(words, text)));
}

function problem(
  memo: Memo,
  rule: string,
  span: Span,
  message: string,
  remedy: string,
  data: Readonly<Record<string, string>>,
): Problem {
  const lines = new LineStarts(memo.text);
  const [start, end] = [memo.points.toUtf16(span.start), memo.points.toUtf16(span.end)];
  const line = lines.lineAt(start);
  const lineStart = lines.startOf(line);
  // A quote of several lines is marked in the first.
  const lineEnd = memo.text.indexOf('\n', start);
  const stop = lineEnd === -1 ? end : Math.min(end, lineEnd);
  return {
    rule,
    severity: 'warning',
    file: memo.path,
    line: line + 1,
    columns: [start - lineStart, stop - lineStart],
    message,
    remedy,
    data: { ...data, start: String(span.start), end: String(span.end) },
  };
}

/** What a link to a passage reads as in a list: the transcript and the words. */
export function excerptLabel({ coding, file }: PlacedCoding): string {
  return `${transcriptName(file.transcript)}: ${shorten(coding.quote, QUOTE_SHOWN)}`;
}
