import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { type Draft, draftResult } from '../../core/manuscript/compose/draft.js';
import type { ComposedQuotation } from '../../core/manuscript/compose/result.js';
import { styleUsed } from '../../core/manuscript/compose/style.js';
import { manuscriptPeople } from '../../core/manuscript/people.js';
import { DEFAULT_STYLE, type QuoteStyle } from '../../core/manuscript/style.js';
import { transcriptName } from '../../core/study/layout.js';
import type { FromPage, QuoteState, ToPage } from '../../webview/quote/protocol.js';
import { Disposables } from '../common/disposables.js';
import { announce } from '../common/report.js';
import { pointOf } from '../convert.js';
import { columnBeside } from '../excerpts/besidePage.js';
import type { ReadManuscript } from '../manuscripts/manuscriptChecks.js';
import { mayLeave } from '../manuscripts/policy.js';
import { CorpusReading } from '../pages/corpusReading.js';
import type { Page, PageContent } from '../pages/page.js';
import type { CorpusOfStudy } from '../study/corpora.js';
import type { OpenStudy } from '../study/openStudy.js';
import { attributionsOf } from './attributions.js';
import type { LastManuscript, ManuscriptTarget } from './lastManuscript.js';
import type { QuoteMemory } from './memory.js';
import { chooseManuscript } from './pickManuscript.js';
import { putQuotation, replaceQuotation } from './put.js';
import { type QuotedPassage, readSource } from './read.js';
import type { QuoteServices } from './services.js';
import type { QuoteSource } from './source.js';
import { quoteTexts, REDACTION_LABELS } from './texts.js';

/** What quoting remembers between pages. */
export interface QuoteKept {
  readonly memory: QuoteMemory;
  readonly last: LastManuscript;
}

/** A quotation in the making, as its page sees it. */
export class QuoteContent implements PageContent<ToPage, FromPage> {
  private readonly disposables = new Disposables();
  private readonly texts = quoteTexts();
  private readonly reading: CorpusReading;
  private shown:
    | { readonly state: QuoteState; readonly quoted: QuotedPassage; readonly target: ManuscriptTarget }
    | undefined;

