import { codePassage, type Passage, removeCodingsById } from '../src/core/coding/actions.js';
import type { Study } from '../src/core/study/study.js';
import { NodeFileStore } from '../src/node/fileStore.js';
import { type GeneratedStudy, passage } from './generate.js';
import { median, timed } from './measure.js';
import { openStudy } from './opening.js';
import { seeded } from './random.js';
import { CODERS } from './sizes.js';
import { CountingStore, MemoryOverlay } from './stores.js';

const ACTIONS = 200;

/** What one action costs: medians in milliseconds, bytes as written. */
export interface Changing {
  /** Index and durable file. */
  readonly add: number;
  readonly remove: number;
  /** The same without the disk. */
  readonly addInMemory: number;
  readonly removeInMemory: number;
  readonly bytesPerAdd: number;
}

/** Codes passages all over the study, one after the other, and takes each coding away again. */
export async function measureChanging(generated: GeneratedStudy): Promise<Changing> {
  const counting = new CountingStore(new NodeFileStore(generated.root));
  const onDisk = await changes(await openStudy(counting), generated, () => counting.bytesWritten);
  const inMemory = await changes(await openStudy(new MemoryOverlay(new NodeFileStore(generated.root))), generated);
  return {
    add: onDisk.add,
    remove: onDisk.remove,
    bytesPerAdd: onDisk.bytes,
    addInMemory: inMemory.add,
    removeInMemory: inMemory.remove,
  };
}

async function changes(
  study: Study,
  generated: GeneratedStudy,
  written = () => 0,
): Promise<{ add: number; remove: number; bytes: number }> {
  const passages = await passagesToCode(study, generated);
  const add: number[] = [];
  const remove: number[] = [];
  const bytes: number[] = [];
  const action = async (at: Passage, i: number): Promise<void> => {
    const code = generated.codes[i % generated.codes.length] as string;
    const before = written();
    let ids: string[] = [];
    add.push(
      await timed(async () => {
        const { codings } = await codePassage(study, at, CODERS[0], [{ id: code }]);
        ids = codings.map(coding => coding.id);
      }),
    );
    bytes.push(written() - before);
    remove.push(await timed(() => removeCodingsById(study, ids)));
  };
  // Once through everything first: what is timed is not the compiler of the JavaScript engine.
  for (const [i, at] of passages.entries()) await action(at, i);
  for (const figures of [add, remove, bytes]) figures.length = 0;
  for (const [i, at] of passages.entries()) await action(at, i);
  return { add: median(add), remove: median(remove), bytes: median(bytes) };
}

/** Passages as an editor hands them in: the transcript is open, so its text is at hand. */
async function passagesToCode(study: Study, generated: GeneratedStudy): Promise<Passage[]> {
  const random = seeded(11);
  const passages: Passage[] = [];
  for (let i = 0; i < ACTIONS; i++) {
    const transcript = generated.transcripts[Math.floor(random() * generated.transcripts.length)] as string;
    const points = (await study.transcripts.text(transcript))?.points;
    if (points !== undefined)
      passages.push({ transcript, points, base: '0123456789ab', span: passage(points, random) });
  }
  return passages;
}
