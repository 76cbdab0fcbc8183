import type { ReviewTurn } from '../../core/analysis/reviewPassage.js';
import type { DiffPart } from '../../core/text/wordDiff.js';
import { html } from '../common/dom.js';
import type { Texts } from './protocol.js';

/** A passage within what stands around it, turn by turn. */
export function turnsOf(turns: readonly ReviewTurn[], texts: Texts): HTMLElement[] {
  return turns.map(({ speaker, before, words, after }) => {
    const isHere = words.length > 0;
    const label = speaker === undefined ? undefined : html('b', { class: 'who' }, `${speaker}: `);
    const said = isHere ? html('mark', { class: 'here' }, ...words.map(part => partOf(part, texts))) : undefined;
    return html('p', { class: isHere ? 'turn here' : 'turn' }, label, before, said, after);
  });
}

/** Words that are gone are struck, words that came are underlined; both are said to who does not see that. */
function partOf({ text, kind }: DiffPart, texts: Texts): HTMLElement | string {
  if (kind === 'same') return text;
  const said = html('span', { class: 'unseen' }, kind === 'gone' ? texts.oldWords : texts.newWords);
  return html(kind === 'gone' ? 'del' : 'ins', {}, said, text);
}

/** The old turns with their words as compared with a place. */
export function comparedWith(
  old: readonly ReviewTurn[],
  oldWords: readonly (readonly DiffPart[])[] | undefined,
): readonly ReviewTurn[] {
  return oldWords === undefined ? old : old.map((turn, i) => ({ ...turn, words: oldWords[i] ?? turn.words }));
}
