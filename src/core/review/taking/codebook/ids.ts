import { ChangeRefused } from '../../../codebook/change.js';
import { writtenParent } from '../../../codebook/changes/heading.js';
import { setFormer } from '../../../codebook/changes/merge.js';
import { writeNumberedIds } from '../../../codebook/changes/move.js';
import type { Codebook, CodebookEntry } from '../../../codebook/codebook.js';
import { changeHeading } from '../../../codebook/edit.js';
import { otherSide } from '../source.js';
import type { BookSides } from './bookSides.js';
import type { BookRespect, Both } from './entryRespect.js';
import { byHand, type Trial } from './trial.js';

/** The id of an entry. */
export function ownId(sides: BookSides, both: Both): BookRespect {
  return {
    isOn: (book, side) => sides.today(book, both[side])?.id === both[side].id,
    take(trial, side) {
      const goal = both[side];
      writeNumberedIds(trial.draft);
      const entry = sides.today(trial.book, goal);
      if (entry === undefined) throw byHand(goal);
      const owner = trial.book.find(goal.id);
      if (owner !== undefined && owner !== entry) {
        throw new ChangeRefused(
          `“${goal.id}” is or was the id of “${owner.title}” today.`,
          'Give one of the two another id first.',
        );
      }
      // Codings made with the id that goes must not lose their code; some may be about to go themselves.
      const isUsed = trial.used.has(entry.id);
      const keepsOld = goal.formerly.includes(entry.id) || isUsed;
      if (isUsed && !goal.formerly.includes(entry.id) && !trial.isLast) throw inUse(entry.id, entry);
      const formerly = [...entry.formerly.filter(id => id !== goal.id), ...(keepsOld ? [entry.id] : [])];
      const { draft, intention } = trial;
      const named = keepsOld ? [] : childrenNamed(trial, entry);
      const set = { formerly: formerly.length === 0 ? undefined : formerly.join(' ') };
      const { text } = draft;
      draft.apply([
        ...changeHeading(text, entry.line, { id: goal.id, set }),
        ...named.flatMap(child => changeHeading(text, child.line, { set: { parent: goal.id } })),
      ]);
      trial.changed(entry, sides.today(trial.book, goal), []);
      intention.added.set(goal.id, { title: entry.title, formerly, parent: entry.parent?.id });
    },
  };
}

/** What names an entry in `parent=`. */
function childrenNamed({ draft }: Trial, entry: CodebookEntry): CodebookEntry[] {
  const { lines } = draft;
  return entry.children.filter(child => writtenParent(lines, child) === entry.id);
}

/** The former ids that an entry stands for, but for those that came or went with a merge, an un-merge or a change of its own id. */
export function formerIds(sides: BookSides, both: Both): BookRespect {
  const expected = expectedFormer(sides, both);
  // What its own change of id does to them is said by that.
  const isOwn = (id: string): boolean => id === both.before.id || id === both.after.id;
  const came = both.after.formerly.filter(id => !isOwn(id) && !expected.has(id));
  const went = [...expected].filter(id => !isOwn(id) && !both.after.formerly.includes(id));
  const ids = { after: { has: came, lacks: went }, before: { has: went, lacks: came } };
  return {
    isOn(book: Codebook, side) {
      const entry = sides.today(book, both[side]);
      if (entry === undefined) return false;
      const { has, lacks } = ids[side];
      return has.every(id => entry.formerly.includes(id)) && !lacks.some(id => entry.formerly.includes(id));
    },
    take(trial, side) {
      const entry = sides.today(trial.book, both[side]);
      if (entry === undefined) throw byHand(both[otherSide(side)]);
      const { has, lacks } = ids[side];
      const lost = lacks.find(id => trial.used.has(id));
      if (lost !== undefined) throw inUse(lost, entry);
      const formerly = [...entry.formerly.filter(id => !lacks.includes(id)), ...has];
      setFormer(trial.draft, entry, [...new Set(formerly)], trial.intention);
    },
  };
}

/** The former ids that an entry has after the change if nothing happened to them but what is said otherwise. */
function expectedFormer({ matches }: BookSides, { before, after }: Both): Set<string> {
  const ids = new Set(before.formerly);
  for (const [entry, into] of matches.merged)
    if (into === after) for (const id of [entry.id, ...entry.formerly]) ids.add(id);
  for (const [entry, from] of matches.unmerged)
    if (from === after) for (const id of [entry.id, ...entry.formerly]) ids.delete(id);
  return ids;
}

function inUse(id: string, { title }: CodebookEntry): ChangeRefused {
  return new ChangeRefused(
    `Codings were made with “${id}”, which stands for “${title}” today.`,
    'Give these codings another code first.',
  );
}
