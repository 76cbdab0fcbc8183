import * as vscode from 'vscode';
import type { CutOff, FileStamp, FileStore, Journal, StudyGit, StudyWork } from '../../core/ports.js';
import { decodeUtf8, encodeUtf8 } from '../../core/text/utf8.js';

/**
 * A file store that respects what is being typed: a file that is open with unsaved changes is read from the editor, and
 * changed there and saved, so that neither the person's words nor ours are lost to a conflict.
 */
export class EditorFileStore implements FileStore {
  constructor(
    private readonly root: vscode.Uri,
    private readonly files: FileStore,
  ) {}

  list(): Promise<readonly FileStamp[]> {
    return this.files.list();
  }

  stamp(path: string): Promise<FileStamp | undefined> {
    return this.files.stamp(path);
  }

  async gitBlobId(path: string): Promise<string | undefined> {
    return this.files.gitBlobId?.(path);
  }

  async gitVersion(base: string): Promise<Uint8Array | undefined> {
    return this.files.gitVersion?.(base);
  }

  async gitCommitted(): Promise<ReadonlyMap<string, string> | undefined> {
    return this.files.gitCommitted?.();
  }

  async git(): Promise<StudyGit | undefined> {
    return this.files.git?.();
  }

  async work(): Promise<StudyWork | undefined> {
    return this.files.work?.();
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const document = this.unsaved(path);
    return document === undefined ? this.files.read(path) : encodeUtf8(document.getText());
  }

  async replace(path: string, expected: Uint8Array | undefined, next: Uint8Array | undefined): Promise<boolean> {
    const document = this.unsaved(path);
    if (document === undefined || next === undefined) return this.files.replace(path, expected, next);
    const before = document.getText();
    if (expected === undefined || before !== decodeUtf8(expected)) return false;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, ...difference(document, before, decodeUtf8(next)));
    if (!(await vscode.workspace.applyEdit(edit))) return false;
    if (await document.save()) return true;
    throw unsavable(path);
  }

  async move(from: string, to: string): Promise<boolean> {
    // What somebody has typed in it goes along.
    await this.save(from);
    return this.files.move(from, to);
  }

  journal(): Journal | undefined {
    const journal = this.files.journal?.();
    return (
      journal && {
        // A journal knows what is on the disk: what somebody has typed is saved by itself, and then is what the file says.
        replace: async (path, expected, next) =>
          (await this.save(path)) ? false : journal.replace(path, expected, next),
        move: async (from, to) => {
          await this.save(from);
          return journal.move(from, to);
        },
        end: () => journal.end(),
        leave: () => journal.leave(),
      }
    );
  }

  async cutOff(): Promise<readonly CutOff[]> {
    return (await this.files.cutOff?.()) ?? [];
  }

  /** Saves what somebody has typed in a file. @returns whether there was anything to save */
  private async save(path: string): Promise<boolean> {
    const document = this.unsaved(path);
    if (document === undefined) return false;
    if (await document.save()) return true;
    throw unsavable(path);
  }

  private unsaved(path: string): vscode.TextDocument | undefined {
    const uri = vscode.Uri.joinPath(this.root, path).toString();
    return vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === uri);
  }
}

function unsavable(path: string): Error {
  return new Error(
    vscode.l10n.t('{0} could not be saved. Save it yourself to keep the change, or undo it there.', path),
  );
}

/** The one range in which two texts differ, and what stands there in the second. */
function difference(document: vscode.TextDocument, before: string, after: string): [vscode.Range, string] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(before.length - end));
  return [range, after.slice(start, after.length - end)];
}
