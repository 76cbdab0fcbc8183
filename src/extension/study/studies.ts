import * as vscode from 'vscode';
import { CODEBOOK_FILE, CODINGS_FOLDER, STUDY_FILE, TRANSCRIPTS_FOLDER } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { takingTurns } from '../common/turns.js';
import type { Host } from '../host.js';
import { Context, View } from '../ids.js';
import { markedFolder, relativePath } from './folders.js';
import type { HidingIn, OpenStudy } from './openStudy.js';

/** Files that give a nested study away, where not to look for them, and how many are looked at. */
const MARKS = `**/{${CODEBOOK_FILE},${STUDY_FILE}}`;
const NOT_IN = '**/node_modules/**';
const MOST_MARKS = 500;

/** What changed in a study: the paths, relative to it. */
export interface StudyChange {
  readonly opened: OpenStudy;
  readonly paths: readonly string[];
}

/** Makes what is known of the study in a folder. */
type Make = (root: vscode.Uri) => OpenStudy;

/**
 * The studies of the window. A study is opened when a view or an editor first asks for one: until then nothing is read.
 */
export class Studies implements vscode.Disposable {
  private readonly disposables = new Disposables();
  private readonly changed = this.disposables.add(new vscode.EventEmitter<StudyChange>());
  private readonly byRoot = new Map<string, { opened: OpenStudy; ready: Promise<OpenStudy> }>();
  /** Done once the workspace was looked through. */
  private found: Promise<Make> | undefined;

  /** Fires after a study was opened or any of its files changed, from here or from outside; without paths: look at everything anew. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly host: Host,
    private readonly hidingIn: HidingIn = () => undefined,
  ) {
    this.disposables.add(
      vscode.workspace.onDidChangeWorkspaceFolders(event => this.foldersChanged(event)),
      this.onDidChange(() => void vscode.commands.executeCommand('setContext', Context.hasStudy, this.anyContent())),
    );
  }

  dispose(): void {
    this.disposables.dispose();
  }

  /** All studies of the workspace that have any content, once they are read; sorted by folder. */
  async all(): Promise<OpenStudy[]> {
    return (await this.opened()).filter(opened => opened.hasContent);
  }

  /** As `all`, and those in which nothing was coded yet but that have a folder of transcripts: reading comes first. */
  async toRead(): Promise<OpenStudy[]> {
    const hasTranscripts = ({ study }: OpenStudy): boolean =>
      study.transcriptPaths().some(path => path.startsWith(`${TRANSCRIPTS_FOLDER}/`));
    return (await this.opened()).filter(opened => opened.hasContent || hasTranscripts(opened));
  }

  private async opened(): Promise<OpenStudy[]> {
    await this.find();
    const all = await Promise.all([...this.byRoot.values()].map(entry => entry.ready));
    return all.sort((a, b) => (a.root.path < b.root.path ? -1 : 1));
  }

  /** Lets everybody look at everything anew: other work is hidden now. */
  lookAgain(): void {
    for (const { opened } of this.byRoot.values()) this.changed.fire({ opened, paths: [] });
  }

  /** The study a file belongs to, once it is read; undefined outside the workspace or where no study exists yet. */
  async of(uri: vscode.Uri): Promise<OpenStudy | undefined> {
    await this.find();
    return this.nearest(uri)?.ready;
  }

