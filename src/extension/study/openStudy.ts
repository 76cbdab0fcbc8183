import * as vscode from 'vscode';
import { canBeCoded } from '../../core/study/config.js';
import { CODEBOOK_FILE, CODINGS_FOLDER, isCodersFile, isMarkdown, STUDY_FILE } from '../../core/study/layout.js';
import type { Hiding } from '../../core/study/seen/hiding.js';
import { hiddenPaths } from '../../core/study/seen/seenFiles.js';
import { seenStudy } from '../../core/study/seen/seenStudy.js';
import { Study } from '../../core/study/study.js';
import type { Host } from '../host.js';
import { EditorFileStore } from './editorFileStore.js';

/** Says what of a study a person is not to see; undefined: nothing is hidden. */
export type HidingIn = (study: Study) => Hiding | undefined;

/** A study and the folder it lives in. */
export class OpenStudy {
  /** All of it: what is changed must take hidden work into account, and what is worked out for that is not shown. */
  readonly study: Study;
  /** The study without what is hidden from the person: whoever shows, lists, counts or suggests something takes this one. */
  readonly seen: Study;

  constructor(
    readonly root: vscode.Uri,
    host: Host,
    private readonly hidingIn: HidingIn,
  ) {
    this.study = new Study(new EditorFileStore(root, host.fileStore(root)), host.environment);
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

  /** Whether there is anything in it yet: a codebook, a study file, codings, what somebody said of their reading, or comments. */
  get hasContent(): boolean {
    const { study } = this;
    const records = study.index.size + study.readings.size + study.discussion.size;
    return study.hasCodebook || study.exists(STUDY_FILE) || records > 0;
  }
}

/** Path of a file below a folder, with `/`; undefined where it is not below it. */
export function relativePath(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  const folder = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const same = uri.scheme === root.scheme && uri.authority === root.authority && uri.path.startsWith(folder);
  return same ? uri.path.slice(folder.length) : undefined;
}

/** The folder of the study that a path inside a workspace folder gives away; undefined where it gives none away. */
export function markedFolder(path: string): string | undefined {
  const parts = path.split('/');
  const name = parts.at(-1);
  if (name === CODEBOOK_FILE || name === STUDY_FILE) return parts.slice(0, -1).join('/');
  const codings = parts.indexOf(CODINGS_FOLDER);
  const inside = codings !== -1 && isCodersFile(parts.slice(codings).join('/'));
  return inside ? parts.slice(0, codings).join('/') : undefined;
}
