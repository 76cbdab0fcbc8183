import type { EntryAspect } from '../../change.js';
import type { Side } from '../source.js';
import type { BookSides } from './bookSides.js';
import type { BookRespect, Both } from './entryRespect.js';
import { TEXT_ASPECTS, type TextAspect } from './ownParts.js';
import { differingAspects, textsWith, writeOwn } from './takeText.js';
import { byHand, Trial } from './trial.js';

/** Whether a respect is about the text below a heading. */
export function isTextAspect(aspect: EntryAspect): aspect is TextAspect {
  return (TEXT_ASPECTS as readonly string[]).includes(aspect);
}

/** What the text below the heading of an entry says in one respect. */
export function text(sides: BookSides, both: Both, aspect: TextAspect): BookRespect {
  return {
    isOn(book, side) {
      const entry = sides.today(book, both[side]);
      return (
        entry !== undefined && !differingAspects({ book, entry }, { book: sides[side], entry: both[side] }).has(aspect)
      );
    },
    take: (trial, side) => takeTexts(trial, sides, both, side, new Set([aspect])),
  };
}

/**
 * Makes the text below a heading say what a side says in some respects at once, in the first way in which it says the same as before
 * in all others.
 */
export function takeTexts(trial: Trial, sides: BookSides, both: Both, side: Side, aspects: ReadonlySet<string>): void {
  const goal = { book: sides[side], entry: both[side] };
  const entry = sides.today(trial.book, both[side]);
  if (entry === undefined) throw byHand(both[side]);
  for (const lines of textsWith({ book: trial.book, entry }, goal, aspects)) {
    const attempt = new Trial(trial.draft, trial.used);
    const there = sides.today(attempt.book, both[side]);
    if (there === undefined) throw byHand(entry);
    writeOwn(attempt.draft, there, lines);
    const now = sides.today(attempt.book, both[side]);
    if (now === undefined || attempt.book.entries.length !== trial.book.entries.length) continue;
    const left = differingAspects({ book: attempt.book, entry: now }, goal);
    const changed = differingAspects({ book: attempt.start, entry: there }, { book: attempt.book, entry: now });
    if ([...aspects].some(aspect => left.has(aspect)) || [...changed].some(aspect => !aspects.has(aspect))) continue;
    trial.draft.apply(attempt.draft.edits(), attempt.book);
    trial.changed(entry, sides.today(trial.book, both[side]), [...aspects]);
    return;
  }
  throw byHand(entry);
}
