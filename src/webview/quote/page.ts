import type { Composition } from '../../core/manuscript/compose/composition.js';
import { insert, redact, replace } from '../../core/manuscript/compose/composition.js';
import { type Draft, draftResult } from '../../core/manuscript/compose/draft.js';
import { button, type Control } from '../common/controls.js';
import { html } from '../common/dom.js';
import { Help } from '../common/help.js';
import { openMenu } from '../common/menu.js';
import { NoticeBar } from '../common/noticeBar.js';
import type { Port } from '../common/port.js';
import { WORD_ACTIONS, type WordAction } from './actions.js';
import { type Asked, Asking } from './asking.js';
import type { FromPage, QuoteState, QuoteTexts, ToPage } from './protocol.js';
import { Steps } from './steps.js';
import { StyleBar } from './styleBar.js';
import { Words } from './words.js';

/** The making of a quotation: the words of a passage, what is done to them, and what comes of it. */
export class QuotePage {
  private state: QuoteState | undefined;
  private steps: Steps | undefined;
  private readonly words = new Words(() => this.update());
  private readonly asking = new Asking(
    asked => this.asked(asked),
    () => this.words.focus(),
  );
  private readonly style = new StyleBar(draft => this.go(draft));
  private readonly notice = new NoticeBar();
  private readonly tools = html('div', { class: 'tools', role: 'toolbar' });
  private readonly source = html('button', { class: 'link source', type: 'button' });
  private readonly resultKind = html('span', { class: 'muted' });
  private readonly result = html('pre', { class: 'result', tabindex: 0 });
  private readonly target = html('span', { class: 'target muted' });
  private readonly foot = html('div', { class: 'foot' });
  private readonly heading = html('h2');
  private readonly page = html(
    'main',
    { class: 'page', hidden: true },
    this.notice.element,
    html('div', { class: 'passage' }, this.source, this.tools, this.words.element, this.asking.element),
    html(
      'section',
      { class: 'outcome' },
      html('div', { class: 'outcome-head' }, this.heading, this.resultKind),
      this.result,
      this.style.element,
    ),
    this.foot,
  );
  private readonly message = html('div', { class: 'empty', role: 'status' });
  private buttons = new Map<WordAction['name'] | 'undo' | 'redo' | 'put' | 'copy', Control<string>>();
  private readonly help = new Help(() => this.words.focus());

  constructor(private readonly port: Port<FromPage, ToPage, object>) {
    document.body.append(this.page, this.message);
    this.source.addEventListener('click', () => port.post({ type: 'showPassage' }));
    document.addEventListener('keydown', event => {
      if (this.onKey(event)) event.preventDefault();
    });
    port.start(message => this.receive(message));
  }

  private receive(message: ToPage): void {
    if (message.type === 'state') {
      this.show(message);
      return;
    }
    if (message.type === 'reading' && this.state !== undefined) {
      this.notice.say(message.text, [[message.cancel, () => this.port.post({ type: 'cancel' })]]);
      return;
    }
    this.state = undefined;
    this.page.hidden = true;
    this.message.hidden = false;
    if (message.type === 'nothing')
      this.message.replaceChildren(html('h2', {}, message.heading), html('p', {}, message.text));
    else
      this.message.replaceChildren(
        html('p', {}, message.text),
        button(message.cancel, () => this.port.post({ type: 'cancel' })).element,
      );
  }

  private show(state: QuoteState): void {
    const { key, texts } = state;
    const isOther = key !== this.state?.key;
    if (JSON.stringify(texts) !== JSON.stringify(this.state?.texts)) this.fill(texts);
    if (isOther || this.steps === undefined) this.steps = new Steps(state.draft);
    this.state = state;
    this.page.hidden = false;
    this.message.hidden = true;
    this.notice.say(state.notice);
    this.source.textContent = state.source;
    this.source.title = texts.showPassage;
    this.target.textContent = state.target;
    const put = this.buttons.get('put');
    if (put !== undefined) put.value = state.isEdit ? texts.replace : texts.put;
    this.draw();
    if (isOther) this.words.focus();
  }

  private fill(texts: QuoteTexts): void {
    const act = (action: WordAction) =>
      button(texts[action.name], () => this.act(action), { title: `${texts[action.name]} (${action.key})` });
    this.buttons = new Map(WORD_ACTIONS.map(action => [action.name, act(action)]));
    this.buttons.set(
      'undo',
      button(texts.undo, () => this.undo(), { title: `${texts.undo} (Ctrl+Z)` }),
    );
    this.buttons.set(
      'redo',
      button(texts.redo, () => this.redo(), { title: `${texts.redo} (Ctrl+Y)` }),
    );
    const help = button('?', () => this.help.open({ title: texts.keysTitle, keys: texts.keys, close: texts.close }), {
      title: texts.keysTitle,
    });
    help.element.setAttribute('aria-label', texts.keysTitle);
    this.tools.setAttribute('aria-label', texts.words);
    this.tools.replaceChildren(...[...this.buttons.values()].map(({ element }) => element), help.element);
    this.buttons.set(
      'put',
      button(texts.put, () => this.finish('put'), { kind: 'primary', title: 'Ctrl+Enter' }),
    );
    this.buttons.set(
      'copy',
      button(texts.copy, () => this.finish('copy')),
    );
    const other = button(texts.otherManuscript, () => this.port.post({ type: 'otherManuscript' }));
    const [put, copy] = [this.buttons.get('put'), this.buttons.get('copy')];
    this.foot.replaceChildren(
      ...[put, copy, other].flatMap(control => (control === undefined ? [] : [control.element])),
      this.target,
    );
    this.heading.textContent = texts.result;
    this.result.setAttribute('aria-label', texts.result);
    this.style.fill(texts);
  }

