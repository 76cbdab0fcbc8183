import { ChangeRefused } from '../../../codebook/change.js';
import { BookDraft } from '../../../codebook/changes/draft.js';
import type { CodebookEntry } from '../../../codebook/codebook.js';
import { inPieces, type Pieces } from '../../../pieces.js';
import { CODEBOOK_FILE } from '../../../study/layout.js';
import type { LineEdit } from '../../../text/lineEdit.js';
import type { Change, CodebookTextChange, EntryChange } from '../../change.js';
import { isAnother } from '../refusals.js';
import { otherSide } from '../source.js';
import type { Taking } from '../taking.js';
import { orderOf } from './arrangement.js';
import type { BookSides } from './bookSides.js';
import { bookText } from './bookText.js';
import { type BookRespect, respectOfEntry } from './entryRespect.js';
import { putEntry } from './presence.js';
import { sidesOf } from './standing.js';
import { isTextAspect, takeTexts } from './texts.js';
import { Trial } from './trial.js';

/** A change of what is in the codebook. */
export type BookChange = EntryChange | CodebookTextChange;

/** A change that is about to give a coding a code. */
export interface Needed {
  readonly change: Change;
  readonly code: string;
}

/**
 * Takes changes of the codebook over, as one edit of the file. One that can only be made after another one waits for it; what cannot
 * be made at all is refused.
 * @param isLast nothing is taken over after this that could make room for a change
 * @param needed codes that have to be there afterwards: they come along with their themes, where only the side has them
 */
export async function takeCodebook(
  taking: Taking,
  changes: readonly BookChange[],
  needed: readonly Needed[] = [],
  isLast = false,
): Promise<void> {
  if (changes.length + needed.length === 0) return;
  const { sources } = taking;
  const sides = await sidesOf(sources);
  let work = new BookWork(taking, sides, '', isLast);
  await taking.update(CODEBOOK_FILE, async text => {
    work = new BookWork(taking, sides, text ?? '', isLast);
    await inPieces(work.takeOver(changes, needed), { pause: taking.study.environment.takingTurns?.() });
    return work.edits();
  });
  work.tell();
}

/** Changes on their way into one text of the codebook. */
class BookWork {
  private readonly draft: BookDraft;
  private readonly used: ReadonlySet<string>;
  private readonly answers = new Map<Change, ChangeRefused | undefined>();
  /** What stands among its siblings as that side has it before anything is done, and only so. */
  private readonly settled: readonly BookRespect[];
  private readonly brought: { change: Change; titles: string[] }[] = [];

  constructor(
    private readonly taking: Taking,
    private readonly sides: BookSides,
    text: string,
    private readonly isLast: boolean,
  ) {
    this.draft = new BookDraft(text);
    const { side } = taking;
    const orders = sides.rearranged.map(both => orderOf(sides, both));
    this.settled = orders.filter(
      order => order.isOn(this.draft.book, side) && !order.isOn(this.draft.book, otherSide(side)),
    );
    this.used = new Set(taking.study.index.usedCodes());
  }

  edits(): LineEdit[] {
    return this.draft.edits();
  }

  /** Says what became of each change. */
  tell(): void {
    for (const [change, answer] of this.answers) this.taking.answer(change, answer);
    this.taking.along.push(...this.brought);
  }

  /** Takes changes over, and brings codes that codings are about to get: a piece of work each. */
  *takeOver(changes: readonly BookChange[], needed: readonly Needed[]): Pieces<void> {
    yield* this.takeTextsTogether(changes);
    yield* this.takeAll(changes);
    yield* this.bring(needed);
  }

  /** Where several respects of one text change, all of them at once are as the side has them, letter by letter. */
  private *takeTextsTogether(changes: readonly BookChange[]): Pieces<void> {
    const { side } = this.taking;
    const groups = new Map<CodebookEntry, Extract<EntryChange, { what: 'entry-changed' }>[]>();
    for (const change of changes) {
      if (change.what !== 'entry-changed' || !isTextAspect(change.aspect)) continue;
      groups.set(change.after, [...(groups.get(change.after) ?? []), change]);
    }
    for (const group of groups.values()) {
      yield;
      const [first] = group;
      if (first === undefined || group.length === 1 || !group.every(change => this.isOpen(change))) continue;
      const aspects = new Set<string>(group.map(({ aspect }) => aspect));
      this.attempt(trial => {
        const both = { before: this.inBook('before', first.before), after: this.inBook('after', first.after) };
        if (both.before !== undefined && both.after !== undefined)
          takeTexts(trial, this.sides, { before: both.before, after: both.after }, side, aspects);
      });
    }
  }

