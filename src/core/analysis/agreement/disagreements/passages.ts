import type { Span } from '../../../text/span.js';
import type { ComparedTranscript, Mark } from '../compared/compared.js';
import { stretchesOf } from '../ratings/stretches.js';

/** Codings with one code that overlap, of at least one coder, and not alike. */
export interface Passage {
  readonly marks: readonly Mark[];
  /** The units they have something of. */
  readonly at: Span;
  /** In how many of these some coders gave the code and others did not. */
  readonly units: number;
}

/** The passages of a transcript in which its coders disagree about a code, in order. */
export function passagesOf(transcript: ComparedTranscript, code: string): Passage[] {
  const marks = [...(transcript.marks.get(code)?.values() ?? [])].flat();
  const found = groupsOf(marks).map(({ marks, at }) => ({ marks, at, units: 0 }));
  let group = 0;
  for (const { start, end, given } of stretchesOf(transcript, [code], transcript.coders)) {
    if (given.every(isGiven => isGiven)) continue;
    // Passages may touch, and then one stretch has something of several.
    while ((found[group]?.at.end ?? Number.POSITIVE_INFINITY) <= start) group++;
    for (let i = group; (found[i]?.at.start ?? Number.POSITIVE_INFINITY) < end; i++) {
      const passage = found[i] as (typeof found)[number];
      passage.units += Math.min(end, passage.at.end) - Math.max(start, passage.at.start);
    }
  }
  return found.filter(({ units }) => units > 0);
}

/** Marks that share units with each other, directly or by way of others. */
function groupsOf(marks: readonly Mark[]): { marks: Mark[]; at: Span }[] {
  const groups: { marks: Mark[]; at: Span }[] = [];
  for (const mark of [...marks].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    const last = groups.at(-1);
    if (last === undefined || mark.at.start >= last.at.end) groups.push({ marks: [mark], at: mark.at });
    else {
      last.marks.push(mark);
      last.at = { start: last.at.start, end: Math.max(last.at.end, mark.at.end) };
    }
  }
  return groups;
}
