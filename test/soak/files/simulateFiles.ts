import type { FileVersions, MergeChoice, MergedFile } from '../../../src/core/merge/merge.js';
import { Study } from '../../../src/core/study/study.js';
import { MemoryStore } from '../../unit/support/memoryStore.js';
import { checkFile } from '../model/checkFile.js';
import { kindOf } from '../model/state.js';
import { Chance } from '../support/chance.js';
import { doSomething } from '../work/actions.js';
import type { Desk } from '../work/desk.js';
import { firstStudy } from '../work/firstStudy.js';

/** What makes one file of two; as `mergeFile`. */
export type Merger = (versions: FileVersions, decisions?: ReadonlyMap<string, MergeChoice>) => MergedFile;

/** What a simulation did, and what it found wrong. */
export interface FilesReport {
  readonly merges: number;
  readonly conflicts: number;
  readonly wrong: readonly string[];
}

type Files = ReadonlyMap<string, string>;

/**
 * Two people work apart from the same study, and their files are put together, again and again: without git, in memory, with one merge of
 * files. Whatever is not as the ideal model says it must be is wrong.
 * @param merge what puts files together
 * @param isEnough whether what was found wrong tells all that is to be known
 */
export async function simulateFiles(
  seed: number,
  rounds: number,
  merge: Merger,
  isEnough: (wrong: readonly string[]) => boolean = () => false,
): Promise<FilesReport> {
  const chance = new Chance(seed);
  let clock = Date.UTC(2026, 0, 5, 9);
  let words = 0;
  const tick = (): number => (clock += 1000);
  const found = { merges: 0, conflicts: 0, wrong: [] as string[] };
  let base: Files = firstStudy(chance);
  for (let round = 0; round < rounds && !isEnough(found.wrong); round++) {
    const apart: Files[] = [];
    const done: string[] = [];
    for (const coder of ['EA', 'MB']) {
      const store = new MemoryStore(Object.fromEntries(base));
      const study = new Study(store, { now: tick, random: () => chance.next() });
      await study.refresh();
      const desk: Desk = {
        study,
        chance,
        coder,
        folder: () => (chance.percent(85) ? 'consensus' : coder),
        words: about => `${about} ${++words} of ${coder}`,
      };
      const many = 6 + chance.below(14);
      for (let i = 0; i < many; i++) done.push(`${coder}: ${await doSomething(desk)}`);
      apart.push(await filesIn(study));
    }
    const [ours = base, theirs = base] = apart;
    const next = new Map<string, string>();
    for (const path of new Set([...base.keys(), ...ours.keys(), ...theirs.keys()])) {
      const versions = { path, bases: [base.get(path)], ours: ours.get(path), theirs: theirs.get(path) };
      if (kindOf(path) === 'text') {
        const text = versions.ours === versions.bases[0] ? versions.theirs : versions.ours;
        if (text !== undefined) next.set(path, text);
        continue;
      }
      const { text, conflicts, wrong } = checkFile(versions, merge, chance);
      if (versions.ours !== versions.theirs) found.merges++;
      found.conflicts += conflicts;
      found.wrong.push(...wrong.map(one => `round ${round}, ${path}: ${one}\n${told(versions, text, done)}`));
      if (text !== undefined) next.set(path, text);
    }
    base = next;
  }
  return found;
}

async function filesIn(study: Study): Promise<Files> {
  const files = new Map<string, string>();
  for (const { path } of await study.store.list()) files.set(path, (await study.textOf(path)) ?? '');
  return files;
}

function told(versions: FileVersions, got: string | undefined, done: readonly string[]): string {
  const { bases, ours, theirs } = versions;
  return `base:\n${bases[0]}\nours:\n${ours}\ntheirs:\n${theirs}\ngot:\n${got}\ndone:\n${done.join('\n')}\n`;
}
