import type { Agreement, AgreementRow, AgreementUnit } from '../../analysis/agreement/agreement.js';
import { closingSentences, pooledSentence } from '../../analysis/agreement/written/sentences.js';
import type { StudyConfig } from '../../study/config.js';
import { isFigure } from '../figures/agreementData.js';
import type { AgreementWords } from '../figures/agreementWords.js';
import { agreementText, figureText } from '../figures/agreementWords.js';
import { fill } from '../figures/words.js';

/** The words of what is said before the figures; `{0}`, `{1}`, … stand for what is filled in. */
export interface StatementWords {
  /** `{0}`: coders, `{1}`: of how many transcripts, `{2}`: of how many. */
  readonly both: string;
  /** Several coders, of whom at least two coded each of these transcripts. */
  readonly several: string;
  /** `{0}`: percentage, `{1}`: the units. */
  readonly agree: string;
  /** `{0}`: alpha, with its interval where it has one. */
  readonly alpha: string;
  /** `{0}`: why there is no alpha. */
  readonly noAlpha: string;
  readonly noPercent: string;
  readonly inScope: string;
  readonly units: Readonly<Record<AgreementUnit, string>>;
  /** `{0}`: the transcripts with their coders. */
  readonly compared: string;
  /** `{0}`: how many transcripts nobody coded. */
  readonly uncoded: string;
  /** Names as a sentence has them. */
  listed(names: readonly string[]): string;
}

/**
 * What one is to know first, in sentences: who coded what, how much of it they agree on, and how much that is beyond chance.
 * @param transcripts how many the study has
 */
export function agreementStatement(
  agreement: Agreement,
  transcripts: number,
  words: StatementWords,
  figures: AgreementWords,
): string[] {
  const { coders, unit, inScope } = agreement;
  const all = agreement.rows.find(({ kind }) => kind === 'all');
  const who = coders.length === 2 ? words.both : words.several;
  return [
    fill(who, words.listed(coders), agreement.transcripts.length, transcripts),
    ...(all === undefined ? [] : [...figuresOf(all, unit, words, figures)]),
    ...(inScope ? [words.inScope] : []),
    ...(all?.prevalence === undefined ? [] : [all.prevalence.sentence]),
  ];
}

function* figuresOf(
  { measures: { percent, alpha } }: AgreementRow,
  unit: AgreementUnit,
  words: StatementWords,
  figures: AgreementWords,
): Generator<string> {
  if (isFigure(percent)) yield fill(words.agree, agreementText(percent.value, 'percent'), words.units[unit]);
  else if (percent !== undefined) yield fill(words.noPercent, percent.refused);
  if (isFigure(alpha)) yield fill(words.alpha, figureText(alpha, 'alpha', figures));
  else if (alpha !== undefined) yield fill(words.noAlpha, alpha.refused);
}

/**
 * How it was compared, what was, and what is in no figure, in lines.
 * @param transcripts how many the study has
 */
export function whatIsCompared(
  agreement: Agreement,
  transcripts: number,
  config: Pick<StudyConfig, 'stance'>,
  words: StatementWords,
): string[] {
  const { left, rows, transcripts: compared } = agreement;
  const each = compared.map(({ name, coders }) => `${name} (${coders.join(', ')})`);
  const uncoded = transcripts - compared.length - left.alone.length - left.empty.length;
  const pooled = pooledSentence(rows);
  return [
    ...(each.length > 0 ? [fill(words.compared, words.listed(each))] : []),
    ...(pooled === undefined ? [] : [pooled]),
    ...closingSentences(agreement, config),
    ...(uncoded > 0 ? [fill(words.uncoded, uncoded)] : []),
  ];
}
