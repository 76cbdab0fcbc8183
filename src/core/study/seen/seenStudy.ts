import type { DiscussionIndex } from '../../discussion/discussionIndex.js';
import { CoderFiles } from '../coderFiles.js';
import { CodingIndex } from '../codingIndex.js';
import { ReadingIndex } from '../readingIndex.js';
import type { Study } from '../study.js';
import { viewOf } from '../studyView.js';
import { type Hiding, hidesFile, type IsHidden } from './hiding.js';
import { seenDiscussion } from './seenDiscussion.js';
import { hiddenPaths, seenFiles } from './seenFiles.js';

/** What is seen as long as neither the study nor what is hidden changes. */
interface Seen {
  readonly versions: string;
  readonly isHidden: IsHidden;
  discussion: { readonly versions: string; readonly value: DiscussionIndex } | undefined;
}

/**
 * A study as a person sees it who hides the work of others: the same study, but no hidden coding, note, reading state or comment is in its indexes, its
 * files or its versions, so that whoever shows something, counts or searches finds none. It stays the same object whatever is hidden; where nothing is,
 * it has the indexes of the study itself. What changes the study changes all of it, through whichever of the two it is asked.
 *
 * What must not lose what is hidden (undo, deleting, renaming, ids that are taken) works on the study itself.
 * @param hiding what is hidden now; undefined: nothing
 */
export function seenStudy(study: Study, hiding: () => Hiding | undefined): Study {
  const view = new View(study, hiding);
  const store = seenFiles(study.store, () => {
    const now = hiding();
    return now && hiddenPaths(now);
  });
  return viewOf(study, {
    index: { get: () => view.index },
    readings: { get: () => view.readings },
    discussion: { get: () => view.discussion },
    coderFiles: { get: () => view.coderFiles },
    store: { get: () => (hiding() === undefined ? study.store : store) },
  });
}

/** The indexes of what may be seen, brought up to date when somebody looks. */
class View {
  private readonly codings = new CodingIndex();
  private readonly notes = new ReadingIndex();
  private readonly files = new CoderFiles(this.codings, this.notes);
  private now: Seen | undefined;

  constructor(
    private readonly study: Study,
    private readonly hiding: () => Hiding | undefined,
  ) {}

  get index(): CodingIndex {
    return this.look() === undefined ? this.study.index : this.codings;
  }

  get readings(): ReadingIndex {
    return this.look() === undefined ? this.study.readings : this.notes;
  }

  get coderFiles(): CoderFiles {
    return this.look() === undefined ? this.study.coderFiles : this.files;
  }

  get discussion(): DiscussionIndex {
    const seen = this.look();
    const { discussion, index } = this.study;
    if (seen === undefined) return discussion;
    const versions = `${seen.versions} ${discussion.version}`;
    if (seen.discussion?.versions !== versions) {
      seen.discussion = { versions, value: seenDiscussion(discussion, index, seen.isHidden) };
    }
    return seen.discussion.value;
  }

  /** Takes in what is new; undefined where nothing is hidden. */
  private look(): Seen | undefined {
    const hiding = this.hiding();
    if (hiding === undefined) return undefined;
    const { index, readings } = this.study;
    const versions = `${index.version} ${readings.version} ${hiding.key}`;
    if (this.now?.versions === versions) return this.now;
    const isHidden = hiding.decide();
    this.now = { versions, isHidden, discussion: undefined };
    take(this.codings, index, isHidden);
    take(this.notes, readings, isHidden);
    return this.now;
  }
}

/** Makes an index hold the files of another one that are not hidden. */
function take<F extends { readonly path: string; readonly coder: string; readonly transcript: string }>(
  seen: { allFiles(): Iterable<F>; file(path: string): F | undefined; set(file: F): void; delete(path: string): void },
  all: { allFiles(): Iterable<F>; file(path: string): F | undefined },
  isHidden: IsHidden,
): void {
  for (const { path } of [...seen.allFiles()]) if (all.file(path) === undefined) seen.delete(path);
  for (const file of all.allFiles()) {
    if (hidesFile(isHidden, file)) seen.delete(file.path);
    else if (seen.file(file.path) !== file) seen.set(file);
  }
}