  /** The study a person is at: that of the active editor, else the one given, else the first. */
  async current(otherwise?: OpenStudy): Promise<OpenStudy | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return (uri && (await this.of(uri))) ?? otherwise ?? (await this.all())[0];
  }

  /** As `of`, without waiting: undefined as well while the study is still being read. */
  peek(uri: vscode.Uri): OpenStudy | undefined {
    return this.nearest(uri)?.opened;
  }

  /** The study a file belongs to or, where there is none yet, one in its workspace folder that the first coding makes. */
  async ofOrNew(uri: vscode.Uri): Promise<OpenStudy | undefined> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return (await this.of(uri)) ?? (folder && this.open(folder.uri, await this.find()));
  }

  /** A file changed outside: takes it in, or opens the study that it gives away. */
  async filesChanged(uris: readonly vscode.Uri[]): Promise<void> {
    if (this.found === undefined) return;
    const make = await this.found;
    for (const root of uris.map(studyFolderOf)) if (root !== undefined) await this.open(root, make);
    await Promise.all(
      [...this.byRoot.values()].map(async ({ opened }) => {
        const paths = uris.map(uri => opened.path(uri)).filter(path => path !== undefined);
        if (paths.length > 0) await orReport(() => opened.study.reload(paths));
      }),
    );
  }

  /** Looks at every file's size and time again: file watchers may have missed something. */
  async refresh(): Promise<void> {
    await Promise.all([...this.byRoot.values()].map(({ opened }) => orReport(() => opened.study.refresh())));
  }

  private nearest(uri: vscode.Uri): { opened: OpenStudy; ready: Promise<OpenStudy> } | undefined {
    let best: { opened: OpenStudy; ready: Promise<OpenStudy> } | undefined;
    for (const entry of this.byRoot.values()) {
      if (entry.opened.path(uri) === undefined) continue;
      if (best === undefined || entry.opened.root.path.length > best.opened.root.path.length) best = entry;
    }
    return best;
  }

  /** Whether anybody has asked for a study yet: as long as nobody has, nothing is read. */
  get isAsked(): boolean {
    return this.found !== undefined;
  }

  /** Looks through the workspace, once. */
  private find(): Promise<Make> {
    this.found ??= this.look();
    return this.found;
  }

  /** Opens the studies that the workspace folders are; those nested deeper are searched for meanwhile and come later. */
  private async look(): Promise<Make> {
    const make = await this.loadMake();
    const folders = vscode.workspace.workspaceFolders ?? [];
    const marked = await Promise.all(folders.map(folder => isMarked(folder.uri)));
    // Readers wait for the study they asked for, not for all of them.
    const open = (root: vscode.Uri): void => void this.open(root, make).then(undefined, () => undefined);
    for (const [i, folder] of folders.entries()) if (marked[i]) open(folder.uri);
    // Without a search service (some browser editors) there are merely no nested studies.
    const nested = this.findNested().then(
      roots => roots.map(open),
      () => [],
    );
    if (!marked.some(Boolean)) await nested;
    if (this.byRoot.size === 0) await vscode.commands.executeCommand('setContext', Context.ready, true);
    return make;
  }

  private async loadMake(): Promise<Make> {
    // Both load much code: others have their turn in between.
    const pause = takingTurns();
    const filesBelow = await this.host.files();
    await pause();
    const { OpenStudy } = await import('./openStudy.js');
    await pause();
    return root => new OpenStudy(root, filesBelow(root), this.host.environment, this.hidingIn);
  }

  private async findNested(): Promise<vscode.Uri[]> {
    const roots = new Map<string, vscode.Uri>();
    for (const uri of await vscode.workspace.findFiles(MARKS, NOT_IN, MOST_MARKS)) {
      const root = studyFolderOf(uri);
      if (root !== undefined) roots.set(root.toString(), root);
    }
    return [...roots.values()];
  }

  private open(root: vscode.Uri, make: Make): Promise<OpenStudy> {
    const known = this.byRoot.get(root.toString());
    if (known !== undefined) return known.ready;
    const opened = make(root);
    let { hidden } = opened;
    this.disposables.add(
      opened.study.onDidChange(({ paths }) => {
        // A file may say that other work is hidden from now on.
        const isSame = opened.hidden === hidden;
        hidden = opened.hidden;
        this.changed.fire({ opened, paths: isSame ? paths : [] });
      }),
    );
    const ready = this.read(opened);
    this.byRoot.set(root.toString(), { opened, ready });
    return ready;
  }

  private async read(opened: OpenStudy): Promise<OpenStudy> {
    const title = vscode.l10n.t('Reading the study');
    const reading = orReport(() => opened.study.refresh());
    for (const viewId of [View.themes, View.transcripts])
      vscode.window.withProgress({ location: { viewId }, title }, () => reading).then(undefined, () => undefined);
    await reading;
    await vscode.commands.executeCommand('setContext', Context.ready, true);
    this.changed.fire({ opened, paths: [] });
    return opened;
  }

  private anyContent(): boolean {
    return [...this.byRoot.values()].some(({ opened }) => opened.hasContent);
  }

  private foldersChanged(event: vscode.WorkspaceFoldersChangeEvent): void {
    for (const [key, { opened }] of this.byRoot) {
      const isIn = ({ uri }: vscode.WorkspaceFolder): boolean =>
        uri.toString() === key || relativePath(uri, opened.root) !== undefined;
      if (event.removed.some(isIn)) {
        this.byRoot.delete(key);
        this.changed.fire({ opened, paths: [] });
      }
    }
    if (this.found !== undefined) this.found = this.look();
  }
}

/** Whether a folder itself is a study. */
async function isMarked(folder: vscode.Uri): Promise<boolean> {
  const found = await Promise.all(
    [CODEBOOK_FILE, STUDY_FILE, CODINGS_FOLDER, TRANSCRIPTS_FOLDER].map(name =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(folder, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

/** The folder of the study that a file of the workspace gives away; undefined where it gives none away. */
function studyFolderOf(uri: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const marked = folder && markedFolder(relativePath(folder.uri, uri) ?? '');
  if (folder === undefined || marked === undefined) return undefined;
  return marked === '' ? folder.uri : vscode.Uri.joinPath(folder.uri, marked);
}
