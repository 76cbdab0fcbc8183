import { ChangeRefused } from '../../../src/core/codebook/change.js';
import type { SeenTranscript } from '../../../src/core/coding/actions.js';
import type { Study } from '../../../src/core/study/study.js';
import type { Span } from '../../../src/core/text/span.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import type { Chance } from '../support/chance.js';

/** Whoever works at one clone: with the product's own functions, choosing by chance what to do. */
export interface Desk {
  readonly study: Study;
  readonly chance: Chance;
  /** Who this person is. */
  readonly coder: string;
  /** Whose files the next action goes into: the person's, or those of a folder that several people share. */
  folder(): string;
  /** Words that nobody wrote before. */
  words(about: string): string;
}

/** One thing a person may do; answers what was done, undefined where there was nothing to do it to. */
export type Action = (desk: Desk) => Promise<string | undefined>;

/** Files in the order of their paths: the study has them in the order in which they happened to be read. */
export function inOrder<F extends { readonly path: string }>(files: Iterable<F>): F[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Does something that the product may refuse for good reasons; then nothing was done. */
export async function tried(work: () => Promise<unknown>, what: string): Promise<string | undefined> {
  try {
    await work();
    return what;
  } catch (error) {
    if (error instanceof ChangeRefused) return undefined;
    throw error;
  }
}

/** A transcript of the study that is on disk, as the person sees it. */
export async function someTranscript({ study, chance }: Desk): Promise<SeenTranscript | undefined> {
  const transcript = chance.pick(study.transcriptPaths().filter(one => study.exists(one)));
  const version = transcript === undefined ? undefined : await study.transcripts.text(transcript);
  return transcript === undefined || version === undefined ? undefined : { transcript, ...version };
}

/** A passage of a few words within one turn; in code points. */
export function somePassage({ chance }: Desk, { points }: SeenTranscript): Span | undefined {
  const turns = [...points.text.matchAll(/^\*\*\w+:\*\* (.+)$/gm)];
  const turn = chance.pick(turns);
  if (turn === undefined) return undefined;
  const from = turn.index + turn[0].length - (turn[1] as string).length;
  const words = [...(turn[1] as string).matchAll(/\S+/g)];
  const first = chance.below(words.length);
  const last = Math.min(words.length - 1, first + 1 + chance.below(5));
  const [begin, end] = [words[first], words[last]];
  if (begin === undefined || end === undefined) return undefined;
  return {
    start: points.fromUtf16(from + begin.index),
    end: points.fromUtf16(from + end.index + end[0].length),
  };
}

/** Changes a file as any editor would, and has the study take it in. */
export async function editText({ study }: Desk, file: string, edit: (text: string) => string): Promise<void> {
  const before = await study.store.read(file);
  const next = encodeUtf8(edit((await study.textOf(file)) ?? ''));
  if (!(await study.store.replace(file, before, next))) throw new Error(`${file} was changed meanwhile.`);
  await study.reload([file]);
}
