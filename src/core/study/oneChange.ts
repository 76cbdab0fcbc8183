import type { FileStore, Journal } from '../ports.js';
import { overlaid } from './overlaid.js';
import type { Study } from './study.js';
import { viewOf } from './studyView.js';

/**
 * A change of several files that is whole or not at all, also should the process die: what is written through its `study` is noted before.
 * In a change that is part of another one, and where the store keeps no journal, it is the study itself.
 */
export class OneChange {
  /** Through which the change is made. */
  readonly study: Study;
  private readonly journal: Journal | undefined;

  /** @param mostFiles how many files it changes at most: one alone is whole by itself, and costs nothing more */
  constructor(study: Study, mostFiles: number) {
    this.journal = mostFiles > 1 ? study.store.journal?.() : undefined;
    this.study = this.journal === undefined ? study : through(study, this.journal);
  }

  /** Whether the next start would take back what was left as it is. */
  get isNoted(): boolean {
    return this.journal !== undefined;
  }

  /** All of it is done. @throws when the disk refuses: then it does not count as done */
  async end(): Promise<void> {
    await this.journal?.end();
  }

  /**
   * It was broken off.
   * @param isPutBack whether all is as before; where it is not, the next start tries
   */
  async breakOff(isPutBack: boolean): Promise<void> {
    const end = async (): Promise<void> => (isPutBack ? this.journal?.end() : this.journal?.leave());
    // Why it was broken off is what the person must hear of; once more helps where a program was in the way.
    await end().catch(() => end().catch(() => undefined));
  }
}

/** The same study, whose files are changed through a journal. */
function through(study: Study, journal: Journal): Study {
  const noted = overlaid<FileStore>(study.store, {
    replace: journal.replace.bind(journal),
    move: journal.move.bind(journal),
    journal: () => undefined,
  });
  const update: Study['update'] = (path, edits, goesWhenEmpty) => study.update(path, edits, goesWhenEmpty, noted);
  const move: Study['move'] = (from, to) => study.move(from, to, noted);
  return viewOf(study, { store: { value: noted }, update: { value: update }, move: { value: move } });
}
