import { codePassage, type Passage, removeCodingsById } from '../src/core/coding/actions.js';
import { setMemo } from '../src/core/coding/change.js';
import type { FileStore } from '../src/core/ports.js';
import type { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import { type GeneratedStudy, passage } from './generate.js';
import { leastTime, median, timed } from './measure.js';
import { openStudy } from './opening.js';
import { seeded } from './random.js';
import { CODERS } from './sizes.js';
import { CountingStore, MemoryOverlay } from './stores.js';
import { Views } from './views.js';

const ACTIONS = 100;

/** What each act costs, the middle of all, in milliseconds. */
export interface Acts {
  readonly add: number;
  readonly change: number;
  readonly remove: number;
}

/** What changing codings costs in a study. */
export interface Changing {
  /** Index, views and durable file, by the clock. */
  readonly onDisk: Acts;
  /** The same without the disk, by `leastTime`. */
  readonly inMemory: Acts;
  /** Bytes written by an act, on average. */
  readonly bytesPerAct: number;
}

/**
 * Codes passages all over each study, gives each coding a memo and takes it away again, while the views are open that follow. The
 * studies take turns, so that a busy moment of the machine is one for all of them.
 */
export async function measureChanging(studies: readonly GeneratedStudy[]): Promise<Changing[]> {
  const counting = studies.map(({ root }) => new CountingStore(new NodeFileStore(root)));
  const onDisk = await inTurns(studies, counting, timed);
  const inMemory = await inTurns(
    studies,
    studies.map(({ root }) => new MemoryOverlay(new NodeFileStore(root))),
    leastTime,
  );
  return studies.map((_, i) => {
    const bytesPerAct = (counting[i]?.bytesWritten ?? Number.NaN) / (2 * 3 * ACTIONS);
    return { onDisk: onDisk[i] as Acts, inMemory: inMemory[i] as Acts, bytesPerAct };
  });
}

async function inTurns(
  studies: readonly GeneratedStudy[],
  stores: readonly FileStore[],
  cost: (work: () => Promise<unknown>) => Promise<number>,
): Promise<Acts[]> {
  const turns = await Promise.all(
    studies.map(async (generated, i) => {
      const study = await openStudy(stores[i] as FileStore);
      new Views(study);
      return { study, passages: await passagesToCode(study, generated), codes: generated.codes };
    }),
  );
  const costs = turns.map(() => ({ add: [] as number[], change: [] as number[], remove: [] as number[] }));
  // Once through everything first: what is timed is not the compiler of the JavaScript engine.
  for (const isTimed of [false, true]) {
    for (let action = 0; action < ACTIONS; action++) {
      for (const [i, { study, passages, codes }] of turns.entries()) {
        const at = passages[action] as Passage;
        const code = codes[action % codes.length] as string;
        let ids: string[] = [];
        const add = await cost(async () => {
          const { codings } = await codePassage(study, at, CODERS[0], [{ id: code }]);
          ids = codings.map(({ id }) => id);
        });
        const change = await cost(() => setMemo(study, ids[0] as string, `Thought of again, ${action}.`));
        const remove = await cost(() => removeCodingsById(study, ids));
        if (!isTimed) continue;
        costs[i]?.add.push(add);
        costs[i]?.change.push(change);
        costs[i]?.remove.push(remove);
      }
    }
  }
  return costs.map(({ add, change, remove }) => ({
    add: median(add),
    change: median(change),
    remove: median(remove),
  }));
}

/** Passages as an editor hands them in: the transcript is open, so its text is at hand. */
async function passagesToCode(study: Study, generated: GeneratedStudy): Promise<Passage[]> {
  const random = seeded(11);
  const passages: Passage[] = [];
  while (passages.length < ACTIONS) {
    const transcript = generated.transcripts[Math.floor(random() * generated.transcripts.length)] as string;
    const points = (await study.transcripts.text(transcript))?.points;
    if (points !== undefined)
      passages.push({ transcript, points, base: '0123456789ab', span: passage(points, random) });
  }
  return passages;
}
