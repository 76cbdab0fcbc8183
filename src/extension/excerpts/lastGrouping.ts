import type * as vscode from 'vscode';
import { type Grouping, isGrouping } from '../../core/analysis/excerptGroups.js';

const NAME = 'verbatim.excerptGrouping';

/** What somebody grouped excerpts by last: the next page begins with it. */
export class LastGrouping {
  constructor(private readonly memory: vscode.Memento) {}

  get value(): Grouping {
    const kept = this.memory.get<unknown>(NAME);
    return isGrouping(kept) ? kept : 'transcript';
  }

  async keep(grouping: unknown): Promise<void> {
    if (isGrouping(grouping)) await this.memory.update(NAME, grouping);
  }
}
