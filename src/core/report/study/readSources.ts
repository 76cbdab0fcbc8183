import type { AgreementOptions } from '../../analysis/agreement/agreement.js';
import { agreementOf } from '../../analysis/agreement/agreementOf.js';
import { agreementTexts } from '../../analysis/agreement/texts.js';
import type { Corpus } from '../../analysis/corpus/corpus.js';
import { CorpusReader } from '../../analysis/corpus/corpusReader.js';
import { relevanceOf } from '../../analysis/relevance.js';
import { balanceOf } from '../../manuscript/balance.js';
import type { CheckedManuscript } from '../../manuscript/checked.js';
import { checkFile } from '../../manuscript/manuscripts.js';
import { manuscriptPaths } from '../../manuscript/paths.js';
import { inPieces, type Pacing, type Pieces } from '../../pieces.js';
import { Lives } from '../../review/lives.js';
import { type HistoryReading, wholeHistory } from '../../review/wholeHistory.js';
import { REPORTING_FILE } from '../../study/layout.js';
import { whyNoAgreement } from '../../study/stance.js';
import type { Study } from '../../study/study.js';
import { asItIs, publicCorpus } from '../disclosure/publicCorpus.js';
import { contributorsOf, discussedIn } from './contributors.js';
import { parseCoreqAnswers } from './coreq/answers.js';
import { publicCounts } from './publicCounts.js';
import { examplesOf, quotedInManuscripts } from './quoted.js';
import type { ReportSources } from './sources.js';

/** How a report is read without anybody waiting for it. */
export interface ReportReading extends HistoryReading {
  /** What was read already. */
  readonly corpus?: Corpus;
  /** Everything as the team has it, whatever the disclosure policy says. */
  readonly internal?: boolean;
}

/**
 * Reads everything that a report says of a study.
 * @param study what is seen of it: hidden work is in no report
 * @returns where it was cancelled, only what was read by then
 * @throws Error with what to do where git fails
 * @throws DisclosureRefused where the disclosure policy cannot be followed
 */
export async function readReportSources(study: Study, reading: ReportReading = {}): Promise<ReportSources> {
  const { progress, cancellation, pause, saved } = reading;
  const pacing = { cancellation, pause };
  const inside = reading.corpus ?? (await new CorpusReader(study).read({ ...pacing, progress }));
  const through = <T>(work: Pieces<T>): Promise<T> => inPieces(work, { pause });
  const open = reading.internal ? asItIs(inside) : await through(publicCorpus(inside));
  const smallestCell = (reading.internal ? undefined : study.config.disclosure?.smallestCell) ?? 0;
  const git = await study.store.git?.();
  const story = git && (await wholeHistory(study, git, saved === undefined ? pacing : { ...pacing, saved }));
  const manuscripts: CheckedManuscript[] = [];
  for (const path of manuscriptPaths(study)) {
    const one = await checkFile(study, inside, path, pacing);
    if (one !== undefined) manuscripts.push(one);
  }
  const balance = manuscripts.length === 0 ? undefined : balanceOf(manuscripts, inside);
  const isUnread = (path: string): boolean => relevanceOf(study, path) === 'unread';
  const counts = await through(publicCounts(open, inside, smallestCell, balance, isUnread));
  const examples = await through(examplesOf(inside, open.name));
  return {
    ...counts,
    contributors: await through(contributorsOf(study, counts.corpus, story)),
    discussed: discussedIn(study),
    ...(story === undefined ? {} : { history: { story, lives: new Lives(story) } }),
    memos: (await study.memos.all()).map(({ title, date }) => ({ title, ...(date === undefined ? {} : { date }) })),
    manuscripts,
    quoted: [...quotedInManuscripts(inside, manuscripts, open.name), ...examples],
    answers: parseCoreqAnswers(await study.textOf(REPORTING_FILE)),
    ...(await agreementIn(study, inside, pacing)),
    publicText: open.text,
    smallestCell,
  };
}

/** Sentence by sentence, of what is in scope: the figures that stand in a report. */
async function agreementIn(
  study: Study,
  corpus: Corpus,
  pacing: Pacing,
): Promise<Pick<ReportSources, 'agreement' | 'whyNoAgreement'>> {
  const whyNot = whyNoAgreement(study.config);
  if (whyNot !== undefined) return { whyNoAgreement: whyNot };
  const options: AgreementOptions = { unit: 'sentence', inScope: true, rows: ['all', 'theme', 'code'] };
  return { agreement: await agreementOf(corpus, options, agreementTexts(study), pacing) };
}
