import type { CorpusTranscript } from './corpus.js';

/** The names that occur in one transcript. */
export interface NamesIn {
  /** Labels of those who speak. */
  readonly speakers: ReadonlySet<string>;
  readonly coders: ReadonlySet<string>;
  /** Ids of codes, as codings have them, with how many excerpts each has. */
  readonly codes: ReadonlyMap<string, number>;
}

/** A transcript that did not change has the same names in the next corpus: after a change only one is gone through. */
const known = new WeakMap<CorpusTranscript, NamesIn>();

/** The names that occur in a transcript, collected once. */
export function namesIn(transcript: CorpusTranscript): NamesIn {
  const names = known.get(transcript) ?? collect(transcript);
  known.set(transcript, names);
  return names;
}

function collect({ turns, excerpts }: CorpusTranscript): NamesIn {
  const speakers = new Set<string>();
  for (const { speaker } of turns) if (speaker !== undefined) speakers.add(speaker);
  const coders = new Set<string>();
  const codes = new Map<string, number>();
  for (const { coder, coding } of excerpts) {
    coders.add(coder);
    codes.set(coding.code, (codes.get(coding.code) ?? 0) + 1);
  }
  return { speakers, coders, codes };
}
