import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { ShownVoices, Texts } from './protocol.js';

/** One field for each person: filled who said it, hatched who only spoke against it, empty who did neither. */
export function voicesBar({ said, against, silent }: ShownVoices, texts: Texts): HTMLElement {
  const fields = [...said.map(() => 'said'), ...against.map(() => 'against'), ...silent.map(() => 'silent')];
  const label = [
    filled('{0}: {1}', texts.said, said.length),
    ...(against.length === 0 ? [] : [filled('{0}: {1}', texts.against, against.length)]),
    filled('{0}: {1}', texts.silent, silent.length),
  ].join(', ');
  return html(
    'div',
    { class: 'bar', role: 'img', 'aria-label': label },
    ...fields.map(name => html('span', { class: `field ${name}` })),
  );
}
