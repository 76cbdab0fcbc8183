import * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { publicAgreement } from '../../core/report/disclosure/publicAgreement.js';
import { publicCorpus } from '../../core/report/disclosure/publicCorpus.js';
import { whyNoAgreement } from '../../core/study/stance.js';
import type { AgreementChoices, AgreementFormat, FromPage, ToPage } from '../../webview/agreement/protocol.js';
import { Disposables } from '../common/disposables.js';
import { inTurns } from '../common/turns.js';
import { revealBeside } from '../excerpts/besidePage.js';
import { Command } from '../ids.js';
import { CorpusReading } from '../pages/corpusReading.js';
import type { Page, PageContent } from '../pages/page.js';
import { PagePicture } from '../pages/pagePicture.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Colleagues } from '../visibility/colleagues.js';
import { AgreementWork } from './agreementWork.js';
import type { ChosenAgreement } from './choices.js';
import { type ComparedCorpus, codersIn, drawnAgreement, shownAgreement } from './shown.js';
import { agreementTexts, nothingToCompare, notInThisStudy, notWhileHidden } from './texts.js';

/** How far the coders of one study agree, as its page sees it; compared again whenever the study changes. */
export class AgreementContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = agreementTexts();
  private readonly reading: CorpusReading;
  private readonly work: AgreementWork;
  private readonly file: PagePicture;

  constructor(
    private readonly opened: OpenStudy,
    corpus: CorpusOfStudy,
    private readonly chosen: ChosenAgreement,
    private readonly colleagues: Colleagues,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.reading = new CorpusReading(corpus, page);
    this.work = new AgreementWork(opened, page);
    this.file = new PagePicture(opened, agreementFile());
    this.disposables.add(
      corpus,
      this.reading,
      corpus.onDidChange(() => page.refresh()),
      colleagues.onDidChange(() => page.refresh()),
    );
  }

  dispose(): void {
    this.work.giveUp();
    this.file.giveUp();
    this.disposables.dispose();
  }

  async state(cancellation: Cancellation): Promise<ToPage | undefined> {
    const answer = await this.compared();
    if ('type' in answer) return answer;
    return inTurns(shownAgreement(this.opened.name, answer, this.texts), cancellation);
  }

  /** What was compared, or why nothing is shown. */
  private async compared(): Promise<ComparedCorpus | ToPage> {
    const why = whyNoAgreement(this.opened.study.config) ?? this.hiding();
    if (why !== undefined) return typeof why === 'string' ? notInThisStudy(why) : why;
    const corpus = await this.reading.read();
    const choices = this.chosen.of(this.opened);
    const compared = await this.work.compare(corpus, choices);
    // Something else was chosen meanwhile, or the study has changed: half of a comparison is nothing to show, and nothing to save.
    if (compared === undefined) return this.compared();
    // What was hidden meanwhile must not be in an answer that was begun before.
    const hidden = this.hiding();
    if (hidden !== undefined) return hidden;
    const { agreement } = compared;
    const isNothing =
      agreement.rows.length === 0 && choices.coders.length === 0 && corpus.complete && agreement.complete;
    if (isNothing) return nothingToCompare(codersIn(corpus), corpus.transcripts.length > 0);
    return { corpus, choices, ...compared };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'choose':
        return this.choose(message.choices);
      case 'reveal':
        return revealBeside(this.page.panel, { ...message, opened: this.opened });
      case 'offer':
        await vscode.commands.executeCommand(Command[message.does]);
        return;
      case 'cancel':
        this.reading.stop();
        this.work.stop();
        return;
      case 'goOn':
        this.reading.goOn();
        this.page.refresh();
        return;
      case 'save':
        await this.draw(message.format, undefined);
        return;
      case 'file':
        return this.file.save(message.format, message.bytes);
      case 'failed':
        this.file.giveUp();
        throw new Error(message.message);
    }
  }

  /** Compares something else, or shows it another way. */
  async choose(choices: Partial<AgreementChoices>): Promise<void> {
    await this.chosen.choose(this.opened, choices);
    this.page.refresh();
  }

  /** Asks the page for its picture or table and saves it; answers where it is, or undefined where nothing was saved. */
  draw(format: AgreementFormat, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    return this.file.draw(async say => {
      const inside = await this.compared();
      if ('type' in inside) {
        await this.page.post(inside);
        return false;
      }
      const open = await inTurns(publicCorpus(inside.corpus));
      const outside = { ...inside, corpus: open.corpus, agreement: publicAgreement(inside.agreement, open) };
      const heldBack = heldBackStatement(open.held);
      const state = drawnAgreement(open.text(this.opened.name), outside, this.texts);
      say(heldBack);
      await this.page.post({ type: 'draw', format, state, heldBack });
      return true;
    }, target);
  }

  /** Why nothing can be said as long as colleagues are hidden from the person; undefined where they are not. */
  private hiding(): ToPage | undefined {
    if (this.opened.hidden === '') return undefined;
    const rounds = this.colleagues.areHidden ? [] : this.colleagues.roundsIn(this.opened.study);
    return notWhileHidden(rounds.map(({ name }) => name));
  }
}

const agreementFile = () => ({
  suffix: 'agreement',
  title: vscode.l10n.t('Save the Agreement'),
  saved: (name: string) => vscode.l10n.t('$(check) The agreement is saved as {0}.', name),
});
