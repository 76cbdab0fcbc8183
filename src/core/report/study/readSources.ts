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
import type { StudyHistory } from '../../review/historyModel.js';
import { Lives } from '../../review/lives.js';
import { type HistoryReading, wholeHistory } from '../../review/wholeHistory.js';
import { REPORTING_FILE } from '../../study/layout.js';
import { whyNoAgreement } from '../../study/stance.js';
import type { Study } from '../../study/study.js';
import { asItIs, publicCorpus } from '../disclosure/publicCorpus.js';
import { contributorsOf, discussedIn } from './contributors.js';
import { parseCoreqAnswers } from './coreq/answers.js';
import { type PublicCounts, publicCounts } from './publicCounts.js';
import { examplesOf, quotedInManuscripts } from './quoted.js';
import type { ReportSources } from './sources.js';

type Counted = PublicCounts &
  Pick<ReportSources, 'contributors' | 'discussed' | 'quoted' | 'publicText' | 'smallestCell'>;

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
  const git = await study.store.git?.();
  const story = git && (await wholeHistory(study, git, saved === undefined ? pacing : { ...pacing, saved }));
  const manuscripts: CheckedManuscript[] = [];
  for (const path of manuscriptPaths(study)) {
    const one = await checkFile(study, inside, path, pacing);
    if (one !== undefined) manuscripts.push(one);
  }
  const memos = await study.memos.all();
  const answers = parseCoreqAnswers(await study.textOf(REPORTING_FILE));
  const agreement = await agreementIn(study, inside, pacing);
  const counted = await inPieces(countedOf(study, inside, { manuscripts, story, internal: reading.internal }), {
    pause,
  });
  return {
    ...counted,
    ...(story === undefined ? {} : { history: { story, lives: new Lives(story) } }),
    memos: memos.map(({ title, date }) => ({ title, ...(date === undefined ? {} : { date }) })),
    manuscripts,
    answers,
    ...agreement,
  };
}

interface ToCount {
  readonly manuscripts: readonly CheckedManuscript[];
  readonly story: StudyHistory | undefined;
  readonly internal: boolean | undefined;
}

/** What a report counts, and what it quotes, as it may leave. */
function* countedOf(study: Study, inside: Corpus, { manuscripts, story, internal }: ToCount): Pieces<Counted> {
  const open = internal ? asItIs(inside) : yield* publicCorpus(inside);
  const smallestCell = (internal ? undefined : study.config.disclosure?.smallestCell) ?? 0;
  const balance = manuscripts.length === 0 ? undefined : balanceOf(manuscripts, inside);
  const isUnread = (path: string): boolean => relevanceOf(study, path) === 'unread';
  const counts = yield* publicCounts(open, inside, smallestCell, balance, isUnread);
  return {
    ...counts,
    contributors: yield* contributorsOf(study, counts.corpus, story),
    discussed: discussedIn(study),
    quoted: [...quotedInManuscripts(inside, manuscripts, open.name), ...(yield* examplesOf(inside, open.name))],
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
