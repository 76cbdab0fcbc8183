import type * as vscode from 'vscode';
import { takeBack } from '../../core/coding/takeBack.js';
import { type Move, moveAlong } from '../../core/renames/moveAlong.js';
import { transcriptsRenamed } from '../../core/renames/renamed.js';
import { EditConflict, type FileEdit } from '../../core/text/lineEdit.js';
import { announce } from '../common/report.js';
import type { History } from '../history/history.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { leftBehind, movedAlong, movedBack } from './words.js';

/** A rename that was followed, so that its undo can be followed exactly. */
interface Followed {
  readonly opened: OpenStudy;
  readonly moves: readonly Move[];
  readonly edits: readonly FileEdit[];
}

const MOST_KEPT = 50;

/**
 * Takes the files of coders along when transcripts are renamed or moved in the window. To undo that is the editor's, as the
 * rename is: it renames back, and that is followed as well. Our own history does not list it, but knows the new paths.
 */
export class RenameFollower {
  private readonly followed: Followed[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly studies: Studies,
    private readonly history: History,
  ) {}

  /** Files or folders were renamed, all in one go. */
  renamed(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void> {
    const next = this.queue.then(() => this.follow(files));
    this.queue = next.catch(() => undefined);
    return next;
  }

  private async follow(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<void> {
    const moves = new Map<OpenStudy, Move[]>();
    const left: string[] = [];
    for (const { oldUri, newUri } of files) {
      const opened = await this.studies.of(oldUri);
      const from = opened?.path(oldUri);
      if (opened === undefined || from === undefined) continue;
      const stays = (await this.studies.of(newUri)) === opened;
      const renamed = transcriptsRenamed(opened.study, from, stays ? opened.path(newUri) : undefined);
      moves.set(opened, [...(moves.get(opened) ?? []), ...renamed.moves]);
      left.push(...renamed.left);
    }
    for (const [opened, all] of moves) if (all.length > 0) await this.moveAlong(opened, all);
    if (left.length > 0) announce(`$(warning) ${leftBehind(left)}`);
  }

  private async moveAlong(opened: OpenStudy, moves: readonly Move[]): Promise<void> {
    // The study must know the transcript by its new path before links can lead to it.
    await opened.study.refresh();
    await this.history.follow(opened, async () => {
      const back = await this.goBack(opened, moves);
      if (back !== undefined) return back;
      const along = await moveAlong(opened.study, moves);
      if (along.edits.length > 0) this.followed.push({ opened, moves, edits: along.edits });
      if (this.followed.length > MOST_KEPT) this.followed.shift();
      const said = movedAlong(along, moves, opened.hidden !== '');
      if (said !== undefined) announce(`$(check) ${said}`);
      return along.files;
    });
  }

  /**
   * Takes back what went along, where this is the undo of a rename: lines that were merged part again.
   * @returns which files went where; undefined where it is no undo, or cannot be done exactly
   */
  private async goBack(opened: OpenStudy, moves: readonly Move[]): Promise<readonly Move[] | undefined> {
    const key = keyOf(moves.map(({ from, to }) => ({ from: to, to: from })));
    const at = this.followed.findLastIndex(each => each.opened === opened && keyOf(each.moves) === key);
    const [found] = at === -1 ? [] : this.followed.splice(at, 1);
    if (found === undefined) return undefined;
    try {
      await takeBack(opened.study, found.edits);
    } catch (error) {
      // Somebody changed the same lines since: then the files go along as they are.
      if (error instanceof EditConflict) return undefined;
      throw error;
    }
    announce(`$(discard) ${movedBack(moves)}`);
    return found.edits.flatMap(({ path, movedFrom }) => (movedFrom === undefined ? [] : { from: path, to: movedFrom }));
  }
}

function keyOf(moves: readonly Move[]): string {
  return JSON.stringify(moves.map(({ from, to }) => [from, to]).sort());
}
