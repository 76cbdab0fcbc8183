import type * as vscode from 'vscode';
import type { OpenStudy } from '../study/openStudy.js';
import { type PictureFormat, type PictureKind, savePicture } from './savePicture.js';

/** The picture a page can draw of what it shows: asked for by a command, or drawn because of a button of the page. */
export class PagePicture {
  /** Where the next picture goes that the page was asked for, and who waits for it. */
  private wanted: { target: vscode.Uri | undefined; done: (uri: vscode.Uri | undefined) => void } | undefined;

  constructor(
    private readonly opened: OpenStudy,
    private readonly kind: PictureKind,
  ) {}

  /**
   * Waits for a picture and saves it.
   * @param ask asks the page to draw it; answers false where there is nothing to draw
   * @param target where it is to be; a person is asked where it is missing
   * @returns where it is; undefined where nothing was saved
   */
  async draw(ask: () => Promise<boolean>, target: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    this.giveUp();
    const saved = new Promise<vscode.Uri | undefined>(done => {
      this.wanted = { target, done };
    });
    if (!(await ask())) this.giveUp();
    return saved;
  }

  /** Saves what the page has drawn. */
  async save(format: PictureFormat, bytes: Uint8Array): Promise<void> {
    const { wanted } = this;
    this.wanted = undefined;
    let saved: vscode.Uri | undefined;
    try {
      saved = await savePicture(this.opened, format, bytes, this.kind, wanted?.target);
    } finally {
      wanted?.done(saved);
    }
  }

  /** There will be no picture: nobody need wait for it. */
  giveUp(): void {
    this.wanted?.done(undefined);
    this.wanted = undefined;
  }
}
