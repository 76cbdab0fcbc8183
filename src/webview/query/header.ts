import { button } from '../common/controls.js';
import { html } from '../common/dom.js';
import { type MenuLine, openMenu } from '../common/menu.js';
import type { ExportFormat, SavedQuestion, Texts } from './protocol.js';

/** What can be done from the head of the page. */
export interface HeaderActions {
  save(): void;
  openSaved(question: SavedQuestion): void;
  export(format: ExportFormat): void;
}

/** What the head of the page shows. */
export interface HeaderModel {
  readonly study: string;
  readonly saved: readonly SavedQuestion[];
  /** Whether there is a question that can be saved, and an answer that can be exported. */
  readonly canSave: boolean;
  readonly canExport: boolean;
}

/** The head of the page: the study, the saved questions, and what can be done with the question and its answer. */
export class Header {
  readonly element = html('header', { class: 'page-head' });
  private model: HeaderModel | undefined;
  private readonly study = html('p', { class: 'path' });
  private controls: { save: { disabled: boolean }; export: { disabled: boolean } } | undefined;

  constructor(private readonly actions: HeaderActions) {}

  show(model: HeaderModel, texts: Texts): void {
    this.model = model;
    this.controls ??= this.build(texts);
    this.study.textContent = model.study;
    this.controls.save.disabled = !model.canSave;
    this.controls.export.disabled = !model.canExport;
  }

  private build(texts: Texts) {
    const saved = button(`${texts.saved} ▾`, () => this.openSaved(saved.element, texts));
    const save = button(texts.save, () => this.actions.save());
    const exporting = button(`${texts.export} ▾`, () => this.openExport(exporting.element, texts));
    for (const { element } of [saved, exporting]) element.setAttribute('aria-haspopup', 'menu');
    this.element.replaceChildren(
      this.study,
      html(
        'div',
        { class: 'title' },
        html('h1', {}, texts.title),
        html('span', { class: 'spacer' }),
        html('div', { class: 'offers' }, saved.element, save.element, exporting.element),
      ),
    );
    return { save, export: exporting };
  }

  private openSaved(from: HTMLElement, texts: Texts): void {
    const saved = this.model?.saved ?? [];
    const lines = saved.map(one => ({ label: one.title, run: () => this.actions.openSaved(one) }));
    const none: MenuLine = { label: texts.noSaved, run: () => undefined };
    openBelow(from, lines.length === 0 ? [none] : lines);
  }

  private openExport(from: HTMLElement, texts: Texts): void {
    const line = (label: string, format: ExportFormat): MenuLine => ({ label, run: () => this.actions.export(format) });
    openBelow(from, [line(texts.exportCsv, 'csv'), line(texts.exportMd, 'md'), line(texts.exportJson, 'json')]);
  }
}

function openBelow(from: HTMLElement, lines: readonly MenuLine[]): void {
  const { left, bottom } = from.getBoundingClientRect();
  openMenu(lines, { x: left, y: bottom + 2 }, () => from.focus());
}
