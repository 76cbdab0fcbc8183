import { CODES, type PlainCoding, type PlainStudy, type PlainTranscript, type Range, ROLES } from './anyStudy.js';

/** What is counted of one theme or code: ids, sorted. */
export interface ByHand {
  readonly said: readonly string[];
  readonly against: readonly string[];
  readonly silent: readonly string[];
  readonly excerpts: number;
  readonly contradicting: number;
}

/**
 * Counts who said it as one would with pencil and paper: one person after the other, one transcript after the other.
 * @param only of these transcripts alone, who belongs to the sample by them
 */
export function countByHand(study: PlainStudy, entry: string, only: readonly PlainTranscript[], role?: string): ByHand {
  const said: string[] = [];
  const against: string[] = [];
  const silent: string[] = [];
  for (const id of Object.keys(ROLES).sort()) {
    if (role !== undefined && (ROLES[id] ?? '').toLowerCase() !== role) continue;
    let isHere = false;
    let contradicts = false;
    let other = false;
    for (const transcript of only) {
      if (!speaksInScope(study, transcript, id)) continue;
      isHere = true;
      for (const coding of counted(study, transcript, entry)) {
        if (!turnsIn(coding).some(turn => transcript.turns[turn] === id)) continue;
        if (coding.mark === 'contradicts') contradicts = true;
        else other = true;
      }
    }
    if (!isHere) continue;
    (other ? said : contradicts ? against : silent).push(id);
  }
  const all = only.flatMap(transcript => counted(study, transcript, entry));
  return {
    said,
    against,
    silent,
    excerpts: all.length,
    contradicting: all.filter(({ mark }) => mark === 'contradicts').length,
  };
}

function speaksInScope({ hasScope }: PlainStudy, { turns, scope }: PlainTranscript, id: string): boolean {
  return turns.some((speaker, turn) => speaker === id && (!hasScope || isScoped(scope, turn)));
}

function counted({ hasScope }: PlainStudy, { codings, scope }: PlainTranscript, entry: string): PlainCoding[] {
  return codings.filter(coding => {
    if (CODES[entry]?.includes(coding.code) !== true) return false;
    return !hasScope || turnsIn(coding).some(turn => isScoped(scope, turn));
  });
}

const isScoped = (scope: readonly Range[], turn: number): boolean =>
  scope.some(({ from, to }) => from <= turn && turn <= to);

function turnsIn({ from, to }: Range): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