  constructor(
    private readonly opened: OpenStudy,
    corpus: CorpusOfStudy,
    private readonly page: Page<ToPage, FromPage>,
    private readonly services: QuoteServices,
    private readonly kept: QuoteKept,
  ) {
    this.reading = new CorpusReading(corpus, page);
    const isOwn = (study: OpenStudy): void => {
      if (study === opened) page.refresh();
    };
    this.disposables.add(
      corpus,
      this.reading,
      corpus.onDidChange(() => page.refresh()),
      kept.last.onDidChange(isOwn),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** Quotes something else. */
  async quote(source: QuoteSource): Promise<void> {
    await this.kept.memory.keep(this.opened, { source });
    this.reading.goOn();
    this.page.refresh();
  }

  /** Counts the states that were asked for: what an older one found out is not kept. */
  private turn = 0;

  async state(): Promise<ToPage> {
    const turn = ++this.turn;
    const { t } = vscode.l10n;
    const { opened, kept } = this;
    const known = kept.memory.get(opened);
    const heading = t('Nothing to quote');
    if (known === undefined)
      return { type: 'nothing', heading, text: t('Choose “Quote in a Manuscript…” on a passage.') };
    const corpus = await this.reading.read();
    const quoted = await readSource(this.services, opened, known.source);
    if (typeof quoted === 'string') return { type: 'nothing', heading, text: quoted };
    const target = kept.last.target(opened);
    const { passage, transcript, line, edits } = quoted;
    const goes = await this.manuscriptOf(target);
    const at = edits?.checked.quotation.span.start ?? goes?.at ?? 0;
    const people = manuscriptPeople(corpus);
    const read = edits?.read.manuscript ?? goes?.read.manuscript;
    const names = attributionsOf(passage, transcript, corpus, people, read, at);
    const key = JSON.stringify([known.source, passage.words.map(({ before, text, after }) => before + text + after)]);
    const draft = known.draft?.key === key ? known.draft.draft : this.begin(quoted, read);
    const state: QuoteState = {
      type: 'state',
      key,
      passage,
      draft,
      names,
      source: t('{0}, line {1}', transcriptName(transcript), line),
      target: this.describe(target, quoted),
      isEdit: edits !== undefined,
      notice: noticeOf(quoted, corpus),
      labels: REDACTION_LABELS,
      texts: this.texts,
    };
    if (turn === this.turn) this.shown = { state, quoted, target };
    return state;
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return;
      case 'cancel':
        this.reading.stop();
        return;
      case 'draft':
        return this.keep(message.key, message.draft);
      case 'put':
        return this.put(message.key, message.draft);
      case 'copy':
        return this.copy(message.key, message.draft);
      case 'otherManuscript':
        await chooseManuscript(this.opened, this.kept.last);
        if (this.page.panel.active) this.page.panel.reveal();
        return;
      case 'showPassage':
        return this.showPassage();
    }
  }

  /** The quotation as a draft has it; undefined where the page shows another passage by now, or nothing said is left. */
  private result(key: string, draft: Draft): ComposedQuotation | undefined {
    const { state } = this.shown ?? {};
    return state?.key === key ? draftResult(state.passage, state.names, draft) : undefined;
  }

  private async keep(key: string, draft: Draft): Promise<void> {
    const { shown, opened, kept } = this;
    const known = kept.memory.get(opened);
    if (shown?.state.key !== key || known === undefined) return;
    const { elision, marks } = shown.state.draft.style;
    const isOtherStyle = draft.style.elision !== elision || draft.style.marks !== marks;
    this.shown = { ...shown, state: { ...shown.state, draft } };
    await kept.memory.keep(opened, { ...known, draft: { key, draft } });
    if (isOtherStyle) await kept.memory.keepStyle(opened, draft.style);
  }

  private async put(key: string, draft: Draft): Promise<void> {
    const { shown, opened } = this;
    const quotation = this.result(key, draft);
    if (shown === undefined || quotation === undefined) return;
    mayLeave(opened);
    const column = (uri: vscode.Uri): vscode.ViewColumn => columnBeside(this.page.panel, uri);
    const { edits } = shown.quoted;
    if (edits === undefined) {
      const target = this.kept.last.target(opened);
      const position = await putQuotation(this.services, opened, target, quotation, column);
      this.kept.last.choose(opened, target.path, position);
      return;
    }
    await replaceQuotation(edits, quotation, column);
    const { span } = edits.checked.quotation;
    const written = quotation.kind === 'block' ? quotation.text.replace(/^>[ \t]*/u, '') : quotation.text;
    await this.kept.memory.keep(opened, {
      source: { kind: 'quotation', manuscript: edits.read.path, written, at: span.start },
    });
    this.page.refresh();
  }

  private async copy(key: string, draft: Draft): Promise<void> {
    const quotation = this.result(key, draft);
    if (quotation === undefined) return;
    mayLeave(this.opened);
    await vscode.env.clipboard.writeText(quotation.text);
    announce(vscode.l10n.t('$(copy) The quotation is copied.'));
  }

  private async showPassage(): Promise<void> {
    if (this.shown === undefined) return;
    const { transcript, passage } = this.shown.quoted;
    const uri = this.opened.uri(transcript);
    const document = await vscode.workspace.openTextDocument(uri);
    const read = await this.opened.seen.transcripts.get(transcript);
    const start = passage.words[passage.chosen.from]?.span.start ?? 0;
    const line = read?.text.slice(0, read.points.toUtf16(start)).split('\n').length ?? 1;
    const range = document.lineAt(Math.min(line, document.lineCount) - 1).range;
    const selection = new vscode.Range(range.start, range.start);
    await vscode.window.showTextDocument(document, { viewColumn: columnBeside(this.page.panel, uri), selection });
  }

  /** The manuscript that it goes into, and where, in code points; undefined where there is none yet. */
  private async manuscriptOf(
    target: ManuscriptTarget,
  ): Promise<{ readonly read: ReadManuscript; readonly at: number } | undefined> {
    if (target.isNew) return undefined;
    const document = await vscode.workspace.openTextDocument(this.opened.uri(target.path));
    const read = await this.services.checks.read(document);
    if (read === undefined) return undefined;
    const { position } = target;
    return { read, at: position === undefined ? read.points.length : pointOf(document, read.points, position) };
  }

  private begin({ begins, edits }: QuotedPassage, manuscript: ReadManuscript['manuscript'] | undefined): Draft {
    const chosen = this.kept.memory.style(this.opened);
    const used = manuscript === undefined ? DEFAULT_STYLE : styleUsed(manuscript, DEFAULT_STYLE);
    const style: QuoteStyle = {
      ...used,
      ...(edits === undefined ? chosen : {}),
      block: edits?.checked.quotation.kind ?? 'auto',
    };
    return { composition: begins, style, choice: edits === undefined ? 'auto' : 'none' };
  }

  private describe({ path, position, isNew }: ManuscriptTarget, { edits }: QuotedPassage): string {
    const { t } = vscode.l10n;
    if (edits !== undefined) return t('Stands in {0}, line {1}', edits.read.path, edits.checked.quotation.line);
    if (isNew) return t('There is no manuscript yet: {0} is made.', path);
    return position === undefined
      ? t('Goes to the end of {0}', path)
      : t('Goes into {0}, line {1}', path, position.line + 1);
  }
}

function noticeOf({ edits }: QuotedPassage, corpus: Corpus): string {
  const parts = edits?.checked.verdict === 'changed' ? [edits.checked.message] : [];
  if (!corpus.complete)
    parts.push(vscode.l10n.t('Reading was stopped: who is named for the first time is not certain.'));
  return parts.join(' ');
}
