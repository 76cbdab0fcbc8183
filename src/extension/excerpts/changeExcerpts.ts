import * as vscode from 'vscode';
import { saveMemo } from '../coding/editMemo.js';
import { removeCoding } from '../coding/removeCoding.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ExcerptServices } from './services.js';

/** What the page lets somebody do with excerpts; each is one undo. */
export class ChangeExcerpts {
  constructor(
    private readonly opened: OpenStudy,
    private readonly services: ExcerptServices,
  ) {}

  async remove(ids: readonly string[]): Promise<void> {
    const codings = this.codings(ids);
    if (codings.length > 0) await removeCoding(codings, this.services);
  }

  /** Asks which code they are to get. */
  async recode(ids: readonly string[]): Promise<void> {
    const codings = this.codings(ids);
    if (codings.length > 0) await vscode.commands.executeCommand(Command.recodeCoding, codings[0], codings);
  }

  /** Asks how they stand to their codes. */
  async evidence(ids: readonly string[]): Promise<void> {
    const codings = this.codings(ids);
    if (codings.length > 0) await vscode.commands.executeCommand(Command.markEvidence, codings[0], codings);
  }

  /** Asks which code the passage is to get as well. */
  async addCode(id: string): Promise<void> {
    const [coding] = this.codings([id]);
    if (coding !== undefined) await vscode.commands.executeCommand(Command.addCode, coding);
  }

  async memo(id: string, text: string): Promise<void> {
    const [coding] = this.codings([id]);
    if (coding !== undefined) await saveMemo(coding, text, this.services);
  }

  /** What is gone meanwhile is passed over: without any coding the commands would take the one at the cursor. */
  private codings(ids: readonly string[]): { opened: OpenStudy; id: string }[] {
    const { opened } = this;
    return ids.filter(id => opened.seen.index.has(id)).map(id => ({ opened, id }));
  }
}
