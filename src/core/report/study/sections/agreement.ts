import type { Agreement, AgreementFigure, AgreementRow } from '../../../analysis/agreement/agreement.js';
import { agreementCaveat } from '../../../study/stance.js';
import { note, paragraph, section, table } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';
import { listed } from '../words.js';

const TITLE = 'Agreement between coders';

/** How well coders agree, where the stance asks for it; else why that is not reported. */
export function agreementSection({ agreement, whyNoAgreement, corpus }: ReportSources): Section {
  if (whyNoAgreement !== undefined) return section(TITLE, [note(whyNoAgreement)]);
  if (agreement === undefined || agreement.rows.length === 0) {
    return section(TITLE, [note('Nothing can be compared: no transcript was coded by more than one person.')]);
  }
  const { coders, transcripts, unit, rows } = agreement;
  const lead = `${listed(coders)} were compared on ${transcripts.length} ${transcripts.length === 1 ? 'transcript' : 'transcripts'}, ${unit} by ${unit}${agreement.inScope ? ', in scope' : ''}.`;
  const caveat = agreementCaveat(corpus.study.config);
  const shown = rows.filter(({ kind }) => kind === 'all' || kind === 'theme' || kind === 'code');
  const warned = rows.flatMap(({ prevalence }) => prevalence?.sentence ?? []);
  const titles = [
    'Theme or code',
    'Agreement #',
    'Cohen’s kappa #',
    'Krippendorff’s alpha #',
    'Gwet’s AC1 #',
    'Codings #',
  ];
  return section(TITLE, [
    paragraph(lead),
    ...(caveat === undefined ? [] : [note(caveat)]),
    table('Agreement by theme and code', titles, shown.map(cellsOf)),
    paragraph(
      'A dash stands where a figure cannot be had, because there is nothing to tell apart. Figures are of how the coders coded on their own and say nothing of what was settled afterwards.',
    ),
    ...[...new Set(warned)].map(sentence => note(sentence)),
    ...left(agreement),
  ]);
}

function cellsOf({ kind, label, measures, codings }: AgreementRow): string[] {
  const name = kind === 'all' ? 'All codes' : label;
  const { percent, cohen, alpha, ac1 } = measures;
  const share = percent?.value === undefined ? '–' : `${Math.round(percent.value * 100)} %`;
  return [name, share, ...[cohen, alpha, ac1].map(figure), String(codings)];
}

const figure = (one: AgreementFigure | undefined): string => (one?.value === undefined ? '–' : one.value.toFixed(2));

function left({ left: { alone } }: Agreement) {
  if (alone.length === 0) return [];
  const count = alone.length === 1 ? '1 transcript was' : `${alone.length} transcripts were`;
  return [paragraph(`${count} coded by one person alone and cannot be compared.`)];
}
