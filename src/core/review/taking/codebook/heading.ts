import { findAttributes } from '../../../codebook/attributes.js';
import { rename, setKind, setPhase } from '../../../codebook/changes/headings.js';
import { Intention } from '../../../codebook/changes/verify.js';
import type { CodebookEntry } from '../../../codebook/codebook.js';
import { changeHeading } from '../../../codebook/edit.js';
import { headingAt } from '../../../codebook/heading.js';
import { isPhase, phaseOf } from '../../../codebook/phase.js';
import { writeTitle } from '../../../codebook/write.js';
import type { EntryAspect } from '../../change.js';
import { furtherPairs } from '../../codebook/ownText.js';
import type { Side } from '../source.js';
import type { BookSides } from './bookSides.js';
import type { BookRespect, Both } from './entryRespect.js';
import { differingAspects } from './takeText.js';
import { byHand, type Trial } from './trial.js';

/** What the heading of an entry says in one respect. */
export function heading(sides: BookSides, both: Both, aspect: EntryAspect): BookRespect {
  return {
    isOn(book, side) {
      const entry = sides.today(book, both[side]);
      return (
        entry !== undefined && !differingAspects({ book, entry }, { book: sides[side], entry: both[side] }).has(aspect)
      );
    },
    take(trial, side) {
      const entry = sides.today(trial.book, both[side]);
      if (entry === undefined) throw byHand(both[side]);
      write(trial, entry, sides, both[side], side, aspect);
      trial.changed(entry, sides.today(trial.book, both[side]), [aspect]);
    },
  };
}

function write(
  trial: Trial,
  entry: CodebookEntry,
  sides: BookSides,
  goal: CodebookEntry,
  side: Side,
  aspect: EntryAspect,
): void {
  const { draft } = trial;
  const change = (attributes: Parameters<typeof changeHeading>[2]): void =>
    draft.apply(changeHeading(draft.text, entry.line, attributes));
  // What is meant is checked against the goal afterwards.
  const intention = new Intention();
  if (aspect === 'title') {
    // An id that nobody wrote, and that no coding uses, goes along with the title, as it did there.
    const goesAlong = !entry.idWritten && !goal.idWritten && entry.id !== goal.id && !trial.used.has(entry.id);
    if (goesAlong) retitle(trial, entry, goal.title);
    else rename(draft, { do: 'rename', entry: entry.id, title: goal.title }, intention);
  } else if (aspect === 'kind') setKind(draft, entry.id, goal.kind, intention);
  else if (aspect === 'color') change({ set: { color: goal.color } });
  else if (aspect === 'phase') setPhase(draft, { do: 'phase', entries: [entry.id], phase: phaseOf(goal) }, intention);
  else if (aspect === 'classes') {
    const own = (of: CodebookEntry): string[] => of.classes.filter(name => !isPhase(name));
    change({ removeClasses: own(entry).filter(name => !own(goal).includes(name)), addClasses: own(goal) });
  } else if (aspect === 'attributes') {
    const gone = furtherPairs(trial.book, entry).map(({ name }) => [name, undefined] as const);
    const there = furtherPairs(sides[side], goal).map(({ name, value }) => [name, value] as const);
    change({ set: Object.fromEntries<string | undefined>([...gone, ...there]) });
  }
}

function retitle({ draft }: Trial, entry: CodebookEntry, title: string): void {
  const { lines } = draft;
  const { line, start, end } = headingAt(lines, entry.line);
  const old = lines[line] ?? '';
  const attributes = findAttributes(old.slice(start, end));
  const block = attributes === undefined ? '' : ` ${old.slice(start + attributes.start, end)}`;
  const now = old.slice(0, start) + writeTitle(title) + block + old.slice(end);
  draft.apply([{ line: entry.line, remove: lines.slice(entry.line, line + 1), insert: [now] }]);
}
