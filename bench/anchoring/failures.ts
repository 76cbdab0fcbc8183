import type { Span } from '../../src/core/text/span.js';
import type { Case } from './cases.js';
import type { Version } from './version.js';

const AROUND = 60;
const LONGEST = 400;

/** A case that was not right, to be read: what was coded, where it is, and what was answered. */
export function describeFailure(
  { edit, transcript, excerpt, record, truth, answer, verdict, first, now, isOffered }: Case,
  seed: number,
): string {
  const repeated = excerpt.isRepeated ? ', repeated' : '';
  const offered = isOffered === undefined ? '' : isOffered ? ', true place offered' : ', true place not offered';
  return [
    `✗ ${verdict}: ${edit.name}, ${excerpt.length}${repeated}${offered}  (--seed ${seed} --transcript ${transcript} --edit "${edit.name}", at ${record.at.join('–')})`,
    `  coded   ${shown(first, excerpt.span)}`,
    `  true    ${truth.stretch === undefined ? 'deleted' : shown(now, truth.stretch)}${truth.isTorn ? ' (torn apart)' : ''}`,
    ...(truth.piece === undefined ? [] : [`  or      ${shown(now, truth.piece)}`]),
    `  answer  ${answer.span === undefined ? `review, ${answer.candidates.length} candidates` : shown(now, answer.span)}`,
    ...(answer.span === undefined ? answer.candidates.slice(0, 3).map(one => `  offers  ${shown(now, one)}`) : []),
  ].join('\n');
}

/** A place in its surroundings, on one line. */
function shown({ points }: Version, { start, end }: Span): string {
  const line = (text: string): string => text.replaceAll('\n', '⏎');
  const inside = line(points.slice(start, end));
  const short = inside.length > LONGEST ? `${inside.slice(0, LONGEST / 2)} … ${inside.slice(-LONGEST / 2)}` : inside;
  return `${start}–${end} …${line(points.slice(Math.max(0, start - AROUND), start))}⟦${short}⟧${line(points.slice(end, end + AROUND))}…`;
}
