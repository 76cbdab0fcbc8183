import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { AgreementTexts } from '../../src/core/analysis/agreement/texts.js';
import type { Corpus } from '../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../src/core/analysis/corpus/corpusReader.js';
import type { Transcript } from '../../src/core/transcript/transcript.js';
import { NodeFileStore } from '../../src/node/fileStore.js';
import { generateStudy } from '../generate.js';
import { openStudy } from '../opening.js';

const PER_TRANSCRIPT = 250;
const CODES = 150;

/** A study whose transcripts are parsed already: that is what reading costs, and measured elsewhere. */
export interface ComparedStudy {
  readonly corpus: Corpus;
  readonly texts: AgreementTexts;
}

/** @param words of each transcript */
export async function comparedStudyOf(codings: number, words = 3_000): Promise<ComparedStudy> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-agreement-'));
  try {
    const transcripts = Math.ceil(codings / PER_TRANSCRIPT);
    generateStudy(root, { name: 'agreement', transcripts, codes: CODES, codings, words });
    const study = await openStudy(new NodeFileStore(root));
    const corpus = await new CorpusReader(study).read();
    const parsed = new Map<string, Transcript>();
    for (const { path: file } of corpus.transcripts) {
      const transcript = await study.transcripts.glance(file);
      if (transcript !== undefined) parsed.set(file, transcript);
    }
    const texts = { transcript: async (file: string) => parsed.get(file), said: () => undefined, readers: () => [] };
    return { corpus, texts };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