  private draw(): void {
    const { state, steps } = this;
    if (state === undefined || steps === undefined) return;
    const draft = steps.now;
    this.words.show(state.key, state.passage, draft.composition, state.texts);
    this.style.show(draft, state.isEdit);
    const made = draftResult(state.passage, state.names, draft);
    const { texts } = state;
    this.result.textContent = made?.text ?? texts.noWords;
    this.result.classList.toggle('problem', made === undefined);
    const kind = made?.kind === 'block' ? texts.resultBlock : texts.resultShort;
    this.resultKind.textContent = made === undefined ? '' : kind.replace('{0}', String(made.words));
    for (const name of ['put', 'copy'] as const) this.enable(name, made !== undefined);
    this.update();
  }

  /** What can be done depends on what is selected. */
  private update(): void {
    const { state, steps } = this;
    if (state === undefined || steps === undefined) return;
    for (const action of WORD_ACTIONS) {
      const after = action.run?.(steps.now.composition, this.words.range, state.passage);
      const { from, to } = steps.now.composition;
      const isInside = this.words.range.from < to && this.words.range.to > from;
      const isOther = JSON.stringify(after) !== JSON.stringify(steps.now.composition);
      this.enable(action.name, after === undefined ? isInside : isOther);
    }
    this.enable('undo', steps.canUndo);
    this.enable('redo', steps.canRedo);
  }

  private enable(name: WordAction['name'] | 'undo' | 'redo' | 'put' | 'copy', isOn: boolean): void {
    const control = this.buttons.get(name);
    if (control === undefined || control.disabled === !isOn) return;
    const hadFocus = control.element.matches(':focus, :focus-within');
    control.disabled = !isOn;
    // A button that can no longer be pressed gives the keyboard back.
    if (hadFocus && !isOn) this.words.focus();
  }

  private act(action: WordAction): void {
    const { state, steps } = this;
    if (state === undefined || steps === undefined || this.buttons.get(action.name)?.disabled) return;
    if (action.name === 'clarify') this.asking.open('clarify', state.texts);
    else if (action.name === 'redact') this.chooseLabel(state);
    else if (action.run !== undefined) this.compose(action.run(steps.now.composition, this.words.range, state.passage));
  }

  private chooseLabel({ labels, texts }: QuoteState): void {
    const lines = labels.map(label => ({
      label: `[${label}]`,
      run: () => this.asked({ kind: 'redact', text: label, isInstead: true }),
    }));
    const other = { label: texts.redactOther, run: () => this.asking.open('redact', texts) };
    const place = this.buttons.get('redact')?.element.getBoundingClientRect();
    openMenu([...lines, other], { x: place?.left ?? 0, y: place?.bottom ?? 0 }, () => this.words.focus());
  }

  private asked({ kind, text, isInstead }: Asked): void {
    const composition = this.steps?.now.composition;
    if (composition === undefined) return;
    const { range } = this.words;
    if (kind === 'redact') this.compose(redact(composition, range, text));
    else this.compose(isInstead ? replace(composition, range, text) : insert(composition, range.from, text));
  }

  private compose(composition: Composition): void {
    if (this.steps !== undefined) this.go({ ...this.steps.now, composition });
  }

  private go(draft: Draft): void {
    if (this.steps?.go(draft)) this.changed();
  }

  private undo(): void {
    if (this.steps?.undo()) this.changed();
  }

  private redo(): void {
    if (this.steps?.redo()) this.changed();
  }

  private changed(): void {
    if (this.state === undefined || this.steps === undefined) return;
    this.draw();
    this.port.post({ type: 'draft', key: this.state.key, draft: this.steps.now });
  }

  private finish(type: 'put' | 'copy'): void {
    if (this.state === undefined || this.steps === undefined || this.buttons.get(type)?.disabled) return;
    this.port.post({ type, key: this.state.key, draft: this.steps.now });
  }

  private onKey(event: KeyboardEvent): boolean {
    if (this.state === undefined || event.altKey || event.isComposing) return false;
    const key = event.key.toLowerCase();
    const isTyping =
      event.target instanceof Element && event.target.closest('vscode-text-field, dialog, .menu') !== null;
    if (isTyping) return false;
    if (event.ctrlKey || event.metaKey) {
      if (key === 'enter') this.finish('put');
      else if (key === 'z' && !event.shiftKey) this.undo();
      else if (key === 'y' || (key === 'z' && event.shiftKey)) this.redo();
      else return false;
      return true;
    }
    const isAtWords = this.words.element.contains(document.activeElement);
    if (!isAtWords) return false;
    const wanted = event.key === 'Delete' ? 'x' : event.key === 'Backspace' ? 'z' : key;
    const action = event.shiftKey ? undefined : WORD_ACTIONS.find(one => one.key.toLowerCase() === wanted);
    if (action !== undefined) this.act(action);
    else if (event.key === '?') {
      const { texts } = this.state;
      this.help.open({ title: texts.keysTitle, keys: texts.keys, close: texts.close });
    } else return false;
    return true;
  }
}
