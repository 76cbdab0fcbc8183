import type * as vscode from 'vscode';
import type { OpenStudy } from '../study/openStudy.js';
import { type PictureFormat, type PictureKind, savePicture } from './savePicture.js';

interface Wanted {
  readonly target: vscode.Uri | undefined;
  readonly done: (uri: vscode.Uri | undefined) => void;
  heldBack: readonly string[];
}

/** The picture a page can draw of what it shows: asked for by a command, or drawn because of a button of the page. */
export class PagePicture {
  /** Where the next picture goes that the page was asked for, and who waits for it. */
  private wanted: Wanted | undefined;

  constructor(
    private readonly opened: OpenStudy,
    private readonly kind: PictureKind,
  ) {}

  /**
   * Waits for a picture and saves it.
   * @param ask asks the page to draw what may leave; says before what is held back of it, in sentences, and answers false where there is
   * nothing to draw
   * @param target where it is to be; a person is asked where it is missing
   * @returns where it is; undefined where nothing was saved
   */
  async draw(
    ask: (heldBack: (statement: readonly string[]) => void) => Promise<boolean>,
    target: vscode.Uri | undefined,
  ): Promise<vscode.Uri | undefined> {
    this.giveUp();
    const saved = new Promise<vscode.Uri | undefined>(done => {
      this.wanted = { target, done, heldBack: [] };
    });
    const { wanted } = this;
    const isDrawn = await ask(statement => {
      if (wanted !== undefined) wanted.heldBack = statement;
    }).catch((error: unknown) => {
      this.giveUp();
      throw error;
    });
    if (!isDrawn) this.giveUp();
    return saved;
  }

  /** Saves what the page has drawn; what it was not asked for is not saved, as nobody has seen to it that it may leave. */
  async save(format: PictureFormat, bytes: Uint8Array): Promise<void> {
    const { wanted } = this;
    if (wanted === undefined) return;
    this.wanted = undefined;
    let saved: vscode.Uri | undefined;
    try {
      saved = await savePicture(this.opened, format, bytes, this.kind, wanted);
    } finally {
      wanted.done(saved);
    }
  }

  /** There will be no picture: nobody need wait for it. */
  giveUp(): void {
    this.wanted?.done(undefined);
    this.wanted = undefined;
  }
}
