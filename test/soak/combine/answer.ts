import type { MergeChoice, MergeConflict } from '../../../src/core/merge/merge.js';
import { mergeBlobs } from '../../../src/core/merge/mergeStudy.js';
import type { FileBlobs, StudyGit } from '../../../src/core/ports.js';
import { type Choice, nameOf } from '../model/check.js';
import { nameOfSubject } from '../model/checkFile.js';
import type { Chance } from '../support/chance.js';
import { type Asked, nothingAsked } from './step.js';

/** Files as they became, and what had to be decided for that. */
export interface Answered extends Asked {
  /** By path; undefined: no such file. */
  readonly files: ReadonlyMap<string, Uint8Array | undefined>;
}

/** Decisions may raise further questions, but not for ever. */
const MOST_LOOKS = 5;

type Decisions = Map<string, Map<string, MergeChoice>>;

/** Puts files together as the product does, and decides by chance whatever it asks. */
export async function answerAll(git: StudyGit, files: readonly FileBlobs[], chance: Chance): Promise<Answered> {
  const told = nothingAsked();
  const decisions: Decisions = new Map();
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const made = await mergeBlobs(git, files, path => decisions.get(path));
    const open = made.filter(({ merged }) => merged.conflicts.length > 0);
    for (const { versions, merged } of open) take(versions.path, merged.conflicts, chance, decisions, told);
    if (open.length === 0)
      return { ...told, files: new Map(made.map(({ versions, bytes }) => [versions.path, bytes])) };
  }
  throw new Error(`The same is asked again and again: ${[...told.asked].map(String).join('; ')}`);
}

/** Decides by chance what is in question in a file, and writes down that it was asked. */
export function take(
  path: string,
  conflicts: readonly MergeConflict[],
  chance: Chance,
  decisions: Decisions,
  { asked, decided }: Asked,
): void {
  const choices = decisions.get(path) ?? new Map<string, MergeChoice>();
  const names = decided.get(path) ?? new Map<string, Choice>();
  for (const { subject, aspect, key, choices: allowed } of conflicts) {
    const choice: MergeChoice = chance.pick(allowed) ?? 'ours';
    choices.set(key, choice);
    names.set(nameOf({ subject: nameOfSubject(subject), aspect }), choice);
  }
  decisions.set(path, choices);
  decided.set(path, names);
  asked.set(path, new Set(names.keys()));
}
