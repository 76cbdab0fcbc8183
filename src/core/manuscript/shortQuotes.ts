import type { Shown } from '../memos/shown.js';
import { type Attributed, lastNamed } from './attribution.js';
import { place, type Reading, spanOf } from './blockQuotes.js';
import { piecesOf, SAID } from './pieces.js';
import type { Attribution, Quotation } from './quotation.js';
import { type Quoted, quotedIn } from './quoteMarks.js';

/** Where a sentence ends: marks, what closes behind them, and a new sentence. */
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|cf|vs|Dr|Mr|Mrs|Ms|Prof))[.!?]["”’»)\]]*\s+(?=["“‘„«([]*[\p{Lu}\p{Lo}])/gu;
/** What may stand between two quotations that share the attribution behind the second: `“tired”, “angry” and “sad” (PP3)`. */
const AND = /^[\s,;]*(?:and|or|&|as well as|und|et|y|og|en)?\s*$/u;

type Found = Attributed & { readonly start: number; readonly end: number; readonly leads: boolean };

/** The words between quotation marks in a paragraph, each with who said it, where the sentence says so. */
export function shortQuotations(shown: Shown, under: readonly string[], reading: Reading): Quotation[] {
  const { text } = shown;
  const marked = quotedIn(text);
  const behind = marked.map((quoted, i) => attributionBehind(text, quoted, marked[i + 1], reading));
  // From the end: those that share an attribution take that of the next.
  for (let i = marked.length - 2; i >= 0; i--) {
    const between = text.slice((marked[i] as Quoted).end, (marked[i + 1] as Quoted).start);
    if (behind[i] === undefined && AND.test(between)) behind[i] = behind[i + 1];
  }
  return marked.flatMap((quoted, i) => {
    const pieces = piecesOf(shown, quoted.start + 1, quoted.end - 1, reading.points);
    if (!pieces.some(piece => piece.kind === 'words' && SAID.test(piece.text))) return [];
    const found =
      behind[i] ??
      namedBefore(text, quoted, marked, behind, reading) ??
      namedBehind(text, quoted, marked[i + 1], reading);
    const attribution: Attribution | undefined = found && placed(found, shown, reading);
    const span = spanOf(shown, quoted, reading.points);
    return [
      {
        kind: 'short' as const,
        pieces,
        ...(attribution === undefined ? {} : { attribution }),
        span,
        line: reading.lineOf(span.start),
        under,
      },
    ];
  });
}

/** Whether each of several quotations in a paragraph has its attribution behind it: `“tired” (PP3) and “sad” (NP4)`. */
export function hasSeveralAttributed({ text }: Shown, reading: Reading): boolean {
  const marked = quotedIn(text);
  return marked.filter((quoted, i) => attributionBehind(text, quoted, marked[i + 1], reading) !== undefined).length > 1;
}

const placed = ({ leads, ...found }: Found, shown: Shown, { points }: Reading): Attribution =>
  place(found, shown, points, leads);

/** `(PP3, peer practitioner)` or `[PP3]` right behind the closing mark. */
function attributionBehind(
  text: string,
  { end }: Quoted,
  next: Quoted | undefined,
  { attributions }: Reading,
): Found | undefined {
  const rest = text.slice(end, next?.start);
  const match = /^([.,;:!?…、。]?\s*)[([（［]([^()[\]（）［］]{1,160})[)\]）］]/u.exec(rest);
  const inBrackets = match && attributions.read(match[2] as string);
  if (match && inBrackets) {
    const start = end + (match[1] as string).length;
    return { ...inBrackets, start, end: end + match[0].length, leads: false };
  }
  const dashed = /^[.,;:!?…]?\s*(?:[—–―]|--+)\s*([^—–\n]{1,160})$/u.exec(rest);
  const atEnd = next === undefined && dashed ? attributions.readBare(dashed[1] as string) : undefined;
  return atEnd && { ...atEnd, start: end + rest.search(/[—–―-]/u), end: text.length, leads: false };
}

/** The participant named last before it in the same sentence; a name that is the attribution of other words is none. */
function namedBefore(
  text: string,
  { start }: Quoted,
  marked: readonly Quoted[],
  behind: readonly (Found | undefined)[],
  { attributions }: Reading,
): Found | undefined {
  let from = 0;
  for (const { index, 0: mark } of text.slice(0, start + 1).matchAll(SENTENCE_END))
    if (!marked.some(quoted => quoted.start < index && index + mark.length < quoted.end)) from = index + mark.length;
  const taken = [...marked, ...behind.filter(one => one !== undefined)];
  const names = attributions
    .named(text.slice(from, start))
    .map(({ index, ...named }) => ({ ...named, index: from + index }))
    .filter(({ index }) => !taken.some(one => one.start <= index && index < one.end));
  const last = lastNamed(names, text);
  return last && { ...last, leads: true };
}

/** `“…,” said PP3`: a name behind at most two words of the same sentence, before other words are quoted. */
function namedBehind(
  text: string,
  { end }: Quoted,
  next: Quoted | undefined,
  { attributions }: Reading,
): Found | undefined {
  const sentence = text.slice(end).search(/[.!?](?:\s|$)/u);
  const to = sentence === -1 ? text.length : end + sentence;
  if (next !== undefined && next.start < to) return undefined;
  const rest = text.slice(end, to);
  const [first] = attributions.named(rest);
  if (first === undefined || !/^[,;]?\s+(?:[\p{L}]+\s+){0,2}$/u.test(rest.slice(0, first.index))) return undefined;
  const start = end + first.index;
  return { participant: first.name, person: first.person, start, end: start + first.name.length, leads: false };
}
