import type { Composition } from '../../core/manuscript/compose/composition.js';
import * as compose from '../../core/manuscript/compose/composition.js';
import type { Passage, WordRange } from '../../core/manuscript/compose/passage.js';
import type { QuoteTexts } from './protocol.js';

/** What a button, or its key, does to the words that are selected; `ask`: after something was typed. */
export interface WordAction {
  readonly name:
    | 'leaveOut'
    | 'takeIn'
    | 'wholeTurn'
    | 'sic'
    | 'changeCase'
    | 'lastMark'
    | 'restore'
    | 'clarify'
    | 'redact';
  readonly key: string;
  readonly run?: (composition: Composition, range: WordRange, passage: Passage) => Composition;
}

/** In the order of the buttons. */
export const WORD_ACTIONS: readonly WordAction[] = [
  { name: 'leaveOut', key: 'X', run: compose.leaveOut },
  { name: 'sic', key: 'S', run: compose.markSic },
  { name: 'clarify', key: 'C' },
  { name: 'redact', key: 'R' },
  { name: 'changeCase', key: 'L', run: compose.changeCase },
  { name: 'lastMark', key: '.', run: compose.toggleLastMark },
  { name: 'takeIn', key: 'T', run: compose.takeIn },
  { name: 'wholeTurn', key: 'W', run: (composition, _, passage) => withTurns(composition, passage) },
  { name: 'restore', key: 'Z', run: compose.restore },
];

/** The turns that the quotation has something of, whole; what is left out within it stays so. */
function withTurns(composition: Composition, { words }: Passage): Composition {
  const turns = [words[composition.from]?.turn, words[composition.to - 1]?.turn];
  const from = words.findIndex(({ turn }) => turn === turns[0]);
  const to = words.findLastIndex(({ turn }) => turn === turns[1]) + 1;
  return { ...composition, from: Math.min(from, composition.from), to: Math.max(to, composition.to) };
}

/** Why what was typed cannot stand between brackets, in words; empty: it can. */
export function whyNot(kind: 'clarify' | 'redact', text: string, texts: QuoteTexts): string {
  const problem = kind === 'clarify' ? compose.insertionProblem(text) : compose.redactionProblem(text);
  if (problem === undefined || problem === 'empty') return '';
  if (kind === 'redact') return texts.noRedaction;
  return problem === 'redaction' ? texts.insertionIsRedaction : texts.noInsertion;
}
