import type { FileStore, Journal } from '../ports.js';
import type { Study } from './study.js';

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
  const { store } = study;
  const noted: FileStore = Object.create(store, {
    replace: { value: journal.replace.bind(journal) },
    move: { value: journal.move.bind(journal) },
    journal: { value: undefined },
  });
  const inside = Object.create(study, {
    store: { value: noted },
    update: {
      value: (...[path, edits, goesWhenEmpty]: Parameters<Study['update']>) =>
        study.update(path, edits, goesWhenEmpty, noted),
    },
    move: { value: (from: string, to: string) => study.move(from, to, noted) },
  }) as Study;
  for (const key of ['refresh', 'reload', 'reread', 'followRenames', 'onDidChange'] as const)
    Object.defineProperty(inside, key, { value: study[key].bind(study) });
  return inside;
}
