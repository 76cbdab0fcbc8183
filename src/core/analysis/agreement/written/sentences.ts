import type { StudyConfig } from '../../../study/config.js';
import { agreementCaveat } from '../../../study/stance.js';
import { countOf } from '../../matrix/written/countedTable.js';
import type { Agreement, AgreementRow, MeasureName, NotCompared } from '../agreement.js';
import { MEASURES } from '../agreement.js';
import { listed, MEASURE_WORDS, UNIT_WORDS, unitsOf } from './words.js';

/** What was compared: “EA and MB, in 3 transcripts: 12,345 characters in scope.” */
export function comparedSentence({ coders, transcripts, unit, inScope }: Agreement): string {
  const units = unitsOf(
    transcripts.reduce((sum, transcript) => sum + transcript.units, 0),
    unit,
  );
  return `Compared: ${listed(coders)} in ${countOf(transcripts.length, 'transcript')}, ${units}${inScope ? ' in scope' : ''}.`;
}

/** Why nothing can be compared; undefined where something is. */
export function whyNothingCompared({ rows, transcripts, left }: Agreement): string | undefined {
  if (rows.length > 0) return undefined;
  if (transcripts.length > 0) return 'Nobody gave one of these codes where two coders can be compared.';
  if (left.empty.length > 0)
    return 'Nothing of what two coders coded can be compared: it is not there, or not in scope.';
  if (left.alone.length > 0) return 'No transcript was coded by two coders, so there is nothing to compare.';
  return 'No transcript was coded by anybody who is asked for.';
}

/** What was not compared, a sentence each. */
export function leftSentences({ alone, empty, inDoubt, outside }: NotCompared): string[] {
  const names = (transcripts: readonly { readonly name: string }[]): string =>
    listed(transcripts.map(({ name }) => name));
  return [
    alone.length > 0 &&
      `Not compared, as one coder alone coded ${alone.length === 1 ? 'it' : 'them'}: ${listed(
        alone.map(({ name, coder }) => `${name} (${coder})`),
      )}.`,
    empty.length > 0 &&
      `Not compared, as there is nothing to compare in ${empty.length === 1 ? 'it' : 'them'}: ${names(empty)}.`,
    inDoubt > 0 &&
      `${countOf(inDoubt, 'coding')} in doubt ${inDoubt === 1 ? 'has' : 'have'} no certain place and ${inDoubt === 1 ? 'does' : 'do'} not count.`,
    outside > 0 &&
      `${countOf(outside, 'coding')} outside of what is compared ${outside === 1 ? 'does' : 'do'} not count.`,
  ].filter(sentence => sentence !== false);
}

/** How several codes become one figure; undefined where one is all there is. */
export function pooledSentence(rows: readonly AgreementRow[]): string | undefined {
  if (!rows.some(({ codes, kind }) => codes > 1 && kind !== 'theme')) return undefined;
  return 'A figure of several codes is pooled: each code is a question of its own, observed agreement and that expected by chance are averaged over the codes somebody used, and the coefficient is made of these means (De Vries and others 2008).';
}

/** When a sentence or a turn counts as coded; undefined where characters are compared. */
export function unitSentence({ unit }: Pick<Agreement, 'unit'>): string | undefined {
  if (unit === 'character') return undefined;
  return `A ${UNIT_WORDS[unit][0]} counts as coded where a coding has at least one character of it.`;
}

/** How intervals were made; undefined where there are none. */
export function intervalSentence({ resampling }: Agreement): string | undefined {
  if (resampling === undefined) return undefined;
  const { samples, seed, blocks } = resampling;
  return `Intervals: the middle 95 % of ${samples.toLocaleString('en')} resamples of ${countOf(blocks, 'turn')}, each drawn within its transcript (seed ${seed}).`;
}

/** Why figures are missing, each reason once: “No Cohen’s kappa for Hope and Trust: …” */
export function refusalSentences(rows: readonly AgreementRow[], shown: readonly MeasureName[] = MEASURES): string[] {
  const reasons = new Map<string, Map<string, string[]>>();
  for (const { label, measures } of rows) {
    const byReason = new Map<string, string[]>();
    for (const measure of shown) {
      const reason = measures[measure]?.refused;
      if (reason === undefined) continue;
      byReason.set(reason, [...(byReason.get(reason) ?? []), MEASURE_WORDS[measure].name]);
    }
    for (const [reason, names] of byReason) {
      const ofReason = reasons.get(reason) ?? new Map<string, string[]>();
      reasons.set(reason, ofReason);
      const what = listed(names);
      ofReason.set(what, [...(ofReason.get(what) ?? []), label]);
    }
  }
  return [...reasons].flatMap(([reason, byNames]) =>
    [...byNames].map(([what, labels]) => {
      const where = labels.length === rows.length && rows.length > 1 ? 'in any row' : `for ${listed(labels)}`;
      return `No ${what} ${where}: ${reason}`;
    }),
  );
}

/** Where figures mislead as an answer is so frequent: in full for one row, by name for several. */
export function prevalenceSentences(rows: readonly AgreementRow[]): string[] {
  const [first, ...more] = rows.filter(({ prevalence }) => prevalence !== undefined);
  if (first?.prevalence === undefined) return [];
  if (more.length === 0)
    return [rows.length === 1 ? first.prevalence.sentence : `${first.label}: ${first.prevalence.sentence}`];
  const names = listed([first, ...more].map(({ label }) => label));
  return [
    `One answer is so frequent that kappa, pi and alpha are low although coders agree on most units, for ${names}. Read them together with the percentage and AC1.`,
  ];
}

/** What is to be said of figures in the end, whichever are shown. */
export function closingSentences(agreement: Agreement, { stance }: Pick<StudyConfig, 'stance'>): string[] {
  return [
    unitSentence(agreement),
    intervalSentence(agreement),
    ...leftSentences(agreement.left),
    agreementCaveat({ stance }),
  ].filter(sentence => sentence !== undefined);
}
