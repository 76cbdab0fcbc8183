import './report.css';
import { documentDocx } from '../../core/report/document/docx/documentDocx.js';
import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { NoticeBar } from '../common/noticeBar.js';
import { PageOrMessage } from '../common/pageOrMessage.js';
import { openPort } from '../common/port.js';
import { previewOf } from './preview.js';
import type { FromPage, ReportTexts, ReportView, ToPage } from './protocol.js';

const port = openPort<FromPage, ToPage, ReportView>();
const remembered = port.recall().scroll;
let state: Extract<ToPage, { type: 'state' }> | undefined;

const toolbar = html('div', { class: 'toolbar', role: 'toolbar' });
const notice = new NoticeBar();
const read = html('div', { class: 'read' });
const page = html('main', { class: 'page', hidden: true }, toolbar, notice.element, read);
const seen = new PageOrMessage(page, notice);
read.addEventListener('scroll', () => port.remember({ scroll: read.scrollTop }), { passive: true });

port.start(received => {
  switch (received.type) {
    case 'state': {
      const scroll = state === undefined ? (remembered ?? 0) : read.scrollTop;
      if (state === undefined) fillToolbar(received.texts);
      state = received;
      seen.showPage();
      notice.say('', []);
      read.replaceChildren(previewOf(received.document, received.texts));
      read.scrollTop = scroll;
      return;
    }
    case 'nothing':
      state = undefined;
      seen.showNothing(received);
      return;
    case 'reading':
      seen.showReading(received, () => port.post({ type: 'cancel' }));
  }
});

function fillToolbar(texts: ReportTexts): void {
  const buttons = [
    button(texts.saveDocx, () => void saveDocx()),
    button(texts.saveHtml, () => port.post({ type: 'save', format: 'html' })),
    button(texts.saveMarkdown, () => port.post({ type: 'save', format: 'md' })),
  ];
  toolbar.replaceChildren(html('span', { class: 'space' }), ...buttons.map(({ element }) => element));
}

/** Makes the file and hands it to the extension, which may write files. */
async function saveDocx(): Promise<void> {
  if (state === undefined) return;
  try {
    port.post({ type: 'docx', bytes: await documentDocx(state.document) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    port.post({ type: 'failed', message: `${state.texts.docxFailed} ${reason}` });
  }
}
