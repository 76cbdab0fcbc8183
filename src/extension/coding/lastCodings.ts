import type * as vscode from 'vscode';
import type { Coding } from '../../core/coding/coding.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What was coded last: the codings, which extending and shrinking mean right after, and the codes, for giving them again. */
export class LastCodings {
  private opened: OpenStudy | undefined;
  private ids: ReadonlySet<string> = new Set();

  constructor(private readonly memory: vscode.Memento) {}

  /** Notes codings that were just made. */
  async made(opened: OpenStudy, codings: readonly Coding[]): Promise<void> {
    this.moved(opened, codings);
    await this.memory.update(keyOf(opened), [...new Set(codings.map(({ code }) => code))]);
  }

  /** Notes codings that were just given another passage. */
  moved(opened: OpenStudy, codings: readonly Coding[]): void {
    this.opened = opened;
    this.ids = new Set(codings.map(({ id }) => id));
  }

  /** Whether a coding is one of those that were made or moved last. */
  has(opened: OpenStudy, id: string): boolean {
    return this.opened === opened && this.ids.has(id);
  }

  /** Ids of the codes that were given last, also before the window was reloaded; codes that are gone are left out. */
  codes(opened: OpenStudy): string[] {
    const ids = this.memory.get<string[]>(keyOf(opened), []).map(id => opened.study.entry(id)?.id);
    return ids.filter(id => id !== undefined);
  }
}

const keyOf = (opened: OpenStudy): string => `verbatim.lastCodes ${opened.root.toString()}`;
