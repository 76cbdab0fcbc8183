import './history.css';
import type { StackBy } from '../../core/report/timelineFigures.js';
import { timelineSvg } from '../../core/report/timelineSvg.js';
import type { TimelineRow } from '../../core/review/timeline.js';
import { button, dropdown } from '../common/controls.js';
import { html } from '../common/dom.js';
import { openPort } from '../common/port.js';
import { postMade } from '../common/postMade.js';
import { toPng } from '../common/toPng.js';
import { makeChart } from './chart.js';
import { makeDetails } from './details.js';
import { makeLife } from './lifeList.js';
import type { ShownTimeline } from './model.js';
import type { FromPage, HistoryTexts, HistoryView, PictureFormat, ToPage, VersionDetails } from './protocol.js';
import { makeVersions } from './versions.js';

const port = openPort<FromPage, ToPage, HistoryView>();
let view: Partial<HistoryView> = port.recall();
let shown: ShownTimeline | undefined;
let details: VersionDetails | undefined;

const openLife = (kind: 'code' | 'theme', id: string): void => port.post({ type: 'life', kind, id });
const open = (version: number, key?: string): void =>
  port.post({ type: 'open', version, ...(key === undefined ? {} : { key }) });

const toolbar = html('div', { class: 'toolbar', role: 'toolbar' });
const chart = makeChart(choose);
const versions = makeVersions(view.sort, { choose, open, sorted: sort => remember({ sort }) });
const about = makeDetails({ open, life: openLife });
const caption = html('p', { class: 'caption-line muted' });
const timeline = html(
  'main',
  { class: 'timeline', hidden: true },
  toolbar,
  chart.element,
  caption,
  html('div', { class: 'below' }, versions.element, about.element),
);
const life = makeLife({
  open: (version, key) => open(version, key),
  life: openLife,
  timeline: () => port.post({ type: 'showTimeline' }),
  at: event => remember({ event }),
});
life.element.hidden = true;
const message = html('div', { class: 'empty', role: 'status' });
document.body.append(timeline, life.element, message);

port.start(received => {
  switch (received.type) {
    case 'timeline':
      if (JSON.stringify(received.texts) !== JSON.stringify(shown?.texts)) fillToolbar(received.texts);
      shown = received;
      details = undefined;
      only(timeline);
      render();
      port.post({ type: 'choose', version: chosen() });
      return;
    case 'details':
      details = received;
      if (shown !== undefined && details.version === chosen()) about.show(shown, details);
      return;
    case 'life':
      only(life.element);
      life.show(received, view.event);
      return;
    case 'nothing':
      only(message);
      message.replaceChildren(html('h2', {}, received.heading), html('p', {}, received.text));
      return;
    case 'reading':
      // What is there already stays until the new is whole.
      if (timeline.hidden && life.element.hidden) message.replaceChildren(html('p', {}, received.text));
      return;
    case 'draw':
      void save(received.format);
  }
});

function only(part: HTMLElement): void {
  for (const each of [timeline, life.element, message]) each.hidden = each !== part;
}

function by(): StackBy {
  return view.by ?? 'coder';
}

/** The chosen version; the last one as long as nobody chose, or where that is no more. */
function chosen(): number {
  const rows = shown?.timeline.rows ?? [];
  const at = rows.findLastIndex(row => nameOf(row) === view.chosen);
  return at === -1 ? rows.length - 1 : at;
}

/** By what a version is remembered: others may come before it. */
function nameOf(row: TimelineRow | undefined): string {
  return row?.saved?.id ?? '';
}

function render(): void {
  if (shown === undefined) return;
  caption.textContent = [shown.texts.caption, ...(shown.isCutOff ? [shown.texts.cutOff] : []), shown.texts.keys].join(
    ' ',
  );
  chart.show(shown, by(), chosen());
  versions.show(shown, by(), chosen());
  about.show(shown, details);
}

function choose(version: number): void {
  if (version === chosen() && details?.version === version) return;
  if (shown === undefined) return;
  remember({ chosen: nameOf(shown.timeline.rows[version]) });
  chart.show(shown, by(), version);
  versions.show(shown, by(), version);
  port.post({ type: 'choose', version });
}

function fillToolbar(texts: HistoryTexts): void {
  const choices = [
    { value: 'coder', label: texts.coder },
    { value: 'theme', label: texts.theme },
  ];
  const stack = dropdown(texts.stackBy, choices, by(), value => {
    remember({ by: value === 'theme' ? 'theme' : 'coder' });
    render();
  });
  const asSvg = button(texts.saveSvg, () => port.post({ type: 'save', format: 'svg' }));
  const asPng = button(texts.savePng, () => port.post({ type: 'save', format: 'png' }));
  toolbar.replaceChildren(stack.element, html('span', { class: 'space' }), asSvg.element, asPng.element);
}

function remember(change: Partial<HistoryView>): void {
  view = { ...view, ...change };
  port.remember({ by: view.by, chosen: view.chosen, sort: view.sort, event: view.event });
}

/** Draws the picture as a file and hands it to the extension, which may write files. */
async function save(format: PictureFormat): Promise<void> {
  if (shown === undefined) return;
  const { texts, title, now, timeline: drawn } = shown;
  await postMade(port.post, async () => {
    const picture = timelineSvg(drawn, {
      ...{ by: by(), names: texts, now, caption: texts.caption },
      title: `${title}: ${texts.pictureTitle}`,
    });
    const bytes = new TextEncoder().encode(picture.text);
    return {
      type: 'picture' as const,
      format,
      bytes: format === 'svg' ? bytes : await toPng(bytes, picture, texts.pngFailed),
    };
  });
}
