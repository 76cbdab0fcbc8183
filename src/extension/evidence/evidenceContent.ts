import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { evidenceAbout } from '../../core/analysis/evidence/entryEvidence.js';
import { type EntryEvidence, MARKS } from '../../core/analysis/evidence/evidence.js';
import { allOf, term } from '../../core/analysis/matrix/questions.js';
import { formatQuery } from '../../core/analysis/query/format.js';
import type { Cancellation } from '../../core/ports.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { publicCorpus } from '../../core/report/disclosure/publicCorpus.js';
import { publicEvidence } from '../../core/report/disclosure/publicEvidence.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import type { FromPage, ToPage } from '../../webview/evidence/protocol.js';
import { Disposables } from '../common/disposables.js';
import { inTurns } from '../common/turns.js';
import { columnBeside, revealBeside } from '../excerpts/besidePage.js';
import { Command } from '../ids.js';
import { CorpusReading } from '../pages/corpusReading.js';
import type { Page, PageContent } from '../pages/page.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { CodeReference } from '../themes/register.js';
import { copyEvidence, type EvidenceTarget, saveEvidence } from './saveEvidence.js';
import { shownEvidence } from './shown.js';
import { goneTexts, nobodyTexts } from './texts.js';

/** Who said a theme or code, as its page sees it; counted again whenever the study changes. */
export class EvidenceContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly reading: CorpusReading;
  private shown: { readonly evidence: EntryEvidence; readonly corpus: Corpus } | undefined;

  /** @param code id of the theme or code, as it was when the page was opened */
  constructor(
    private readonly opened: OpenStudy,
    private readonly code: string,
    private readonly corpora: CorpusOfStudy,
    private readonly page: Page<ToPage, FromPage>,
  ) {
    this.reading = new CorpusReading(corpora, page);
    this.disposables.add(
      corpora,
      this.reading,
      corpora.onDidChange(() => page.refresh()),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async state(cancellation: Cancellation): Promise<ToPage | undefined> {
    const corpus = await this.reading.read();
    const entry = corpus.study.codebook.find(this.code);
    const evidence = entry && (await inTurns(evidenceAbout(entry, corpus), cancellation));
    if (cancellation.cancelled) return undefined;
    this.shown = evidence && { evidence, corpus };
    if (evidence === undefined) return goneTexts();
    const { title } = evidence.entry;
    this.page.panel.title = vscode.l10n.t('Who Said It: {0}', title);
    if (evidence.all.people === 0 && corpus.complete) return nobodyTexts(title);
    return inTurns(shownEvidence(evidence, corpus), cancellation);
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'ask':
        return this.ask(message.participant);
      case 'session':
        return this.openSession(message.transcript);
      case 'open':
        return this.openExcerpt(message.id);
      case 'mark':
        return this.mark(message.id);
      case 'showExcerpts':
        return this.showExcerpts();
      case 'copy':
        return this.copy();
      case 'save':
        await this.save();
        return;
      case 'undo':
      case 'redo':
        await vscode.commands.executeCommand(Command[message.type]);
        return;
      case 'cancel':
        this.reading.stop();
        return;
      case 'readAll':
        this.reading.goOn();
        this.page.refresh();
    }
  }

  /** Saves all there is to say, also where reading for the page was stopped; answers where it is, or undefined where nothing was saved. */
  async save(target?: EvidenceTarget): Promise<vscode.Uri | undefined> {
    const found = await this.whole();
    return found && saveEvidence(this.opened, found.evidence, found.heldBack, target);
  }

  private async copy(): Promise<void> {
    const found = await this.whole();
    if (found !== undefined) await copyEvidence(found.evidence, found.heldBack);
  }

  /** As it may leave. @throws DisclosureRefused where the policy cannot be followed */
  private async whole(): Promise<{ evidence: EntryEvidence; heldBack: readonly string[] } | undefined> {
    const corpus = this.shown?.corpus.complete ? this.shown.corpus : await this.corpora.read();
    const entry = corpus.study.codebook.find(this.code);
    if (entry === undefined) return undefined;
    const smallestCell = corpus.study.config.disclosure?.smallestCell ?? 0;
    const open = await inTurns(publicCorpus(corpus));
    const { evidence, held } = await inTurns(publicEvidence(open, smallestCell, entry));
    const [one] = evidence;
    return one && { evidence: one, heldBack: heldBackStatement(held) };
  }

  private async ask(participant: string): Promise<void> {
    if (this.shown === undefined) return;
    const { corpus, evidence } = this.shown;
    const scope = corpus.hasScope ? [term('is', 'in-scope')] : [];
    const query = formatQuery(allOf(term('code', evidence.entry.id), term('participant', participant), ...scope));
    await vscode.commands.executeCommand(Command.askData, { query, opened: this.opened });
  }

  /** Only what the page was told of is opened. */
  private async openSession(path: string): Promise<void> {
    if (!this.shown?.corpus.transcripts.some(transcript => transcript.path === path)) return;
    const uri = this.opened.uri(path);
    await vscode.window.showTextDocument(uri, { viewColumn: columnBeside(this.page.panel, uri) });
  }

  private async openExcerpt(id: string): Promise<void> {
    const excerpts = MARKS.flatMap(mark => this.shown?.evidence.excerpts[mark] ?? []);
    const excerpt = excerpts.find(({ coding }) => coding.id === id);
    if (excerpt === undefined) return;
    await revealBeside(this.page.panel, { opened: this.opened, transcript: excerpt.transcript.path, id }, true);
  }

  private async mark(id: string): Promise<void> {
    const { opened } = this;
    if (opened.seen.index.has(id)) await vscode.commands.executeCommand(Command.markEvidence, { opened, id });
    if (this.page.panel.active) this.page.panel.reveal();
  }

  private async showExcerpts(): Promise<void> {
    const code = this.shown?.evidence.entry.id;
    if (code === undefined) return;
    const reference: CodeReference = { uri: this.opened.uri(CODEBOOK_FILE).toString(), code };
    await vscode.commands.executeCommand(Command.showExcerpts, reference);
  }
}
