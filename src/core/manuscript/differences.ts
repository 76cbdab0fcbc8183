import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';
import type { Difference } from './checked.js';
import type { Near, Step } from './near.js';
import type { SaidToken } from './pattern.js';
import type { PlacedPiece } from './quotation.js';

/** What a quotation says otherwise than the passage that comes nearest, in the order of the quotation. */
export function differencesOf(near: Near, pieces: readonly PlacedPiece[], points: CodePoints): Difference[] {
  const where = new WrittenPlaces(pieces, points);
  const differences: Difference[] = [];
  const { steps, said } = near;
  // Each word is looked for behind the one before.
  for (const { token } of steps) if (token !== undefined) where.of(token);
  for (const { from, to } of changedRuns(steps)) {
    const run = steps.slice(from, to);
    const tokens = run.map(({ token }) => token).filter(token => token !== undefined);
    const places = run.map(({ place }) => place).filter(place => place !== undefined);
    const before = steps.slice(0, from).findLast(({ token }) => token !== undefined)?.token;
    const [first, last] = [tokens[0], tokens.at(-1)];
    const beside = steps.slice(0, from).findLast(({ place }) => place !== undefined)?.place ?? 0;
    const span =
      first === undefined || last === undefined
        ? where.behind(before)
        : { start: where.of(first).start, end: where.of(last).end };
    differences.push({
      piece: first?.piece ?? before?.piece ?? 0,
      here: first === undefined ? '' : points.slice(span.start, span.end).replace(/\s+/gu, ' '),
      there: places.length === 0 ? '' : said.textOf(places[0] as number, places.at(-1) as number),
      span,
      line: said.lineOf(places[0] ?? beside),
    });
  }
  return differences;
}

/** Runs of steps that are not the same; two with a single word between them are one, as for words that were swapped. */
function changedRuns(steps: readonly Step[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [i, { isSame, token }] of steps.entries()) {
    if (isSame) continue;
    const last = runs.at(-1);
    const isNext = last !== undefined && (last.to === i || (last.to === i - 1 && steps[i - 1]?.token?.kind === 'word'));
    // Words of two pieces have something between them that is no difference.
    const isOnePiece = last !== undefined && pieceOf(steps, last.to - 1) === (token?.piece ?? pieceOf(steps, i));
    if (last !== undefined && isNext && isOnePiece) last.to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  }
  return runs;
}

const pieceOf = (steps: readonly Step[], at: number): number | undefined =>
  steps.slice(0, at + 1).findLast(({ token }) => token !== undefined)?.token?.piece;

/** Where the words of a quotation are written in the manuscript. */
class WrittenPlaces {
  private readonly places = new Map<SaidToken, Span>();
  private piece = -1;
  private at = 0;

  constructor(
    private readonly pieces: readonly PlacedPiece[],
    private readonly points: CodePoints,
  ) {}

  /** Asked in the order of the text. Where a word is written with marks within, its whole piece. */
  of(token: SaidToken): Span {
    const known = this.places.get(token);
    if (known !== undefined) return known;
    const whole = this.pieces[token.piece]?.span ?? { start: 0, end: 0 };
    if (token.piece !== this.piece) this.at = this.points.toUtf16(whole.start);
    this.piece = token.piece;
    const end = this.points.toUtf16(whole.end);
    const found = placeOf(this.points.text, token, this.at, end);
    if (found === undefined) return whole;
    this.at = found + token.written.length;
    const span = { start: this.points.fromUtf16(found), end: this.points.fromUtf16(this.at) };
    this.places.set(token, span);
    return span;
  }

  behind(token: SaidToken | undefined): Span {
    const end = token === undefined ? (this.pieces[0]?.span.start ?? 0) : this.of(token).end;
    return { start: end, end };
  }
}

function placeOf(text: string, { written, kind }: SaidToken, from: number, end: number): number | undefined {
  const isPart = (index: number): boolean => /[\p{L}\p{N}]/u.test(text[index] ?? '');
  for (
    let at = text.indexOf(written, from);
    at !== -1 && at + written.length <= end;
    at = text.indexOf(written, at + 1)
  )
    if (kind !== 'word' || (!isPart(at - 1) && !isPart(at + written.length)) || at === from) return at;
  return undefined;
}
