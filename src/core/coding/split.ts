import { ChangeRefused } from '../codebook/change.js';
import type { CodebookEntry } from '../codebook/codebook.js';
import { codeNamed } from '../codebook/names.js';
import { fold } from '../codebook/search.js';
import { cleanTitle } from '../codebook/write.js';
import { allOrNothing } from '../study/allOrNothing.js';
import { changeCodebookOf } from '../study/changeCodebook.js';
import type { Study } from '../study/study.js';
import type { FileEdit } from '../text/lineEdit.js';
import type { Done } from './actions.js';
import { recodeCodings } from './recode.js';
import { OLD_CODE, type Sorting } from './sorting.js';

/** What a split did. */
export interface SplitDone extends Done {
  /** Ids of the codes that were sorted into, in the order of their numbers. */
  readonly codes: readonly string[];
  /** Codings that were sorted but no longer have the code: removed or given another code meanwhile. */
  readonly leftOut: readonly string[];
}

/**
 * Splits a code as it was sorted: makes the codes that do not exist yet, under the same theme, and gives the codings
 * their new codes. What was not sorted stays. All of it happens, or nothing: see `recodeCodings`.
 * @param me the coder whose codings alone are changed, where the sorting says so
 * @throws ChangeRefused where a name is missing, stands twice or is that of the code itself; nothing was changed
 */
export async function splitCode(study: Study, code: string, sorting: Sorting, me?: string): Promise<SplitDone> {
  const old = study.entry(code);
  if (old?.kind !== 'code') {
    throw new ChangeRefused(`The code “${code}” is no longer in the codebook.`, 'Undo what took it out, or cancel.');
  }
  if (sorting.onlyMine && me === undefined) {
    throw new ChangeRefused(
      'It is not known which codings are yours.',
      'Say who is coding, or sort those of all coders.',
    );
  }
  const { meant, leftOut } = codingsOf(study, old, sorting, me);
  const names = namesOf(study, old, sorting, meant);
  return allOrNothing(study, async (made, study) => {
    const edits: FileEdit[] = [];
    const keep = (more: readonly FileEdit[]): void => {
      edits.push(...more);
      more.forEach(made);
    };
    const additions = [...names.values()]
      .filter(title => codeNamed(study.codebook, title) === undefined)
      .map(title => addition(old, title));
    if (additions.length > 0) keep((await changeCodebookOf(study, ...additions)).edits);
    const ids = new Map<number, string>([[OLD_CODE, old.id]]);
    for (const [number, title] of names) {
      const id = codeNamed(study.codebook, title)?.id;
      if (id !== undefined) ids.set(number, id);
    }
    const moved = meant.filter(([, numbers]) => numbers.some(number => number !== OLD_CODE));
    const wishes = new Map(moved.map(([id, numbers]) => [id, codesOf(numbers, ids)]));
    const done = await recodeCodings(study, wishes);
    keep(done.edits);
    return { codings: done.codings, edits, codes: [...ids.values()].slice(1), leftOut };
  });
}

const addition = (old: CodebookEntry, title: string) =>
  ({ do: 'add', kind: 'code', title: cleanTitle(title), under: old.parent?.id }) as const;

/** The codings to recode with their numbers: those that still have the code and, where that was chosen, are one's own. */
function codingsOf(study: Study, old: CodebookEntry, sorting: Sorting, me: string | undefined) {
  const meant: [string, readonly number[]][] = [];
  const leftOut: string[] = [];
  for (const [id, numbers] of sorting.choices) {
    const found = study.index.find(id);
    if (found === undefined || study.entry(found.coding.code) !== old) leftOut.push(id);
    else if (!sorting.onlyMine || found.file.coder === me) meant.push([id, numbers]);
  }
  return { meant, leftOut };
}

/** The codes that have a name, by number; every code that something was sorted into must have one. */
function namesOf(
  study: Study,
  old: CodebookEntry,
  sorting: Sorting,
  meant: readonly (readonly [string, readonly number[]])[],
): Map<number, string> {
  const used = new Set(meant.flatMap(([, numbers]) => numbers));
  const names = new Map<number, string>();
  const seen = new Set<string>();
  sorting.targets.forEach((name, i) => {
    const number = i + 1;
    if (cleanTitle(name) === '') {
      if (used.has(number))
        throw new ChangeRefused(`Code ${number} has no name yet.`, 'Type one, or name an existing code.');
      return;
    }
    const known = codeNamed(study.codebook, name);
    if (known === old) {
      throw new ChangeRefused(
        `“${old.title}” is the code that is being split.`,
        'Press 0 to leave an excerpt with it.',
      );
    }
    const key = known?.id ?? `title ${fold(cleanTitle(name))}`;
    if (seen.has(key))
      throw new ChangeRefused(`“${cleanTitle(name)}” is named twice.`, 'Give one of them another name.');
    seen.add(key);
    names.set(number, name);
  });
  if (names.size === 0) throw new ChangeRefused('There is no code to sort into yet.', 'Type the name of one.');
  return names;
}

/** The old code comes first, so that its line stays as it is and the others are added. */
function codesOf(numbers: readonly number[], ids: ReadonlyMap<number, string>): string[] {
  const ordered = numbers.includes(OLD_CODE) ? [OLD_CODE, ...numbers.filter(one => one !== OLD_CODE)] : numbers;
  return ordered.map(number => ids.get(number)).filter(id => id !== undefined);
}
