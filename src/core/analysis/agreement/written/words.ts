import type { AgreementUnit, DisagreementKind, MeasureName } from '../agreement.js';

/** What a coefficient is called, long and short enough for the head of a column, and what it says. */
export interface MeasureWords {
  readonly name: string;
  readonly short: string;
  readonly says: string;
}

export const MEASURE_WORDS: Readonly<Record<MeasureName, MeasureWords>> = {
  percent: {
    name: 'Percentage agreement',
    short: '%',
    says: 'how many of the units two coders treated alike; says nothing of chance',
  },
  cohen: {
    name: 'Cohen’s kappa',
    short: 'kappa',
    says: 'two coders, each with their own habits; of more coders the mean of all pairs',
  },
  scott: { name: 'Scott’s pi', short: 'pi', says: 'two coders who are taken to have the same habits' },
  fleiss: { name: 'Fleiss’ kappa', short: 'Fleiss', says: 'several coders who are taken to have the same habits' },
  alpha: {
    name: 'Krippendorff’s alpha',
    short: 'alpha',
    says: 'any number of coders, also where not everybody coded everything',
  },
  ac1: { name: 'Gwet’s AC1', short: 'AC1', says: 'less easily misled where a code is very rare or very frequent' },
  anyAlpha: {
    name: 'Krippendorff’s |u-alpha',
    short: '|u-alpha',
    says: 'whether coders found the same text worth a code, whichever, character by character',
  },
  uAlpha: {
    name: 'Krippendorff’s u-alpha',
    short: 'u-alpha',
    says: 'whether coders drew the same borders and gave the same code, character by character',
  },
  cuAlpha: {
    name: 'Krippendorff’s cu-alpha',
    short: 'cu-alpha',
    says: 'whether coders gave the same code where both gave one',
  },
  kuAlpha: {
    name: 'Krippendorff’s (k)u-alpha',
    short: '(k)u-alpha',
    says: 'how well this code is told apart from the others where somebody gave it',
  },
};

/** What units are called, one and several. */
export const UNIT_WORDS: Readonly<Record<AgreementUnit, readonly [one: string, several: string]>> = {
  character: ['character', 'characters'],
  sentence: ['sentence', 'sentences'],
  turn: ['turn', 'turns'],
};

/** How coders disagree, in a few words. */
export const KIND_WORDS: Readonly<Record<DisagreementKind, string>> = {
  'only-one': 'not everybody coded it',
  'other-code': 'coded differently',
  'other-extent': 'not the same text',
};

/** “A, B and C” */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** “12,345 characters”, “1 turn” */
export function unitsOf(count: number, unit: AgreementUnit): string {
  const [one, several] = UNIT_WORDS[unit];
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** A coefficient with three digits, a share in per cent with one. */
export function figureText(measure: MeasureName, value: number): string {
  const text = measure === 'percent' ? `${(100 * value).toFixed(1)} %` : value.toFixed(3);
  // What rounds to nothing has no sign.
  return text.replace(/^-(0\.0+)$/, '$1').replace(/^-/, '−');
}
