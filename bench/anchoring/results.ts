import { type Case, type CaseWish, runCases } from './cases.js';
import { combinedEdits } from './edits/edits.js';
import { characterDiff } from './methods/characterDiff.js';
import { hypothesis } from './methods/hypothesis.js';
import type { Method } from './methods/method.js';
import { offsetsOnly } from './methods/offsets.js';
import { ours, oursWithoutGit } from './methods/ours.js';
import { Tallies, Tally } from './tally.js';

export const METHODS: readonly Method[] = [ours, oursWithoutGit, characterDiff, hypothesis, offsetsOnly];

/** What came out, counted. All but the first two are of ours, with git. */
export interface Results {
  /** By method: edits of one kind each. */
  readonly single: Tallies;
  /** By method: edits of many kinds. */
  readonly combined: Tallies;
  readonly edits: Tallies;
  readonly lengths: Tallies;
  /** Quotes that occur more than once, and those that do not. */
  readonly repeated: Tallies;
  readonly mechanical: Tally;
  readonly all: Tally;
}

/** Runs the cases of a wish and counts. @param seen is told every case */
export function run(methods: readonly Method[], wish: CaseWish, seen: (one: Case) => void): Results {
  const results: Results = {
    single: new Tallies(),
    combined: new Tallies(),
    edits: new Tallies(),
    lengths: new Tallies(),
    repeated: new Tallies(),
    mechanical: new Tally(),
    all: new Tally(),
  };
  for (const one of runCases(methods, wish)) {
    const { method, edit, excerpt } = one;
    (combinedEdits.includes(edit) ? results.combined : results.single).of(method.name).add(one);
    seen(one);
    if (method !== ours) continue;
    results.edits.of(edit.name).add(one);
    results.lengths.of(excerpt.length).add(one);
    results.repeated.of(excerpt.isRepeated ? REPEATED : ONCE).add(one);
    if (edit.isMechanical) results.mechanical.add(one);
    results.all.add(one);
  }
  return results;
}

export const REPEATED = 'occurs more than once';
const ONCE = 'occurs once';
