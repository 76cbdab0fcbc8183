import type { MergeChoice } from '../../../src/core/merge/merge.js';
import { mergeBlobs } from '../../../src/core/merge/mergeStudy.js';
import type { FileBlobs, StudyGit } from '../../../src/core/ports.js';
import type { Choice } from '../model/check.js';
import { nameOf } from '../model/check.js';
import { nameOfSubject } from '../model/checkFile.js';
import type { Chance } from '../support/chance.js';
import { type Asked, nothingAsked } from './step.js';

/** Files as they became, and what had to be decided for that. */
export interface Answered extends Asked {
  /** Text by path; undefined: no such file. */
  readonly texts: ReadonlyMap<string, string | undefined>;
}

/** Puts files together as the product does, and decides by chance whatever it asks. */
export async function answerAll(git: StudyGit, files: readonly FileBlobs[], chance: Chance): Promise<Answered> {
  const told = nothingAsked();
  const decisions = new Map<string, Map<string, MergeChoice>>();
  for (const { versions, merged } of await mergeBlobs(git, files)) {
    const choices = new Map<string, MergeChoice>();
    const decided = new Map<string, Choice>();
    for (const conflict of merged.conflicts) {
      const choice = chance.pick(conflict.choices) ?? 'ours';
      choices.set(conflict.key, choice);
      decided.set(nameOf({ subject: nameOfSubject(conflict.subject), aspect: conflict.aspect }), choice);
    }
    if (choices.size === 0) continue;
    decisions.set(versions.path, choices);
    told.decided.set(versions.path, decided);
    told.asked.set(versions.path, new Set(decided.keys()));
  }
  const texts = new Map<string, string | undefined>();
  for (const { versions, merged } of await mergeBlobs(git, files, path => decisions.get(path))) {
    if (merged.conflicts.length > 0)
      throw new Error(`${versions.path}: ${merged.conflicts[0]?.key} is asked again although it was decided`);
    texts.set(versions.path, merged.text);
  }
  return { ...told, texts };
}
