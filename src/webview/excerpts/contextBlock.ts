import type { ContextTurn } from '../../core/analysis/excerptContext.js';
import type { ListedExcerpt } from '../../core/analysis/excerptList.js';
import { html } from '../common/dom.js';
import { marked } from '../common/excerptList/marks.js';
import { link } from '../common/link.js';
import type { ContextAnswer, Texts } from './protocol.js';
import type { RowActions } from './row.js';

/** What was asked to be seen around an excerpt. */
export interface ShownContext {
  readonly step: number;
  /** Missing until it has come; may be that of the step before until then. */
  readonly answer?: ContextAnswer | undefined;
}

/** An excerpt within what stands around it, turn by turn; or why there is nothing around it. */
export function contextBlock(
  { step, answer }: ShownContext,
  excerpt: ListedExcerpt,
  words: readonly string[],
  texts: Texts,
  actions: Pick<RowActions, 'context'>,
): HTMLElement {
  const { context } = answer ?? {};
  const more = context?.more ? link(texts.contextMore, 'C', () => actions.context(excerpt, 1)) : undefined;
  const label = step > 1 ? texts.contextLess : texts.hideContext;
  const less = link(label, 'Shift+C', () => actions.context(excerpt, -1));
  return html(
    'div',
    { class: 'context' },
    ...(context?.turns.map(turn => turnOf(turn, words)) ?? []),
    answer?.why === undefined ? undefined : html('p', { class: 'why' }, answer.why),
    html('div', { class: 'wider' }, more, less),
  );
}

function turnOf({ speaker, before, words, after }: ContextTurn, wanted: readonly string[]): HTMLElement {
  const said = words === '' ? undefined : html('mark', { class: 'here' }, ...marked(words, wanted));
  const label = speaker === undefined ? undefined : html('b', { class: 'who' }, `${speaker}: `);
  return html('p', { class: words === '' ? 'turn' : 'turn here' }, label, before, said, after);
}
