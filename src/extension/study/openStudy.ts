import * as vscode from 'vscode';
import { manuscriptPaths } from '../../core/manuscript/paths.js';
import type { Environment, FileStore } from '../../core/ports.js';
import { canBeCoded, manuscriptFilter, type StudyConfig } from '../../core/study/config.js';
import { isMarkdown, STUDY_FILE } from '../../core/study/layout.js';
import type { Hiding } from '../../core/study/seen/hiding.js';
import { hiddenPaths } from '../../core/study/seen/seenFiles.js';
import { seenStudy } from '../../core/study/seen/seenStudy.js';
import { Study } from '../../core/study/study.js';
import { takingTurns } from '../common/turns.js';
import { EditorFileStore } from './editorFileStore.js';
import { relativePath } from './folders.js';

/** Says what of a study a person is not to see; undefined: nothing is hidden. */
export type HidingIn = (study: Study) => Hiding | undefined;

/** A study and the folder it lives in. */
export class OpenStudy {
  /** All of it: what is changed must take hidden work into account, and what is worked out for that is not shown. */
  readonly study: Study;
  /** The study without what is hidden from the person: whoever shows, lists, counts or suggests something takes this one. */
  readonly seen: Study;
  private manuscripts: { readonly config: StudyConfig; readonly has: (path: string) => boolean } | undefined;

  constructor(
    readonly root: vscode.Uri,
    files: FileStore,
    environment: Environment,
    private readonly hidingIn: HidingIn,
  ) {
    this.study = new Study(new EditorFileStore(root, files), { ...environment, takingTurns });
    this.seen = seenStudy(this.study, () => hidingIn(this.study));
  }

  /** What is hidden, in one text, for those who keep what they have read: another one, and it has to be read again. Empty: nothing is. */
  get hidden(): string {
    return this.hidingIn(this.study)?.key ?? '';
  }

  /** Whether a file is one of hidden work. */
  hides(path: string): boolean {
    const hiding = this.hidingIn(this.study);
    return hiding !== undefined && hiddenPaths(hiding)(path);
  }

  /** What a person calls it: its title, else its folder's name. */
  get name(): string {
    return this.study.config.title ?? this.root.path.split('/').at(-1) ?? '';
  }

  /** Address of a file of the study. */
  uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.root, path);
  }

  /** Path of a file relative to the study; undefined where it is not in it. */
  path(uri: vscode.Uri): string | undefined {
    return relativePath(this.root, uri);
  }

  /** Path of a document if it is one that can be coded. */
  transcriptPath(document: vscode.TextDocument): string | undefined {
    const path = this.path(document.uri);
    return path !== undefined && isMarkdown(path) && canBeCoded(path) ? path : undefined;
  }

  /** Whether a file is a manuscript, as the study file says. */
  isManuscript(path: string): boolean {
    const { config } = this.study;
    if (this.manuscripts?.config !== config) this.manuscripts = { config, has: manuscriptFilter(config) };
    return this.manuscripts.has(path);
  }

  /** Paths of the manuscripts, sorted. */
  get manuscriptPaths(): readonly string[] {
    return manuscriptPaths(this.study);
  }

  /** Whether there is anything in it yet: a codebook, a study file, codings, what somebody said of their reading, or comments. */
  get hasContent(): boolean {
    const { study } = this;
    const records = study.index.size + study.readings.size + study.discussion.size;
    return study.hasCodebook || study.exists(STUDY_FILE) || records > 0;
  }
}
