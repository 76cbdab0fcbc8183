import { ChangeRefused } from '../../codebook/change.js';
import type { Study } from '../../study/study.js';
import type { EditsTo, Written } from '../../study/write.js';
import { changesNothing, type FileEdit } from '../../text/lineEdit.js';
import type { Change } from '../change.js';
import type { Side, Sources } from './source.js';

/** A change that could not be taken over, and what to do. */
export interface Refused {
  readonly change: Change;
  readonly message: string;
  readonly remedy: string;
}

/** Codes and themes that had to come along, because what a change brings would have had no code without them. */
export interface Along {
  readonly change: Change;
  /** Their titles. */
  readonly titles: readonly string[];
}

/** What is being written while changes are taken over, and what became of each. */
export class Taking {
  readonly edits: FileEdit[] = [];
  readonly along: Along[] = [];
  private readonly refusals = new Map<Change, ChangeRefused>();

  constructor(
    readonly study: Study,
    readonly side: Side,
    readonly sources: Sources,
    private readonly made: (edit: FileEdit) => void,
  ) {}

  /** Notes an edit that is on disk. */
  readonly keep = (edit: FileEdit): void => {
    if (changesNothing(edit)) return;
    this.edits.push(edit);
    this.made(edit);
  };

  /** Changes a file of the study; see `Study.update`. */
  async update(path: string, edits: EditsTo, goesWhenEmpty = false): Promise<Written> {
    const written = await this.study.update(path, edits, goesWhenEmpty);
    this.keep(written.edit);
    return written;
  }

  /** Says that a change cannot be taken over, or (undefined) that it can after all. */
  answer(change: Change, refusal: ChangeRefused | undefined): void {
    if (refusal === undefined) this.refusals.delete(change);
    else this.refusals.set(change, refusal);
  }

  /** Whether a change was refused. */
  isRefused(change: Change): boolean {
    return this.refusals.has(change);
  }

  /** Does something for one change; where that is refused, this change is, and no other. */
  async attempt(change: Change, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      this.answer(change, error);
    }
  }

  /** All refusals, in the order of the changes. */
  refused(changes: readonly Change[]): Refused[] {
    return changes.flatMap(change => {
      const refusal = this.refusals.get(change);
      return refusal === undefined ? [] : [{ change, message: refusal.message, remedy: refusal.remedy }];
    });
  }
}
