import { thresholds } from '../../core/report/mapLinks.js';
import { button, type Choice, type Control, checkbox, dropdown } from '../common/controls.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { Shown } from './model.js';
import type { MapView, PictureFormat } from './protocol.js';

/** What a person may ask for in the toolbar. */
export interface ToolbarEvents {
  look(view: Partial<Pick<MapView, 'measure' | 'minimum' | 'hasTable'>>): void;
  coder(coder: string | undefined): void;
  fit(): void;
  save(format: PictureFormat): void;
}

/** The row of controls above the map. */
export interface Toolbar {
  readonly element: HTMLElement;
  show(shown: Shown, hasTable: boolean): void;
}

/** Stands for “everybody” where a coder could be chosen: no coder's name begins with a full stop. */
const ALL = '.all';

/** Makes the toolbar. Its controls are made anew only when what can be chosen changed, so that an open list stays open. */
export function makeToolbar(events: ToolbarEvents): Toolbar {
  const element = html('div', { class: 'toolbar', role: 'toolbar' });
  let known = '';
  let update: (shown: Shown, hasTable: boolean) => void = () => undefined;
  return {
    element,
    show: (shown, hasTable) => {
      const links = linkChoices(shown);
      const coders = coderChoices(shown);
      const choices = JSON.stringify([links, coders, shown.texts]);
      if (choices !== known) update = fill(element, shown, links, coders, events);
      known = choices;
      update(shown, hasTable);
    },
  };
}

function fill(
  element: HTMLElement,
  { texts, map }: Shown,
  links: readonly Choice[],
  coders: readonly Choice[],
  events: ToolbarEvents,
): (shown: Shown, hasTable: boolean) => void {
  const measures = [
    { value: 'participants', label: texts.participants },
    { value: 'excerpts', label: texts.excerpts },
  ];
  const measure = dropdown(texts.sizeBy, measures, 'participants', value =>
    // The strengths of links mean something else then.
    events.look({ measure: value === 'excerpts' ? 'excerpts' : 'participants', minimum: undefined }),
  );
  const minimum = dropdown(texts.links, links, '0', value => events.look({ minimum: Number(value) }));
  const coder = dropdown(texts.coder, coders, ALL, value => events.coder(value === ALL ? undefined : value));
  const table = checkbox(texts.table, false, hasTable => events.look({ hasTable }));
  const fit = button(texts.fit, events.fit, { title: texts.fitTitle });
  const asSvg = button(texts.saveSvg, () => events.save('svg'));
  const asPng = button(texts.savePng, () => events.save('png'));
  const shownControls: Control<unknown>[] = [
    measure,
    ...(map.links.length > 0 ? [minimum] : []),
    ...(map.coders.length > 1 ? [coder] : []),
    table,
  ];
  element.replaceChildren(
    ...shownControls.map(control => control.element),
    html('span', { class: 'space' }),
    ...[fit, asSvg, asPng].map(control => control.element),
  );
  return (shown, hasTable) => {
    measure.value = shown.measure;
    minimum.value = String(shown.minimum);
    coder.value = shown.coder ?? ALL;
    table.value = hasTable;
  };
}

/** None, all, and every strength that leaves fewer than the one before. */
function linkChoices({ map, measure, minimum, texts }: Shown): Choice[] {
  const strengths = thresholds(map.links, measure);
  const choices = strengths.map(({ minimum: value, count }, i) => ({
    value: String(value),
    label: i === 0 ? filled(texts.allLinks, count) : filled(texts.linksFrom, value, count),
  }));
  const none = { value: '0', label: texts.noLinks };
  // A strength chosen before the last change may be gone.
  const isThere = minimum === 0 || strengths.some(strength => strength.minimum === minimum);
  const kept = isThere ? [] : [{ value: String(minimum), label: filled(texts.linksFrom, minimum, 0) }];
  return [none, ...choices, ...kept];
}

function coderChoices({ map, texts }: Shown): Choice[] {
  return [{ value: ALL, label: texts.allCoders }, ...map.coders.map(coder => ({ value: coder, label: coder }))];
}
