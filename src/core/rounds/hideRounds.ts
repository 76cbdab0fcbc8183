import { hideColleagues } from '../study/seen/colleagues.js';
import type { Hiding } from '../study/seen/hiding.js';
import type { Study } from '../study/study.js';
import { isOpenFor, type Round } from './round.js';

/** The rounds that a person takes part in and is not done with, in the order they were opened. */
export function roundsOf(study: Study, me: string | undefined): Round[] {
  return me === undefined ? [] : study.rounds.all().filter(round => isOpenFor(round, me));
}

/**
 * Hides what others did on the transcripts of open rounds from somebody who takes part in them. Where a transcript of a round is gone from its path,
 * nobody can say which one it is now for certain: then what others did is hidden everywhere.
 * @param rounds those that the person takes part in
 * @returns undefined where there is none
 */
export function hideRounds(study: Study, me: string, rounds: readonly Round[]): Hiding | undefined {
  if (rounds.length === 0) return undefined;
  const transcripts = new Set(rounds.flatMap(round => round.transcripts));
  const all = hideColleagues(me);
  const isGone = (): boolean => [...transcripts].some(path => !study.exists(path));
  const key = JSON.stringify(['rounds', me, ...rounds.map(({ id }) => id)]);
  return {
    me,
    get key() {
      return isGone() ? all.key : key;
    },
    decide() {
      if (isGone()) return all.decide();
      // Of what has no transcript any more nobody knows what it was about.
      return (coder, transcript) => coder !== me && (transcript === '' || transcripts.has(transcript));
    },
  };
}