  /** Takes one after the other, and those that were refused again, as long as that helps. */
  private *takeAll(changes: readonly BookChange[]): Pieces<void> {
    let left = changes;
    for (;;) {
      const refused: BookChange[] = [];
      for (const change of left) {
        yield;
        const answer = this.take(change);
        this.answers.set(change, answer);
        if (answer !== undefined) refused.push(change);
      }
      if (refused.length === 0 || refused.length === left.length) break;
      left = refused;
    }
    yield* this.settle(changes.filter(change => this.answers.get(change) === undefined));
  }

  /** What came to stand beside an entry that was in its place may have parted it from its neighbours. */
  private *settle(done: readonly BookChange[]): Pieces<void> {
    const { side } = this.taking;
    const orders = done.filter(change => change.what === 'entry-changed' && change.aspect === 'order');
    for (const respect of [...this.settled, ...orders.map(change => this.respectOf(change))]) {
      yield;
      if (!respect.isOn(this.draft.book, side)) this.attempt(trial => respect.take(trial, side));
    }
  }

  /** Brings codes that codings are about to get, with the themes they are in. */
  private *bring(needed: readonly Needed[]): Pieces<void> {
    const { side } = this.taking;
    for (const { change, code } of needed) {
      yield;
      if (this.draft.book.find(code) !== undefined) continue;
      const entry = this.sides[side].find(code);
      if (entry === undefined) continue;
      const titles: string[] = [];
      const answer = this.attempt(trial => {
        const today = this.sides.today(trial.book, entry);
        if (today !== undefined) throw goesByAnother(code, today);
        for (const one of [...ancestorsOf(entry).reverse(), entry]) {
          if (this.sides.today(trial.book, one) !== undefined) continue;
          putEntry(trial, this.sides, one, side);
          titles.push(one.title);
        }
      });
      if (answer !== undefined) this.answers.set(change, answer);
      else if (titles.length > 0) this.brought.push({ change, titles });
    }
  }

  private take(change: BookChange): ChangeRefused | undefined {
    const { side } = this.taking;
    try {
      const respect = this.respectOf(change);
      const { book } = this.draft;
      if (respect.isOn(book, side)) return undefined;
      if (!respect.isOn(book, otherSide(side))) return isAnother(subjectOf(change));
      return this.attempt(trial => {
        respect.take(trial, side);
        if (!respect.isOn(trial.book, side)) throw isAnother(subjectOf(change));
      });
    } catch (error) {
      if (error instanceof ChangeRefused) return error;
      throw error;
    }
  }

  private isOpen(change: BookChange): boolean {
    const respect = this.respectOf(change);
    return respect.isOn(this.draft.book, otherSide(this.taking.side));
  }

  private respectOf(change: BookChange): BookRespect {
    return change.what === 'codebook-text' ? bookText(this.sides) : respectOfEntry(this.sides, change);
  }

  private inBook(side: 'before' | 'after', entry: CodebookEntry): CodebookEntry | undefined {
    return this.sides[side].entries.find(({ id, line }) => id === entry.id && line === entry.line);
  }

  /** Does something to the codebook, or nothing. */
  private attempt(work: (trial: Trial) => void): ChangeRefused | undefined {
    const trial = new Trial(this.draft, this.used, this.isLast);
    try {
      work(trial);
      this.draft.apply(trial.edits(), trial.book);
      return undefined;
    } catch (error) {
      if (error instanceof ChangeRefused) return error;
      throw error;
    }
  }
}

function ancestorsOf(entry: CodebookEntry): CodebookEntry[] {
  const above: CodebookEntry[] = [];
  for (let at = entry.parent; at !== undefined; at = at.parent) above.push(at);
  return above;
}

function subjectOf(change: BookChange): string {
  if (change.what === 'codebook-text') return 'What stands before the first theme of the codebook';
  return `“${('after' in change ? change.after : change.before).title}”`;
}

function goesByAnother(code: string, today: CodebookEntry): ChangeRefused {
  return new ChangeRefused(
    `The code “${code}” is “${today.title}” (${today.id}) in the codebook today, which does not say so.`,
    'Take over first that its id changed.',
  );
}
