import { type AgreementFigure, MEASURES, type MeasureName, type RowKind } from '../../analysis/agreement/agreement.js';
import type { AgreementLook, AgreementRowData } from './agreementData.js';
import { isFigure } from './agreementData.js';
import { fill } from './words.js';

/** A measure in words. */
export interface MeasureWords {
  readonly name: string;
  /** As a column is headed. */
  readonly short: string;
  /** What it says, in a sentence. */
  readonly meaning: string;
  /** Where it was published. */
  readonly source: string;
}

/** The words of the picture and the table of agreement; `{0}`, `{1}`, … stand for what is filled in. */
export interface AgreementWords {
  readonly rows: Readonly<Record<RowKind, string>>;
  readonly measures: Readonly<Record<MeasureName, MeasureWords>>;
  /** `{0}`: measure, `{1}`: what the rows are. */
  readonly title: string;
  /** `{0}`: title, `{1}`: rows, `{2}` and `{3}`: the lowest row and its figure, `{4}` and `{5}`: the highest. */
  readonly gist: string;
  readonly noneGist: string;
  /** What dots and lines stand for. */
  readonly caption: string;
  readonly percentCaption: string;
  readonly chanceCaption: string;
  readonly units: string;
  readonly codings: string;
  /** Stands in a cell where there is no figure; why is said beside it. */
  readonly none: string;
  /** Why there is none where a measure makes no sense for a row. */
  readonly notApplied: string;
  readonly warning: string;
  readonly lower: string;
  readonly upper: string;
  readonly reason: string;
}

/** A figure as a person reads it: “94 %” or “0.61”. Never rounded up to full agreement. */
export function agreementText(value: number, measure: MeasureName): string {
  if (measure !== 'percent') return coefficient(value);
  const percent = Math.round(value * 100);
  if (percent === 100 && value < 1) return '>99 %';
  return percent === 0 && value > 0 ? '<1 %' : `${percent} %`;
}

/** A coefficient as a person reads it, never rounded up to full agreement either. */
function coefficient(value: number): string {
  const text = places(value);
  return text === '1.00' && value < 1 ? '>0.99' : text;
}

/** Two places, with a minus sign. */
function places(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== '0.00' ? `−${text}` : text;
}

/** The interval of a figure: “0.48–0.72”; undefined where there is none. Its ends are estimates and simply rounded. */
export function intervalText(value: AgreementFigure | undefined, measure: MeasureName): string | undefined {
  if (!isFigure(value) || value.interval === undefined) return undefined;
  const { low, high } = value.interval;
  if (measure === 'percent') return `${Math.round(low * 100)}–${Math.round(high * 100)} %`;
  return `${places(low)}–${places(high)}`;
}

/** A figure with its interval: “0.61 (0.48–0.72)”; that there is none where there is none. */
export function figureText(value: AgreementFigure | undefined, measure: MeasureName, words: AgreementWords): string {
  if (!isFigure(value)) return words.none;
  const interval = intervalText(value, measure);
  const text = agreementText(value.value, measure);
  return interval === undefined ? text : `${text} (${interval})`;
}

/** Meaning and source of a measure, as a tip. */
export function aboutMeasure({ name, meaning, source }: MeasureWords): string {
  return `${name}: ${meaning}\n${source}`;
}

/** Title of the picture and its table. */
export function agreementTitle(measure: MeasureName, kind: RowKind, words: AgreementWords): string {
  return fill(words.title, words.measures[measure].name, words.rows[kind]);
}

/** Everything of a row that the picture says of it when one points at it. */
export function describedRow(row: AgreementRowData, { measure }: AgreementLook, words: AgreementWords): string {
  const value = row.measures[measure];
  const why = value?.refused === undefined ? '' : `: ${value.refused}`;
  const said = `${row.label}: ${words.measures[measure].name} ${figureText(value, measure, words)}${why}`;
  return row.prevalence === undefined ? said : `${said}\n${row.prevalence.sentence}`;
}

/** Why figures of a row are missing, each reason once, with the measures it holds for. */
export function refusalsOf({ measures }: AgreementRowData, words: AgreementWords): string[] {
  const reasons = new Map<string, string[]>();
  for (const name of MEASURES) {
    const refused = measures[name]?.refused;
    if (refused !== undefined) reasons.set(refused, [...(reasons.get(refused) ?? []), words.measures[name].name]);
  }
  return [...reasons].map(([refused, names]) => `${names.join(', ')}: ${refused}`);
}
