import { button, type Control, checkbox, dropdown } from '../common/controls.js';
import { html } from '../common/dom.js';
import type { AgreementChoice, AgreementChoices, AgreementFormat, AgreementState } from './protocol.js';

/** What a person may ask for above the figures. */
export interface ToolbarEvents {
  choose(choices: Partial<AgreementChoices>): void;
  save(format: AgreementFormat): void;
}

/** The controls above the figures. */
export interface AgreementToolbar {
  readonly element: HTMLElement;
  show(state: AgreementState): void;
}

type Update = (choices: AgreementChoices) => void;

/** Makes the controls. They are made anew only when what can be chosen changed, so that an open list stays open. */
export function makeToolbar(events: ToolbarEvents): AgreementToolbar {
  const element = html('div', { class: 'toolbar', role: 'toolbar' });
  let known = '';
  let updates: readonly Update[] = [];
  return {
    element,
    show: state => {
      const now = JSON.stringify([state.offers, state.texts]);
      if (now !== known) updates = fillToolbar(element, state, events);
      known = now;
      for (const update of updates) update(state.choices);
    },
  };
}

function fillToolbar(
  element: HTMLElement,
  { offers, texts, choices }: AgreementState,
  events: ToolbarEvents,
): Update[] {
  const updates: Update[] = [];
  const choice = <K extends 'unit' | 'rows' | 'measure'>(
    key: K,
    label: string,
    offered: readonly AgreementChoice<AgreementChoices[K]>[],
  ): HTMLElement => {
    const control: Control<string> = dropdown(label, offered, choices[key], value => {
      const found = offered.find(one => one.value === value);
      if (found !== undefined) events.choose({ [key]: found.value });
    });
    updates.push(now => {
      control.value = now[key];
    });
    return control.element;
  };
  const parts = [
    choice('unit', texts.compare, offers.units),
    choice('rows', texts.rows, offers.rows),
    choice('measure', texts.measure, offers.measures),
  ];
  if (offers.coders.length > 0) parts.push(codersOf(offers.coders, texts.coders, choices, events, updates));
  if (offers.hasScope) {
    const scope = checkbox(texts.inScope, choices.inScope, inScope => events.choose({ inScope }));
    updates.push(now => {
      scope.value = now.inScope;
    });
    parts.push(scope.element);
  }
  const save = (title: string, format: AgreementFormat): HTMLElement =>
    button(`${format.toUpperCase()}…`, () => events.save(format), { title }).element;
  element.replaceChildren(
    ...parts,
    html('span', { class: 'space' }),
    html(
      'div',
      { class: 'saves', role: 'group', 'aria-label': texts.saveAs },
      html('span', { class: 'caption', 'aria-hidden': 'true' }, texts.saveAs),
      ...[save(texts.saveSvg, 'svg'), save(texts.savePng, 'png'), save(texts.saveCsv, 'csv')],
    ),
  );
  return updates;
}

/** A box for each coder; two of them stay, as fewer have nobody to agree with. */
function codersOf(
  coders: readonly string[],
  label: string,
  { coders: chosen }: AgreementChoices,
  events: ToolbarEvents,
  updates: Update[],
): HTMLElement {
  const isIn = (coder: string, among: readonly string[]): boolean => among.length === 0 || among.includes(coder);
  const boxes = coders.map(coder => checkbox(coder, isIn(coder, chosen), () => changed(coder)));
  const changed = (coder: string): void => {
    const now = coders.filter((_, i) => boxes[i]?.value);
    const box = boxes[coders.indexOf(coder)];
    if (now.length >= 2) events.choose({ coders: now.length === coders.length ? [] : now });
    else if (box !== undefined) box.value = true;
  };
  updates.push(({ coders: now }) => {
    for (const [i, coder] of coders.entries()) {
      const box = boxes[i];
      if (box !== undefined) box.value = isIn(coder, now);
    }
  });
  return html(
    'div',
    { class: 'coders', role: 'group', 'aria-label': label },
    html('span', { class: 'caption', 'aria-hidden': 'true' }, label),
    ...boxes.map(({ element }) => element),
  );
}
