import { button, type Control, checkbox, dropdown } from '../common/controls.js';
import { html } from '../common/dom.js';
import { COUNTS, FIGURES, pick, SHAPES } from './kinds.js';
import type { FigureChoice, FigureChoices, FigureFormat, FiguresState } from './protocol.js';
import { makeThreshold } from './threshold.js';

/** What a person may ask for above the picture. */
export interface ToolbarEvents {
  choose(choices: Partial<FigureChoices>): void;
  /** Draws links from so many passages on. */
  minimum(minimum: number): void;
  save(format: FigureFormat): void;
}

/** The controls above the picture. */
export interface FiguresToolbar {
  readonly element: HTMLElement;
  show(state: FiguresState, minimum: number | undefined): void;
}

/** Stands for “all rows”: no key of a row begins like this. */
const ALL = '\u0000';

/** Makes the controls. They are made anew only when what can be chosen changed, so that an open list stays open. */
export function makeToolbar(events: ToolbarEvents): FiguresToolbar {
  const element = html('div', { class: 'toolbar', role: 'toolbar' });
  let known = '';
  let update: (state: FiguresState, minimum: number | undefined) => void = () => undefined;
  return {
    element,
    show: (state, minimum) => {
      const now = JSON.stringify(whatCanBeChosen(state));
      if (now !== known) update = fillToolbar(element, state, events);
      known = now;
      update(state, minimum);
    },
  };
}

function whatCanBeChosen(state: FiguresState): unknown {
  const { figure, shape } = state.choices;
  const { axes, transcripts, hasScope, texts } = state;
  return [figure, shape === 'whole', axes, transcripts, hasScope, rowChoices(state), linkRange(state), texts];
}

function fillToolbar(element: HTMLElement, state: FiguresState, events: ToolbarEvents) {
  const { texts, axes, transcripts, hasScope, choices } = state;
  const { figure } = choices;
  const updates: ((state: FiguresState, minimum: number | undefined) => void)[] = [];
  const choice = <K extends keyof FigureChoices>(
    key: K,
    label: string,
    offered: readonly FigureChoice[],
    read: (value: string) => FigureChoices[K],
  ): HTMLElement => {
    const shown = (of: FigureChoices): string => String(of[key] ?? ALL);
    const control: Control<string> = dropdown(label, offered, shown(choices), value =>
      events.choose({ [key]: read(value) }),
    );
    updates.push(({ choices: now }) => {
      control.value = shown(now);
    });
    return control.element;
  };
  const text = (value: string): string => value;
  const isMatrix = figure === 'heat' || figure === 'bars';
  const range = figure === 'network' ? linkRange(state) : undefined;
  const parts: (HTMLElement | undefined)[] = [
    choice('figure', texts.figure, named(FIGURES, texts.figures), value => pick(FIGURES, value)),
    isMatrix ? choice('rows', figure === 'bars' ? texts.bars : texts.rows, axes, text) : undefined,
    figure === 'heat' ? choice('columns', texts.columns, axes, text) : undefined,
    figure === 'bars'
      ? choice('shape', texts.shape, named(SHAPES, texts.shapes), value => pick(SHAPES, value))
      : undefined,
    figure === 'bars' ? choice('columns', texts.partsBy, axes, text) : undefined,
    figure === 'bars'
      ? choice('row', texts.only, rowChoices(state), value => (value === ALL ? undefined : value))
      : undefined,
    isMatrix
      ? choice('counted', texts.count, named(COUNTS, texts.words.counted), value => pick(COUNTS, value))
      : undefined,
    figure === 'network' ? choice('unit', texts.meet, texts.units, text) : undefined,
    figure === 'along' ? choice('transcript', texts.transcript, transcripts, text) : undefined,
  ];
  if (range !== undefined) {
    const threshold = makeThreshold(texts, range, events.minimum);
    updates.push((_, minimum) => threshold.show(minimum));
    parts.push(threshold.element);
  }
  if ((isMatrix || figure === 'network') && hasScope) {
    const scope = checkbox(texts.inScope, choices.inScope, inScope => events.choose({ inScope }));
    updates.push(({ choices: now }) => {
      scope.value = now.inScope;
    });
    parts.push(scope.element);
  }
  const save = (title: string, format: FigureFormat): HTMLElement =>
    button(`${format.toUpperCase()}…`, () => events.save(format), { title }).element;
  element.replaceChildren(
    ...parts.filter(part => part !== undefined),
    html('span', { class: 'space' }),
    html(
      'div',
      { class: 'saves', role: 'group', 'aria-label': texts.saveAs },
      html('span', { class: 'caption', 'aria-hidden': 'true' }, texts.saveAs),
      ...[save(texts.saveSvg, 'svg'), save(texts.savePng, 'png'), save(texts.saveCsv, 'csv')],
    ),
  );
  return (now: FiguresState, minimum: number | undefined): void => {
    for (const one of updates) one(now, minimum);
  };
}

function named<K extends string>(keys: readonly K[], labels: Readonly<Record<K, string>>): FigureChoice[] {
  return keys.map(value => ({ value, label: labels[value] }));
}

function rowChoices({ data, texts, choices }: FiguresState): FigureChoice[] {
  if (choices.figure !== 'bars' || data.is !== 'matrix') return [];
  return [{ value: ALL, label: texts.allRows }, ...data.matrix.rows.map(({ key, label }) => ({ value: key, label }))];
}

/** The most passages that a link has; undefined where there is none to choose among. */
function linkRange({ data }: FiguresState): number | undefined {
  if (data.is !== 'network') return undefined;
  const most = data.network.links.reduce((all, { passages }) => Math.max(all, passages), 0);
  return most > 1 ? most : undefined;
}
