import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Corpus } from '../../src/core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../src/core/analysis/corpus/corpusReader.js';
import { openStudy } from '../../src/node/studies.js';
import { type GeneratedStudy, generateStudy } from '../generate.js';
import { timed } from '../measure.js';
import { seeded } from '../random.js';

/** What a study for questions is made of; two coders code it. */
export interface QuestionStudy {
  readonly transcripts: number;
  readonly codings: number;
}

const CODES = 150;
const WORDS = 6000;
/** Of so many codings one is marked as evidence, and one has a memo. */
const MARKED = 5;

/** Everything that was said and coded in a generated study, with scope, roles, phases, memos and evidence; the same at every run. */
export async function questionCorpus({
  transcripts,
  codings,
}: QuestionStudy): Promise<{ corpus: Corpus; reading: number }> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-query-'));
  try {
    enrich(generateStudy(root, { name: 'Q', transcripts, codings, codes: CODES, words: WORDS }));
    const study = await openStudy(root, { now: () => 0, random: seeded(1) });
    let corpus: Corpus | undefined;
    const reading = await timed(async () => {
      corpus = await new CorpusReader(study).read();
    });
    return { corpus: corpus as Corpus, reading };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function enrich({ root, codingFiles, transcripts }: GeneratedStudy): void {
  const edit = (file: string, change: (text: string) => string): void => {
    const target = path.join(root, file);
    writeFileSync(target, change(readFileSync(target, 'utf8')));
  };
  edit('codebook.md', text =>
    text.replace('{#code-7}', '{#code-7 .scope}').replace('{#code-1}', '{#code-1 .reviewed}'),
  );
  const rows = transcripts.map((_, i) => `PP${i},${i % 3 === 0 ? 'peer' : 'non-peer'},${'ABC'[i % 3]}\n`);
  edit('participants.csv', () => `participant,role,site\n${rows.join('')}`);
  for (const file of codingFiles) {
    let line = 0;
    edit(file, text =>
      text.replaceAll(', "created": "2026-03-02', () => {
        const month = String((line % 12) + 1).padStart(2, '0');
        const marks = line++ % MARKED === 0 ? ', "evidence": "contradicts", "memo": "What surprised us here."' : '';
        return `${marks}, "created": "2026-${month}-02`;
      }),
    );
  }
}
