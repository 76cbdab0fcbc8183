import { measuresIn } from '../../core/report/figures/agreementData.js';
import { html } from '../common/dom.js';
import type { AgreementState } from './protocol.js';

/** What stands above the figures. */
export interface AgreementHead {
  readonly element: HTMLElement;
  show(state: AgreementState): void;
}

/** Makes the head: what one is to know first, and, to be opened, what is compared and what each figure means. */
export function makeHead(): AgreementHead {
  const said = html('p', { class: 'said' });
  const apart = html('details', {});
  const meanings = html('details', {});
  const element = html('header', { class: 'head' }, said, html('div', { class: 'more' }, apart, meanings));
  return {
    element,
    show: state => {
      const { texts, data, choices } = state;
      const { words } = texts;
      said.textContent = state.said.join(' ');
      apart.replaceChildren(
        html('summary', {}, state.apart.heading),
        html('ul', {}, ...state.apart.lines.map(line => html('li', {}, line))),
      );
      apart.hidden = state.apart.lines.length === 0;
      const shown = measuresIn(data, choices.rows).map(measure => words.measures[measure]);
      meanings.hidden = shown.length === 0;
      meanings.replaceChildren(
        html('summary', {}, texts.meanings),
        html(
          'dl',
          {},
          ...shown.flatMap(({ name, meaning, source }) => [
            html('dt', {}, name),
            html('dd', {}, meaning, ' ', html('span', { class: 'muted' }, source)),
          ]),
        ),
      );
    },
  };
}
