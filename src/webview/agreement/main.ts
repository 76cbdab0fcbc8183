import './agreement.css';
import { agreementTable } from '../../core/report/figures/agreementTable.js';
import type { FigureLink } from '../../core/report/figures/chart.js';
import type { Figure } from '../../core/report/figures/figure.js';
import { csvOfTable, type TableSort } from '../../core/report/figures/figureTable.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import { NoticeBar } from '../common/noticeBar.js';
import { openPort } from '../common/port.js';
import { postMade } from '../common/postMade.js';
import { toPng } from '../common/toPng.js';
import { pictureFile } from '../figures/draw/file.js';
import { makePicture } from '../figures/picture.js';
import { makeFigureTable } from '../figures/table.js';
import { makeHead } from './head.js';
import { makeList } from './list.js';
import { chosenRow, figureOf, listedOf, notesOf } from './model.js';
import type { AgreementDrawing, AgreementState, AgreementView, FromPage, ToPage } from './protocol.js';
import { makeToolbar } from './toolbar.js';

const port = openPort<FromPage, ToPage, AgreementView>();
let view: Partial<AgreementView> = port.recall();
let state: AgreementState | undefined;
let figure: Figure | undefined;

const toolbar = makeToolbar({
  choose: choices => port.post({ type: 'choose', choices }),
  save: format => port.post({ type: 'save', format }),
});
const notice = new NoticeBar();
const head = makeHead();
const picture = makePicture(choose);
const table = makeFigureTable({ sorted: sort => sortBy(sort), open: choose });
const list = makeList({
  open: ({ transcript, coding }) => port.post({ type: 'reveal', transcript, id: coding }),
  everyRow: () => look({ chosen: undefined }),
});
const upper = html('div', { class: 'upper' }, table.element, picture.element);
const content = html('main', { class: 'content', hidden: true }, upper, list.element);
const message = html('div', { class: 'empty', role: 'status' });
for (const element of [toolbar.element, notice.element, head.element]) element.hidden = true;
document.body.append(toolbar.element, notice.element, head.element, content, message);

port.start(received => {
  switch (received.type) {
    case 'state':
      state = received;
      render();
      return;
    case 'nothing':
      state = undefined;
      nothing(received);
      return;
    case 'reading':
      reading(received.text, received.cancel);
      return;
    case 'draw':
      void draw(received);
  }
});

/** A row was chosen: its disagreements are listed; once more, and all of them are again. */
function choose(link: FigureLink): void {
  if (state === undefined || !('row' in link)) return;
  const isChosen = chosenRow(state, view)?.key === link.row;
  look({ chosen: isChosen ? undefined : { kind: state.choices.rows, key: link.row } });
}

function sortBy(sort: TableSort | undefined): void {
  if (state === undefined) return;
  const { [state.choices.rows]: _, ...others } = view.sorts ?? {};
  look({ sorts: sort === undefined ? others : { ...others, [state.choices.rows]: sort } });
}

function look(change: Partial<AgreementView>): void {
  view = { ...view, ...change };
  port.remember({ sorts: view.sorts ?? {}, chosen: view.chosen, isWhole: view.isWhole ?? false });
  render();
}

/** What is there already stays until the new is whole. */
function reading(text: string, cancel: string): void {
  const stop = (): void => port.post({ type: 'cancel' });
  if (state !== undefined) {
    notice.say(text, [[cancel, stop]]);
    return;
  }
  const line = message.querySelector('p');
  if (line === null) message.replaceChildren(html('p', {}, text), button(cancel, stop).element);
  else line.textContent = text;
}

/** Nothing of what was shown before stays in sight: it may be about what must not be seen now. */
function nothing({ heading, text, offers }: Extract<ToPage, { type: 'nothing' }>): void {
  figure = undefined;
  for (const element of [toolbar.element, head.element, content]) element.hidden = true;
  notice.say('');
  message.hidden = false;
  message.replaceChildren(
    html('h2', {}, heading),
    html('p', {}, text),
    ...offers.map(
      ({ label, does }) => button(label, () => port.post({ type: 'offer', does }), { kind: 'primary' }).element,
    ),
  );
}

function render(): void {
  if (state === undefined) return;
  const { texts, choices } = state;
  figure = figureOf(state, view);
  toolbar.element.hidden = false;
  toolbar.show(state);
  head.element.hidden = false;
  head.show(state);
  content.hidden = figure.isEmpty;
  message.hidden = !figure.isEmpty;
  sayWhatIsShown(state, figure);
  if (figure.isEmpty) {
    message.replaceChildren(html('p', {}, texts.nothingCompared));
    return;
  }
  table.show(figure, view.sorts?.[choices.rows], texts.tableKeys);
  picture.show(figure, figure.caption);
  const about = chosenRow(state, view)?.label;
  list.show({ disagreements: listedOf(state, view), about, notes: notesOf(state, view), texts });
}

/** Where not all is there, how much of it is. */
function sayWhatIsShown({ texts, isComplete }: AgreementState, { shown }: Figure): void {
  if (!isComplete) notice.say(texts.stopped, [[texts.goOn, () => port.post({ type: 'goOn' })]]);
  else if (shown !== undefined)
    notice.say(filled(texts.shownRows, shown.rows, shown.of), [[texts.showAll, () => look({ isWhole: true })]]);
  else notice.say('');
}

/** Makes a file of the picture or its table and hands it to the extension, which may write files. */
async function draw({ format, state: of, heldBack }: AgreementDrawing): Promise<void> {
  const { choices, data, texts, said, title } = of;
  const shown = figureOf(of, view);
  if (shown.isEmpty) {
    port.post({ type: 'failed', message: texts.nothingToDraw });
    return;
  }
  const file = async (): Promise<Uint8Array> => {
    if (format === 'csv') {
      const whole = agreementTable(data, { kind: choices.rows, measure: choices.measure }, texts.words);
      return new TextEncoder().encode(csvOfTable(whole, view.sorts?.[choices.rows] ?? shown.order));
    }
    const made = pictureFile(shown, `${title}: ${shown.title}`, [...said, shown.caption].join(' '), heldBack);
    return format === 'svg' ? made.bytes : toPng(made.bytes, made, texts.pngFailed);
  };
  await postMade(port.post, async () => ({ type: 'file' as const, format, bytes: await file() }));
}
