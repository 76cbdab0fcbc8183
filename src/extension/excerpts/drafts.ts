import type * as vscode from 'vscode';
import { type PackedSorting, packSorting, type Sorting, unpackSorting } from '../../core/coding/sorting.js';

/** Sortings that were begun, one a code: kept when their page is closed, so that an hour of sorting is never lost. */
export class Drafts {
  constructor(private readonly memory: vscode.Memento) {}

  /** The sorting of a page. */
  get(key: string): Sorting | undefined {
    return unpackSorting(this.memory.get<unknown>(nameOf(key)));
  }

  /** Keeps a sorting; undefined drops it. */
  async keep(key: string, sorting: Sorting | undefined): Promise<void> {
    const packed: PackedSorting | undefined = sorting && packSorting(sorting);
    await this.memory.update(nameOf(key), packed);
  }
}

const nameOf = (key: string): string => `verbatim.sorting ${key}`;
