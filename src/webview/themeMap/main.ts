import './themeMap.css';
import { html } from '../common/dom.js';
import { openPort } from '../common/port.js';
import { postMade } from '../common/postMade.js';
import { pictureFile } from './files.js';
import { type Shown, shownOf } from './model.js';
import { makePicture } from './picture.js';
import type { FromPage, MapView, PictureFormat, ToPage } from './protocol.js';
import { makeTable } from './table.js';
import { makeToolbar } from './toolbar.js';
import { captionOf } from './words.js';

const port = openPort<FromPage, ToPage, MapView>();
let state: Extract<ToPage, { type: 'state' }> | undefined;
let shown: Shown | undefined;
let view: Partial<MapView> = port.recall();

/** Who reads with their ears gets the table at once. */
const hasTable = (): boolean => view.hasTable ?? document.body.classList.contains('vscode-using-screen-reader');

const open = (key: string): void => port.post({ type: 'open', key });
const picture = makePicture(view.zoom, { open, moved: zoom => remember({ zoom }) });
const table = makeTable(open);
const toolbar = makeToolbar({
  look: change => {
    remember(change);
    render();
  },
  coder: coder => port.post({ type: 'coder', coder }),
  fit: () => picture.showAll(),
  save: format => port.post({ type: 'save', format }),
});
const empty = html('div', { class: 'empty', role: 'status', hidden: true });
const caption = html('div', { class: 'caption-line muted' });
const content = html('main', { class: 'content' }, picture.element, table.element);
document.body.append(toolbar.element, content, empty, caption);

port.start(message => {
  if (message.type === 'draw') {
    void save(message.format);
    return;
  }
  state = message;
  render();
});

function render(): void {
  if (state === undefined) return;
  shown = shownOf(state, view);
  const isEmpty = shown.map.nodes.length === 0;
  for (const part of [toolbar.element, content, caption]) part.hidden = isEmpty;
  empty.hidden = !isEmpty;
  empty.replaceChildren(html('h2', {}, shown.texts.emptyTitle), html('p', {}, shown.texts.emptyText));
  if (isEmpty) return;
  table.element.hidden = !hasTable();
  toolbar.show(shown, hasTable());
  picture.show(shown);
  if (hasTable()) table.show(shown);
  caption.textContent = captionOf(shown);
}

function remember(change: Partial<MapView>): void {
  view = { ...view, ...change };
  port.remember({
    measure: view.measure,
    minimum: view.minimum,
    hasTable: hasTable(),
    zoom: view.zoom,
  });
}

/** Draws the picture as a file and hands it to the extension, which may write files. */
async function save(format: PictureFormat): Promise<void> {
  if (shown === undefined) return;
  const map = shown;
  await postMade(port.post, async () => ({ type: 'picture' as const, format, bytes: await pictureFile(map, format) }));
}
