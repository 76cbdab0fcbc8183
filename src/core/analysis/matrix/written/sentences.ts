import type { Counted, LeftOut, Matrix } from '../matrix.js';
import { countOf } from './countedTable.js';

/** What is counted in a matrix, in a sentence. */
export const WHAT_COUNTS: Readonly<Record<Counted, string>> = {
  participants:
    'Counted are the participants who speak in the excerpts, each once; interviewers and undeclared speakers are not counted.',
  excerpts: 'Counted are excerpts, each once; who said it counts first.',
  words: 'Counted are the words said by whom row and column are about; what two codings share counts once.',
};

/** What is counted where codes meet. */
export const WHAT_MEETS =
  'Participants are those who speak in a passage of one code and in one of the other where these meet; passages of one code that overlap count as one.';

/** “9 participants, 21 excerpts and 840 words”. */
export function totalSentence({ total: { participants, people, excerpts, words } }: Matrix): string {
  const who =
    people === undefined
      ? countOf(participants.length, 'participant')
      : `${participants.length} of ${countOf(people, 'participant')}`;
  return `${who}, ${countOf(excerpts.length, 'excerpt')}, ${countOf(words, 'word')}.`;
}

/** What is in no cell, and why; empty where nothing is left out. */
export function leftSentence({ inDoubt, elsewhere }: LeftOut, elsewhereBecause: string): string {
  const parts = [
    ...(inDoubt > 0
      ? [`${countOf(inDoubt, 'excerpt')} in doubt ${inDoubt === 1 ? 'has' : 'have'} no certain place`]
      : []),
    ...(elsewhere > 0
      ? [`${countOf(elsewhere, 'excerpt')} ${elsewhere === 1 ? 'is' : 'are'} ${elsewhereBecause}`]
      : []),
  ];
  return parts.length === 0 ? '' : `Not counted: ${parts.join('; ')}.`;
}

/** Why excerpts may be in no cell of a matrix. */
export const NO_ROW_OR_COLUMN = 'in no row or no column';
/** Why excerpts may be in no meeting. */
export const NO_CODE_OR_TURN = 'of no code that counts, or in no turn';
