import * as vscode from 'vscode';
import type { Deciding, Decisions } from '../../core/analysis/questions/deciding.js';
import type { QuestionedFile } from '../../core/analysis/questions/questionReader.js';
import type { FileVersions } from '../../core/merge/merge.js';
import type { MergedStudyFile } from '../../core/merge/mergeStudy.js';
import type { FromPage, ToPage } from '../../webview/conflicts/protocol.js';
import { Disposables } from '../common/disposables.js';
import type { Page } from '../pages/page.js';
import { type PageHost, Pages } from '../pages/pages.js';
import { keyOfStudy } from '../pages/studyKey.js';
import { Flash } from '../reveal/flash.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** Files whose versions become one, and how to speak of them. */
export interface ConflictRequest {
  /** What it is for, in a few words: “Get colleagues’ work”. */
  readonly title: string;
  /** Names of the sides for people: “Here (EA)”, “MB”. */
  readonly ours: string;
  readonly theirs: string;
  /**
   * Those without anything in question may be among them. What `mergeBlobs` made of files is better than their versions alone: of a file that
   * is no text these do not tell what is in question.
   */
  readonly files: readonly (FileVersions | MergedStudyFile | QuestionedFile)[];
}

/** Questions that are being asked. */
interface Asked {
  readonly opened: OpenStudy;
  readonly request: ConflictRequest;
  readonly deciding: Deciding;
  readonly answer: (decisions: Decisions | undefined) => void;
}

/** What two versions say differently and only a person can decide: asked on a page, both sides beside each other. */
export class Conflicts implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly pages: Pages<ToPage, FromPage>;
  private readonly flash = this.disposables.add(new Flash());
  /** By the keys of pages. */
  private readonly asked = new Map<string, Asked>();
  private turn = 0;

  constructor(
    private readonly studies: Studies,
    host: PageHost,
    private readonly memory: vscode.Memento,
  ) {
    this.pages = this.disposables.add(
      new Pages(host, {
        viewType: 'verbatim.conflicts',
        bundle: 'conflicts',
        icon: 'question',
        open: (key, page) => this.open(key, page),
      }),
    );
  }

  dispose(): void {
    for (const { answer } of [...this.asked.values()]) answer(undefined);
    this.disposables.dispose();
  }

  /**
   * Shows all questions, both sides beside each other, until each is decided; a study's questions that are still open are put
   * off for it. Writes nothing. Choices are remembered, also when it is put off or the window is reloaded: the same question
   * is shown as it was decided, to be changed or kept.
   * @returns what was decided, by path and `MergeConflict.key`; empty, without asking, where nothing is in question; undefined
   * where the person puts it off
   */
  async decide(opened: OpenStudy, request: ConflictRequest): Promise<Decisions | undefined> {
    for (const other of [...this.asked.values()]) if (other.opened === opened) other.answer(undefined);
    const { Deciding } = await import('./loaded.js');
    const deciding = new Deciding(request.files);
    if (deciding.size === 0) return new Map();
    // Every asking is a page of its own: an answer never meets the questions of another.
    const key = keyOfStudy(opened, { turn: ++this.turn });
    return new Promise((resolve, reject) => {
      const answer = (decisions: Decisions | undefined): void => {
        if (!this.asked.delete(key)) return;
        resolve(decisions);
        this.pages.get(key)?.panel.dispose();
      };
      this.asked.set(key, { opened, request, deciding, answer });
      this.pages.show(key).then(undefined, error => {
        this.asked.delete(key);
        reject(error);
      });
    });
  }

  /** A page that comes back after a reload belongs to nothing any more: whoever asked is gone, and asks again. */
  private async open(key: string, page: Page<ToPage, FromPage>) {
    const asked = this.asked.get(key);
    if (asked === undefined) return undefined;
    const { opened, answer } = asked;
    page.panel.onDidDispose(() => answer(undefined));
    const { ChoiceMemory, ConflictsContent } = await import('./loaded.js');
    const memory = new ChoiceMemory(this.memory, opened);
    const services = { studies: this.studies, flash: this.flash, memory };
    return { title: vscode.l10n.t('Questions to Decide'), content: new ConflictsContent(asked, page, services) };
  }
}
