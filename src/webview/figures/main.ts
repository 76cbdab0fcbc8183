import './figures.css';
import type { FigureLink } from '../../core/report/figures/chart.js';
import type { Figure } from '../../core/report/figures/figure.js';
import { csvOfTable } from '../../core/report/figures/figureTable.js';
import { calmThreshold } from '../../core/report/figures/network.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { NoticeBar } from '../common/noticeBar.js';
import { openPort } from '../common/port.js';
import { postMade } from '../common/postMade.js';
import { toPng } from '../common/toPng.js';
import { makeAsking } from './asking.js';
import { pictureFile } from './draw/file.js';
import { captionOf, figureOf } from './model.js';
import { makePicture } from './picture.js';
import type { FiguresDrawing, FiguresState, FiguresView, FromPage, ToPage } from './protocol.js';
import { makeFigureTable } from './table.js';
import { makeToolbar } from './toolbar.js';

/** So many columns of a heat map have room beside the table. */
const MOST_BESIDE = 10;

const port = openPort<FromPage, ToPage, FiguresView>();
let view: Partial<FiguresView> = port.recall();
let state: FiguresState | undefined;
let figure: Figure | undefined;

const open = (link: FigureLink): void => {
  if ('query' in link) port.post({ type: 'ask', query: link.query });
  else if ('coding' in link) port.post({ type: 'reveal', transcript: link.transcript, id: link.coding });
};
const toolbar = makeToolbar({
  choose: choices => port.post({ type: 'choose', choices }),
  minimum: minimum => look({ minimum }),
  save: format => port.post({ type: 'save', format }),
});
const asking = makeAsking(query => port.post({ type: 'choose', choices: { query } }));
const notice = new NoticeBar();
const picture = makePicture(open);
const table = makeFigureTable({
  sorted: sort => {
    if (state === undefined) return;
    const { [state.choices.figure]: _, ...others } = view.sorts ?? {};
    look({ sorts: sort === undefined ? others : { ...others, [state.choices.figure]: sort } });
  },
  open,
});
const content = html('main', { class: 'content', hidden: true }, picture.element, table.element);
const message = html('div', { class: 'empty', role: 'status' });
toolbar.element.hidden = true;
asking.element.hidden = true;
notice.element.hidden = true;
document.body.append(toolbar.element, asking.element, notice.element, content, message);

port.start(received => {
  switch (received.type) {
    case 'state':
      state = received;
      render();
      return;
    case 'reading':
      reading(received.text, received.cancel);
      return;
    case 'draw':
      void draw(received);
  }
});

function look(change: Partial<FiguresView>): void {
  view = { ...view, ...change };
  port.remember({ sorts: view.sorts ?? {}, minimum: view.minimum, isWhole: view.isWhole ?? false });
  render();
}

/** What is there already stays until the new is whole. */
function reading(text: string, cancel: string): void {
  if (state !== undefined) return;
  const stop = button(cancel, () => port.post({ type: 'cancel' }));
  const line = message.querySelector('p');
  if (line === null) message.replaceChildren(html('p', {}, text), stop.element);
  else line.textContent = text;
}

function render(): void {
  if (state === undefined) return;
  const { data, choices, texts } = state;
  figure = figureOf(state, view);
  const isEmpty = figure === undefined || figure.isEmpty;
  toolbar.element.hidden = false;
  toolbar.show(state, data.is === 'network' ? (view.minimum ?? calmThreshold(data.network)) : undefined);
  asking.show(state);
  content.hidden = isEmpty;
  message.hidden = !isEmpty;
  content.className = `content ${shapeOf(state, figure)}`;
  sayWhatIsShown();
  if (figure === undefined || isEmpty) {
    const { heading, text } = data.is === 'nothing' ? data : { heading: texts.emptyTitle, text: texts.emptyText };
    message.replaceChildren(html('h2', {}, heading), html('p', {}, text));
    return;
  }
  picture.show(figure, captionOf(figure, state));
  table.show(figure, view.sorts?.[choices.figure], texts.tableKeys);
}

/** Many columns need the whole width, so that the table stands below; long texts in the table need half of it. */
function shapeOf({ data, choices }: FiguresState, shown: Figure | undefined): 'stacked' | 'halves' | '' {
  if (data.is !== 'matrix') return 'halves';
  const columns = shown?.shown?.columns ?? data.matrix.columns.length;
  return choices.figure === 'heat' && columns > MOST_BESIDE ? 'stacked' : '';
}

/** Where not all is there, how much of it is. */
function sayWhatIsShown(): void {
  if (state === undefined) return;
  const { texts, isComplete } = state;
  const shown = figure?.shown;
  if (!isComplete) notice.say(texts.stopped, [[texts.readAll, () => port.post({ type: 'readAll' })]]);
  else if (shown !== undefined) {
    const rows = filled(texts.shownRows, shown.rows, shown.of);
    const words =
      shown.columns === undefined
        ? rows
        : filled(texts.shownBoth, shown.rows, shown.of, shown.columns, shown.ofColumns ?? 0);
    notice.say(words, [[texts.showAll, () => look({ isWhole: true })]]);
  } else notice.say('');
}

/** Makes a file of the picture or its table and hands it to the extension, which may write files. */
async function draw({ format, state: of, heldBack }: FiguresDrawing): Promise<void> {
  const shown = figureOf(of, view);
  if (shown === undefined || shown.isEmpty) {
    port.post({ type: 'failed', message: of.texts.emptyTitle });
    return;
  }
  const file = async (): Promise<Uint8Array> => {
    if (format === 'csv') {
      // Who goes on computing wants all of it.
      const whole = figureOf(of, { ...view, isWhole: true }) ?? shown;
      const sort = shown.isFixed ? undefined : (view.sorts?.[of.choices.figure] ?? shown.order);
      return new TextEncoder().encode(csvOfTable(whole.table, sort));
    }
    const made = pictureFile(shown, `${of.title}: ${shown.title}`, captionOf(shown, of), heldBack);
    return format === 'svg' ? made.bytes : toPng(made.bytes, made, of.texts.pngFailed);
  };
  await postMade(port.post, async () => ({ type: 'file' as const, format, bytes: await file() }));
}
