import { ChangeRefused } from '../../../codebook/change.js';
import { BookDraft } from '../../../codebook/changes/draft.js';
import { factsOf, Intention, verify } from '../../../codebook/changes/verify.js';
import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import type { LineEdit } from '../../../text/lineEdit.js';
import { differingAspects } from './takeText.js';

/** A codebook on which one change is tried: it comes out whole, or nothing of it is kept. */
export class Trial {
  readonly draft: BookDraft;
  readonly intention = new Intention();
  readonly start: Codebook;

  /**
   * @param from today's codebook, with what earlier changes left
   * @param used ids that codings use
   * @param isLast what is still in use now stays so: nobody comes after this
   */
  constructor(
    from: Pick<BookDraft, 'text' | 'book'>,
    readonly used: ReadonlySet<string>,
    readonly isLast = true,
  ) {
    this.draft = new BookDraft(from.text, from.book);
    this.start = from.book;
  }

  /** The codebook as it is now. */
  get book(): Codebook {
    return this.draft.book;
  }

  /**
   * Notes that what was done to an entry is just what its heading and text say now.
   * @param aspects the respects in which it may say something else than before
   * @throws ChangeRefused where it does in another one
   */
  changed(was: CodebookEntry, now: CodebookEntry | undefined, aspects: readonly string[]): void {
    if (now === undefined) throw byHand(was);
    const differing = differingAspects({ book: this.start, entry: was }, { book: this.book, entry: now });
    if ([...differing].some(aspect => !aspects.includes(aspect))) throw byHand(was);
    if (was.id === now.id) this.intention.change(was.id, factsOf(now));
    else {
      this.intention.removed.add(was.id);
      this.intention.added.set(now.id, {});
      for (const child of was.children) this.intention.change(child.id, { parent: now.id });
    }
  }

  /**
   * The edits that came out of it.
   * @throws ChangeRefused where more was changed than was meant to be
   */
  edits(): LineEdit[] {
    verify(this.start, this.book, this.intention);
    return this.draft.edits();
  }
}

/** What cannot be done to an entry without doing something else to it as well. */
export function byHand(entry: CodebookEntry): ChangeRefused {
  return new ChangeRefused(
    `The text of “${entry.title}” is written in such a way that this would change more of it than it should.`,
    'Make the change by hand in codebook.md.',
  );
}
