import * as vscode from 'vscode';
import { hasMarks } from '../../core/merge/hasMarks.js';
import type { MadeMerge } from '../../core/ports.js';
import { CODEBOOK_FILE, isCodersFile, isReadable } from '../../core/study/layout.js';
import { Delayed } from '../common/delay.js';
import { Disposables } from '../common/disposables.js';
import { watchVersions } from '../common/watchVersions.js';
import { Context } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** What git does in one go is looked at once; typing pauses before marks are looked for. Milliseconds. */
const PAUSE = 150;

/** What of a study waits for a decision. */
export interface Waiting {
  /** What git began and did not end, where it left files of the study undecided, or decided and not finished. */
  readonly underWay: MadeMerge | undefined;
  /** Paths of files that are undecided: git has them as conflicts, or they hold its marks. */
  readonly files: readonly string[];
}

const NOTHING: Waiting = { underWay: undefined, files: [] };

/**
 * Knows which files of the studies wait for a decision, whoever began to put versions together. Git is asked when the repository says
 * that something happened there, never because somebody codes.
 */
export class Unsettled implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<OpenStudy>());
  private readonly made = new Map<OpenStudy, MadeMerge | undefined>();
  private readonly marked = new Map<OpenStudy, Set<string>>();
  private readonly gitSoon = this.disposables.add(new Delayed(() => void this.askGit(), PAUSE));
  private readonly openSoon = this.disposables.add(new Delayed(() => void this.documentsChanged(), PAUSE));
  private told = '';

  /** Fires when other files of a study wait, or nothing does any more. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly studies: Studies) {
    this.disposables.add(
      studies.onDidChange(({ opened, paths }) => void this.filesChanged(opened, paths)),
      watchVersions(() => this.gitSoon.trigger(), { staged: true }),
      // Where the watcher does not see the repository, coming back from a terminal elsewhere settles it.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.gitSoon.trigger()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.gitSoon.trigger()),
      vscode.workspace.onDidOpenTextDocument(() => this.openSoon.trigger()),
      vscode.workspace.onDidCloseTextDocument(() => this.openSoon.trigger()),
      vscode.workspace.onDidChangeTextDocument(() => this.openSoon.trigger()),
    );
    this.openSoon.trigger();
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** What waits in a study, as far as is known without asking. */
  of(opened: OpenStudy): Waiting {
    const underWay = this.made.get(opened);
    const unmerged = underWay?.files.filter(({ isUnmerged }) => isUnmerged).map(({ path }) => path) ?? [];
    const files = [...new Set([...unmerged, ...(this.marked.get(opened) ?? []), ...this.openMarked(opened)])].sort();
    return underWay === undefined && files.length === 0 ? NOTHING : { underWay, files };
  }

  /** Asks git what is under way in a study. */
  async look(opened: OpenStudy): Promise<MadeMerge | undefined> {
    // Where git fails there is nothing to be said here: whoever asks for something hears why.
    const work = await opened.study.store.work?.().catch(() => undefined);
    const last = await work?.lastMerge().catch(() => undefined);
    const now = last?.underWay === undefined ? undefined : last;
    this.made.set(opened, now);
    this.tell();
    return now;
  }

  private async askGit(): Promise<void> {
    if (!this.studies.isAsked) return;
    for (const opened of await this.studies.all()) await this.look(opened);
  }

  private async filesChanged(opened: OpenStudy, paths: readonly string[]): Promise<void> {
    const known = this.marked.get(opened) ?? new Set<string>();
    this.marked.set(opened, known);
    if (paths.length === 0) {
      // The study was just read: a line that is none may be a mark.
      this.gitSoon.trigger();
      const { studyProblems } = await import('../../core/study/problems.js');
      const broken = studyProblems(opened.study).filter(({ rule }) => rule === 'broken-line');
      await this.lookInto(opened, known, [...new Set([CODEBOOK_FILE, ...broken.map(({ file }) => file)])]);
    } else {
      const own = paths.filter(path => path === CODEBOOK_FILE || isCodersFile(path));
      if (own.length > 0) await this.lookInto(opened, known, own);
    }
  }

  private async lookInto(opened: OpenStudy, known: Set<string>, paths: readonly string[]): Promise<void> {
    const before = [...known].join('\n');
    for (const path of paths) {
      const text = await opened.study.textOf(path).catch(() => undefined);
      if (text !== undefined && hasMarks(text)) known.add(path);
      else known.delete(path);
    }
    const now = [...known].join('\n');
    if (now === before) return;
    // Marks come from git: perhaps something is under way that the watcher did not see. Gone ones may end it.
    this.gitSoon.trigger();
    this.tell();
  }

  /** A file with marks opens the study it is in: nothing else may have asked for that yet. */
  private async documentsChanged(): Promise<void> {
    for (const { uri } of vscode.workspace.textDocuments.filter(isMarked)) {
      const opened = await this.studies.of(uri);
      if (opened !== undefined && !this.marked.has(opened)) this.marked.set(opened, new Set());
    }
    this.tell();
  }

  /** Files of a study that are open and hold marks. */
  private openMarked(opened: OpenStudy): string[] {
    return vscode.workspace.textDocuments.flatMap(document => {
      const path = opened.path(document.uri);
      return path !== undefined && isReadable(path) && isMarked(document) ? [path] : [];
    });
  }

  /** Tells views and buttons, where something is another than it was told last. */
  private tell(): void {
    const studies = [...new Set([...this.made.keys(), ...this.marked.keys()])];
    const all = studies.map(opened => ({ opened, waiting: this.of(opened) }));
    const told = JSON.stringify(all.map(({ opened, waiting }) => [opened.root.toString(), waiting]));
    if (told === this.told) return;
    this.told = told;
    const files = all.flatMap(({ opened, waiting }) => waiting.files.map(path => opened.uri(path).fsPath));
    const isUnderWay = all.some(({ waiting }) => waiting.underWay !== undefined);
    void vscode.commands.executeCommand('setContext', Context.undecidedFiles, files);
    void vscode.commands.executeCommand('setContext', Context.underWay, isUnderWay);
    for (const { opened } of all) this.changed.fire(opened);
  }
}

const isMarked = (document: vscode.TextDocument): boolean => hasMarks(document.getText());
