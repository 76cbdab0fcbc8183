import type { FileVersions, MergeChoice } from '../../../src/core/merge/merge.js';
import { mergeFile } from '../../../src/core/merge/mergeFile.js';
import { askGit } from '../clones/git.js';
import type { World } from '../clones/world.js';
import { differencesFrom, nameOf } from '../model/check.js';
import { nameOfSubject } from '../model/checkFile.js';
import { idealFile } from '../model/idealFile.js';
import { readFile } from '../model/readFile.js';

/** What two versions come from, and what is wrong with how that was made. */
export interface VirtualBases {
  readonly texts: readonly (string | undefined)[];
  readonly wrong: readonly string[];
}

/** As many of these as the product keeps. */
const MOST = 8;

/**
 * What several bases come to: they are put together in turn, from what they come from themselves. Where they contradict each other there are several
 * texts, with all as the one has it, and as the other. Each of these merges has to be what the ideal model says.
 */
export function virtualBases(world: World, root: string, bases: readonly string[], path: string): VirtualBases {
  const known = world.common.get(`${path} ${bases.join(' ')}`) ?? madeOf(world, root, bases, path);
  world.common.set(`${path} ${bases.join(' ')}`, known);
  return known;
}

function madeOf(world: World, root: string, bases: readonly string[], path: string): VirtualBases {
  const { versions } = world;
  versions.load(root, bases);
  const [first, ...others] = bases;
  if (first === undefined) return { texts: [], wrong: [] };
  let texts = [versions.text(root, first, path)];
  const done = [first];
  const wrong: string[] = [];
  for (const other of others) {
    const theirs = versions.text(root, other, path);
    if (texts.some(text => text !== theirs)) {
      const below = askGit(root, ['merge-base', '--all', other, ...done])
        .out.split('\n')
        .filter(Boolean);
      const before = below.length === 0 ? { texts: [undefined], wrong: [] } : virtualBases(world, root, below, path);
      const all = texts.flatMap(ours =>
        (['ours', 'theirs'] as const).map(side => settledAs(side, { path, bases: before.texts, ours, theirs })),
      );
      wrong.push(...before.wrong, ...all.flatMap(one => one.wrong.map(fault => `${path} of ${bases}: ${fault}`)));
      texts = [...new Set(all.map(one => one.text))].slice(0, MOST);
    }
    done.push(other);
  }
  return { texts, wrong };
}

/** A file with all that is asked as one side has it. */
function settledAs(side: 'ours' | 'theirs', versions: FileVersions): { text: string | undefined; wrong: string[] } {
  const decisions = new Map<string, MergeChoice>();
  const names = new Map<string, 'ours' | 'theirs'>();
  let merged = mergeFile(versions);
  while (side === 'theirs' && merged.conflicts.some(({ key }) => !decisions.has(key))) {
    for (const { key, subject, aspect } of merged.conflicts) {
      decisions.set(key, side);
      names.set(nameOf({ subject: nameOfSubject(subject), aspect }), side);
    }
    merged = mergeFile(versions, decisions);
  }
  const { path, bases, ours, theirs } = versions;
  const read = (text: string | undefined) => readFile(path, text);
  const expected = idealFile(path, bases.map(read), read(ours), read(theirs));
  return { text: merged.text, wrong: differencesFrom(expected, names, read(merged.text)) };
}
