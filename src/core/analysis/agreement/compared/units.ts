import { inPieces, type Pacing } from '../../../pieces.js';
import { common, type Span } from '../../../text/span.js';
import { sentencesOf } from '../../../transcript/sentence.js';
import type { CorpusTranscript } from '../../corpus/corpus.js';
import type { AgreementUnit } from '../agreement.js';
import type { AgreementTexts } from '../texts.js';
import { type Piece, Ruler } from './ruler.js';

/**
 * What of a transcript is compared: what was said (labels and the space between turns are nothing one could code), and of that what is in
 * scope where only that is asked for. A sentence or turn that is in scope in part counts with that part.
 * @param scope in order and apart; undefined: everything
 */
export async function rulerOf(
  transcript: CorpusTranscript,
  unit: AgreementUnit,
  scope: readonly Span[] | undefined,
  texts: AgreementTexts,
  pacing: Pick<Pacing, 'pause'> = {},
): Promise<Ruler> {
  const bodies = transcript.turns.map(({ body }) => body).filter(({ start, end }) => start < end);
  const said = scope === undefined ? bodies : common(bodies, scope);
  const turns = ownersOf(said, bodies);
  if (unit === 'character') return byCharacter(said, turns);
  if (unit === 'turn') return byWhole(said, turns, turns);
  const text = await texts.transcript(transcript.path);
  const sentences = text === undefined ? [] : await inPieces(sentencesOf(text), pacing);
  const pieces = common(sentences, said);
  return byWhole(pieces, ownersOf(pieces, sentences), ownersOf(pieces, bodies));
}

function byCharacter(pieces: readonly Span[], turns: readonly number[]): Ruler {
  let units = 0;
  const placed: Piece[] = [];
  for (const span of pieces) {
    placed.push({ span, unit: units });
    units += span.end - span.start;
  }
  return new Ruler(units, placed, blocksOf(placed, turns), true);
}

/** @param wholes for each piece what it is a piece of, ascending */
function byWhole(pieces: readonly Span[], wholes: readonly number[], turns: readonly number[]): Ruler {
  let units = 0;
  const placed = pieces.map((span, i): Piece => {
    if (i === 0 || wholes[i] !== wholes[i - 1]) units++;
    return { span, unit: units - 1 };
  });
  return new Ruler(units, placed, blocksOf(placed, turns), false);
}

/** The first unit of each turn. */
function blocksOf(pieces: readonly Piece[], turns: readonly number[]): number[] {
  return pieces.flatMap(({ unit }, i) => (i === 0 || turns[i] !== turns[i - 1] ? [unit] : []));
}

/** For each piece, in order, the index of the whole that it is in. */
function ownersOf(pieces: readonly Span[], wholes: readonly Span[]): number[] {
  let owner = 0;
  return pieces.map(({ start }) => {
    while ((wholes[owner]?.end ?? Number.POSITIVE_INFINITY) <= start) owner++;
    return owner;
  });
}
