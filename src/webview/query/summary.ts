import { type Grouping, groupingsOf } from '../../core/analysis/excerptGroups.js';
import { type Control, dropdown } from '../common/controls.js';
import { html } from '../common/dom.js';
import { filled } from '../common/filled.js';
import type { Answer, Texts } from './protocol.js';
import { sentenceOf } from './sentence.js';

/** What is said of an answer before its excerpts: how many, what they are grouped by, and the command line that says the same. */
export class Summary {
  private readonly sentence = html('p', { class: 'sentence', role: 'status' });
  private readonly command = html('code', { class: 'command' });
  private readonly hint = html('p', { class: 'hint' });
  private readonly how = html('p', { class: 'how' });
  private readonly line = html('div', { class: 'summary-line' }, this.sentence);
  readonly element = html('section', { class: 'summary' }, this.line, this.hint, this.how);
  private grouping: Control<string> | undefined;
  private built = '';

  constructor(private readonly onGroup: (by: Grouping) => void) {}

  /** @param savedAs title of the saved question that asks the same */
  show(answer: Answer, grouping: Grouping, savedAs: string | undefined, texts: Texts): void {
    const sentence = answer.figures.excerpts === 0 ? texts.noHit : sentenceOf(answer.figures, texts);
    if (this.sentence.textContent !== sentence) this.sentence.textContent = sentence;
    this.hint.textContent = answer.figures.excerpts === 0 ? texts.noHitHow : '';
    const choices = groupingsOf(answer.groups);
    if (this.built !== choices.join()) {
      this.built = choices.join();
      const labels = { transcript: texts.byTranscript, participant: texts.byParticipant, code: texts.byCode };
      const offers = choices.map(value => ({ value, label: labels[value] }));
      this.grouping = dropdown(texts.groupBy, offers, grouping, value => {
        const chosen = choices.find(one => one === value);
        if (chosen !== undefined) this.onGroup(chosen);
      });
      this.line.replaceChildren(this.sentence, this.grouping.element);
    }
    if (this.grouping !== undefined) {
      this.grouping.value = grouping;
      this.grouping.element.hidden = answer.excerpts.length === 0;
    }
    this.command.textContent = answer.commandLine;
    const saved = savedAs === undefined ? undefined : html('span', {}, `${filled(texts.savedAs, savedAs)} · `);
    this.how.replaceChildren(...(saved ? [saved] : []), `${texts.commandLine} `, this.command);
  }
}
