import type { Pieces } from '../../pieces.js';
import type { ReportDocument, Section } from '../document/document.js';
import { agreementSection } from './sections/agreement.js';
import { aimsSection } from './sections/aims.js';
import { codebookSection } from './sections/codebook.js';
import { coreqSection } from './sections/coreq.js';
import { heldBackSection } from './sections/heldBack.js';
import { historySection } from './sections/history.js';
import { matricesSection } from './sections/matrices.js';
import { methodSection } from './sections/method.js';
import { quotationsSection } from './sections/quotations.js';
import { sampleSection } from './sections/sample.js';
import { sessionsSection } from './sections/sessions.js';
import { teamSection } from './sections/team.js';
import { themesSection } from './sections/themes.js';
import type { ReportSources } from './sources.js';
import { dayOf, titleOf } from './words.js';

/** The sections of a report, in its order. */
const SECTIONS: readonly ((sources: ReportSources) => Section)[] = [
  aimsSection,
  sampleSection,
  sessionsSection,
  methodSection,
  teamSection,
  themesSection,
  quotationsSection,
  codebookSection,
  matricesSection,
  historySection,
  agreementSection,
  coreqSection,
  heldBackSection,
];

/** The report of a study: a document that says what the study holds, and what is missing. */
export function* reportOf(sources: ReportSources): Pieces<ReportDocument> {
  const last = sources.history?.story.versions.findLast(({ commit }) => commit !== undefined)?.commit;
  const isUnsaved = sources.history?.story.versions.at(-1)?.commit === undefined;
  const of =
    last === undefined
      ? 'Report of the study as it is; no version of it is saved.'
      : `Report of the study as of ${dayOf(last.date)} (version ${last.id.slice(0, 7)}${isUnsaved ? ', with changes that are not saved yet' : ''}).`;
  const date = last === undefined ? undefined : utcOf(last.date);
  const sections: Section[] = [];
  for (const section of SECTIONS) {
    sections.push(section(sources));
    yield;
  }
  return {
    title: titleOf(sources),
    subtitle: of,
    language: 'en-GB',
    ...(date === undefined ? {} : { date }),
    sections,
  };
}

function utcOf(time: string): string | undefined {
  const parsed = new Date(time);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString().replace(/\.\d+Z$/, 'Z');
}
