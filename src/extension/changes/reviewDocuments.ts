import * as vscode from 'vscode';
import { isReadable } from '../../core/study/layout.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { ReviewText } from './reviewText.js';
import { REVIEW_SCHEME, type ReviewAddress, readReviewUri } from './reviewUri.js';
import type { States } from './states.js';

/** Several changes in one go are shown once. Milliseconds. */
const PAUSE = 250;

/** The read-only documents of a review: what both sides of VS Code's own diff editor show. */
export class ReviewDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<vscode.Uri>());
  private readonly texts = new Map<string, Promise<ReviewText>>();
  private readonly stale = new Set<OpenStudy>();
  private readonly hidden = new WeakMap<OpenStudy, string>();
  private readonly soon = this.disposables.add(new Delayed(() => this.showAgain(), PAUSE));

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly studies: Studies,
    private readonly states: States,
  ) {
    this.disposables.add(
      vscode.workspace.registerTextDocumentContentProvider(REVIEW_SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.texts.delete(uri.toString())),
      studies.onDidChange(({ opened, paths }) => {
        if (paths.length === 0) return this.hiddenMayBeOther(opened);
        this.stale.add(opened);
        this.soon.trigger();
      }),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return (await this.of(uri)).points.text;
  }

  /** What a document shows. @throws Error where its address names nothing of a study that is open */
  of(uri: vscode.Uri): Promise<ReviewText> {
    const key = uri.toString();
    const known = this.texts.get(key);
    if (known !== undefined) return known;
    const made = this.read(uri);
    this.texts.set(key, made);
    made.catch(() => this.texts.delete(key));
    return made;
  }

  private async read(uri: vscode.Uri): Promise<ReviewText> {
    const address = readReviewUri(uri);
    const opened = address && (await this.studyOf(address));
    // Only files that Verbatim reads anyway, of a study that is open.
    if (address === undefined || opened === undefined || ![address.before.path, address.after.path].every(isReadable)) {
      throw new Error(vscode.l10n.t('This is no file of a study that is open.'));
    }
    const before = await this.states.of(opened, address.before.state);
    const after = await this.states.of(opened, address.after.state);
    const { reviewText } = await import('./loaded.js');
    return reviewText(address, before, after);
  }

  /** The study that an address names, where it is open. */
  async studyOf({ study }: ReviewAddress): Promise<OpenStudy | undefined> {
    const root = vscode.Uri.parse(study, true);
    const opened = await this.studies.of(vscode.Uri.joinPath(root, 'any'));
    return opened?.root.toString() === root.toString() ? opened : undefined;
  }

  /** Where other work is hidden by now, every document is written again at once. */
  private hiddenMayBeOther(opened: OpenStudy): void {
    const { hidden } = opened;
    if ((this.hidden.get(opened) ?? '') === hidden) return;
    this.hidden.set(opened, hidden);
    for (const key of [...this.texts.keys()]) {
      const uri = vscode.Uri.parse(key, true);
      if (readReviewUri(uri)?.study !== opened.root.toString()) continue;
      this.texts.delete(key);
      this.changed.fire(uri);
    }
  }

  /** Documents that show today’s files on either side are written again: both sides match each other. */
  private showAgain(): void {
    const roots = new Set([...this.stale].map(({ root }) => root.toString()));
    this.stale.clear();
    for (const key of [...this.texts.keys()]) {
      const uri = vscode.Uri.parse(key, true);
      const address = readReviewUri(uri);
      if (address === undefined || !roots.has(address.study)) continue;
      if ([address.before.state, address.after.state].every(state => typeof state === 'object')) continue;
      this.texts.delete(key);
      this.changed.fire(uri);
    }
  }
}
