import * as vscode from 'vscode';
import { codeCounts } from '../../core/analysis/codeCounts.js';
import { Arrangement, type PhaseWish, type Sort, type Wish } from '../../core/codebook/arrange.js';
import type { Codebook } from '../../core/codebook/codebook.js';
import { Context } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';

const KEY = 'verbatim.themesArrangement';
const EVERYTHING: Wish = { sort: 'document', phases: [] };

/** In which order the Themes view shows what; kept for the workspace. */
export class ThemesArrangement implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly known = new WeakMap<Codebook, { version: number; wish: Wish; arrangement: Arrangement }>();
  private now: Wish;

  /** Fires when the order or the filter changes. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: vscode.Memento) {
    this.now = { ...EVERYTHING, ...memory.get<Partial<Wish>>(KEY) };
    this.setContexts();
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** How the person wants to see the codebook. */
  get wish(): Wish {
    return this.now;
  }

  sortBy(sort: Sort): Promise<void> {
    return this.set({ ...this.now, sort });
  }

  /** Shows entries of some phases only; of none: all. */
  filterBy(phases: readonly PhaseWish[]): Promise<void> {
    return this.set({ ...this.now, phases });
  }

  /** The codebook as it is to be shown; worked out once as long as nothing changes. */
  of({ seen: study }: OpenStudy): Arrangement {
    const { codebook, index } = study;
    const before = this.known.get(codebook);
    // Only the order by use depends on codings.
    const version = this.now.sort === 'use' ? index.version : 0;
    if (before !== undefined && before.version === version && before.wish === this.now) return before.arrangement;
    const arrangement = new Arrangement(codebook, this.now, entry => codeCounts(study).get(entry) ?? 0);
    this.known.set(codebook, { version, wish: this.now, arrangement });
    return arrangement;
  }

  private async set(wish: Wish): Promise<void> {
    this.now = wish;
    this.setContexts();
    this.changed.fire();
    await this.memory.update(KEY, wish);
  }

  private setContexts(): void {
    void vscode.commands.executeCommand('setContext', Context.themesSort, this.now.sort);
    void vscode.commands.executeCommand('setContext', Context.themesFiltered, this.now.phases.length > 0);
  }
}
