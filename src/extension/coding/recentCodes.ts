import type * as vscode from 'vscode';
import type { OpenStudy } from '../study/openStudy.js';

/** How many codes are remembered: the picker shows a few at its top, the others come first among those that fit alike. */
const MOST_KEPT = 50;

/** The codes somebody used last in a study, on this machine. */
export class RecentCodes {
  constructor(private readonly memory: vscode.Memento) {}

  /** Ids, the last used first; codes that are gone are left out. */
  of(opened: OpenStudy): string[] {
    return this.memory.get<string[]>(keyOf(opened), []).filter(id => opened.study.entry(id) !== undefined);
  }

  /** Notes that codes were used. */
  async use(opened: OpenStudy, codes: readonly string[]): Promise<void> {
    const all = [...codes, ...this.of(opened)];
    await this.memory.update(keyOf(opened), [...new Set(all)].slice(0, MOST_KEPT));
  }
}

const keyOf = (opened: OpenStudy): string => `verbatim.recentCodes ${opened.root.toString()}`;
