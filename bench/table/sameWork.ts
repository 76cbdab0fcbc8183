import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { agreementOf } from '../../src/core/analysis/agreement/agreementOf.js';
import { agreementTexts } from '../../src/core/analysis/agreement/texts.js';
import { usesOf } from '../../src/core/analysis/codeUse.js';
import { CorpusReader } from '../../src/core/analysis/corpus/corpusReader.js';
import { excerptReport } from '../../src/core/analysis/excerptReport.js';
import { excerptsOf } from '../../src/core/analysis/excerpts.js';
import { cooccurrenceOf } from '../../src/core/analysis/matrix/cooccurrenceOf.js';
import { atOnce } from '../../src/core/pieces.js';
import { formatCsv } from '../../src/core/report/excerpts/csv.js';
import { rowOf } from '../../src/core/report/excerpts/row.js';
import type { Study } from '../../src/core/study/study.js';
import { NodeFileStore } from '../../src/node/fileStore.js';
import type { GeneratedStudy } from '../generate.js';
import type { Looking } from '../looking.js';
import { timed } from '../measure.js';
import { openStudy } from '../opening.js';
import { CODERS } from '../sizes.js';
import { codesByUse } from '../views.js';
import { ms } from './row.js';

/** What other tools need for the same work at size M on a machine like this (two cores), as measured once: orientation, nothing is judged by it. */
const OTHERS = {
  excerpts: 'QualCoder 3.8 s, Taguette 0.35 s as CSV and 10.7 s page by page',
  cooccurrence: 'QualCoder 15.8 s, qc 122 s',
  agreement: 'QualCoder 43.9 s',
  csv: 'Taguette 8.3 s, QualCoder 142 s',
  merging: 'QualCoder 26.8 s',
  opening: 'QualCoder 0.57 s, 11.6 s at L',
};

/**
 * What work costs that other tools do as well, in a study that is open and of which no transcript was read: for the first time, and
 * again. Starting the program is not counted, as it is not in the figures of the others.
 * @returns lines to print
 */
export async function sameWork(generated: GeneratedStudy, looking: Looking): Promise<string> {
  const open = (): Promise<Study> => openStudy(new NodeFileStore(generated.root));
  const lines: string[][] = [['work at size M', 'first', 'again', 'other tools']];
  const add = async (
    work: string,
    others: string,
    run: (study: Study, corpora: CorpusReader) => unknown,
  ): Promise<void> => {
    const study = await open();
    const corpora = new CorpusReader(study);
    const costs = [await timed(() => run(study, corpora)), await timed(() => run(study, corpora))];
    lines.push([work, ...costs.map(ms), others]);
  };
  await add('all excerpts of the code used most, with text', OTHERS.excerpts, async study => {
    const code = codesByUse(study).at(-1);
    for (const { file, codings } of code === undefined ? [] : usesOf(study, code))
      await excerptsOf(study, file, codings);
  });
  await add('co-occurrence of all codes', OTHERS.cooccurrence, async (_, corpora) => {
    const matrix = atOnce(cooccurrenceOf(await corpora.read(), { unit: 'overlap' }));
    for (const a of matrix.codes.keys()) for (const b of matrix.codes.keys()) matrix.cell(a, b);
  });
  await add('agreement over all codes, by characters', OTHERS.agreement, async (study, corpora) => {
    const options = { unit: 'character', rows: ['all', 'code'] } as const;
    await agreementOf(await corpora.read(), options, agreementTexts(study));
  });
  await add('everything as CSV', OTHERS.csv, async study => {
    const { excerpts } = await excerptReport(study);
    return [...formatCsv(excerpts.map(excerpt => rowOf(study, excerpt)))].join('').length;
  });
  lines.push(['merging the work of two coders', ms(await merging(generated)), '', OTHERS.merging]);
  lines.push(['opening a transcript for coding', ms(looking.open), ms(looking.highlights), OTHERS.opening]);
  const widths = [0, 1, 2].map(column => Math.max(...lines.map(line => (line[column] as string).length)));
  return lines
    .map(line =>
      line
        .map((cell, i) =>
          i === 0 ? cell.padEnd(widths[0] as number) : i < 3 ? cell.padStart(widths[i] as number) : cell,
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One coder gets the other's work: git puts their versions together, and the study that is open takes it in. Milliseconds. */
async function merging({ root }: GeneratedStudy): Promise<number> {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-merging-'));
  const git = (...args: string[]): void => {
    const who = ['-c', 'user.name=A coder', '-c', 'user.email=coder@example.org', '-c', 'commit.gpgSign=false'];
    execFileSync('git', ['-C', copy, ...who, ...args], { stdio: 'pipe' });
  };
  try {
    cpSync(root, copy, { recursive: true });
    git('init', '-q');
    git('checkout', '-q', '-b', 'mine');
    const [mine, theirs] = CODERS.map(coder => `codings/${coder}`) as [string, string];
    git('add', '.', `:!codings`);
    git('commit', '-qm', 'Transcripts and codebook');
    git('checkout', '-q', '-b', 'theirs');
    git('add', theirs);
    git('commit', '-qm', 'Their codings');
    git('checkout', '-q', 'mine');
    git('add', mine);
    git('commit', '-qm', 'My codings');
    const study = await openStudy(new NodeFileStore(copy));
    const before = study.index.size;
    const cost = await timed(async () => {
      git('merge', '-q', '--no-edit', 'theirs');
      await study.refresh();
    });
    if (study.index.size !== 2 * before) throw new Error('The codings of the other coder did not arrive.');
    return cost;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
