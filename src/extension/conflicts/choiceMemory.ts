import type * as vscode from 'vscode';
import { fingerprintOf, questionKey } from '../../core/analysis/questions/questionReader.js';
import type { MergeChoice, MergeConflict } from '../../core/merge/merge.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What is kept of a choice: with another fingerprint, one of the sides says something else, and it is asked again. */
interface Kept {
  readonly choice: MergeChoice;
  readonly fingerprint: string;
}

/** So many choices are kept in a study, those made last. */
const MOST_KEPT = 5000;

/** Choices that were made about a study, whether carried out or put off, kept across a reload of the window. */
export class ChoiceMemory {
  private readonly name: string;

  constructor(
    private readonly memory: vscode.Memento,
    { root }: OpenStudy,
  ) {
    this.name = `verbatim.conflicts ${root.toString()}`;
  }

  /** What was chosen about a conflict that is still the same. */
  of(conflict: MergeConflict): MergeChoice | undefined {
    const kept = this.load()[questionKey(conflict)];
    const isSame = kept?.fingerprint === fingerprintOf(conflict) && conflict.choices.includes(kept.choice);
    return isSame ? kept.choice : undefined;
  }

  /** Remembers what was chosen; undefined: it is open again. */
  async put(conflicts: readonly MergeConflict[], choice: MergeChoice | undefined): Promise<void> {
    const kept = new Map(Object.entries(this.load()));
    for (const conflict of conflicts) {
      kept.delete(questionKey(conflict));
      if (choice !== undefined) kept.set(questionKey(conflict), { choice, fingerprint: fingerprintOf(conflict) });
    }
    await this.memory.update(this.name, Object.fromEntries([...kept].slice(-MOST_KEPT)));
  }

  private load(): Readonly<Record<string, Kept>> {
    return this.memory.get<Readonly<Record<string, Kept>>>(this.name) ?? {};
  }
}
