import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Corpus } from '../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../src/core/analysis/corpus/corpusReader.js';
import { NodeFileStore } from '../../src/node/fileStore.js';
import { generateStudy } from '../generate.js';
import { openStudy } from '../opening.js';

/** As dense as the middle size of the other benchmarks. */
const PER_TRANSCRIPT = 300;
const CODES = 150;

/** Everything that was said and coded in a study of so many codings, read once, and how long that took in milliseconds. */
export async function corpusOf(codings: number, words = 6_000): Promise<{ corpus: Corpus; reading: number }> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-matrix-'));
  try {
    const transcripts = codings / PER_TRANSCRIPT;
    generateStudy(root, { name: 'matrix', transcripts, codes: CODES, codings, words });
    const study = await openStudy(new NodeFileStore(root));
    const begun = performance.now();
    return { corpus: await new CorpusReader(study).read(), reading: performance.now() - begun };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
