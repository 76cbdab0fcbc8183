import type { Stance } from '../../../study/config.js';
import { paragraph, section } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';

const STANCES: Readonly<Record<Stance, string>> = {
  reflexive:
    'The analysis is reflexive: codes and themes are made by the researchers, whose view is part of the result. Agreement between coders and saturation are no measures of its quality and are not reported.',
  codebook:
    'The analysis works with a codebook: codes have definitions that are written down and may change as the analysis goes on, and themes group codes.',
  reliability:
    'The analysis aims at coding that does not depend on who codes: codes have fixed definitions, several people code the same material, and how well they agree is reported.',
};

/** What kind of analysis it is, and how it was recorded. */
export function methodSection({ corpus, memos, discussed, history }: ReportSources): Section {
  const { stance } = corpus.study.config;
  const kept = [
    'Transcripts were coded with Verbatim, which records each coding on its own line, with the exact words, who coded them and when.',
    ...(history === undefined
      ? []
      : ['All versions of codings and codebook are kept under version control, so that every step can be looked up.']),
  ];
  const scope = corpus.hasScope
    ? [
        paragraph(
          'Of each transcript only the sections count that are about the subject of the study; they are marked as in scope, and all figures in this report are of what is marked.',
        ),
      ]
    : [];
  return section('Method and stance', [
    paragraph(`Declared stance: ${stance}. ${STANCES[stance]}`),
    ...scope,
    paragraph(kept.join(' ')),
    paragraph(`${memoSentence(memos)} ${discussedSentence(discussed)}`),
  ]);
}

/** How many memos there are and from when; their words stay in the study. */
export function memoSentence(memos: ReportSources['memos']): string {
  if (memos.length === 0) return 'No analytic memos were kept.';
  const dates = memos.flatMap(({ date }) => date ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const count = memos.length === 1 ? '1 analytic memo was' : `${memos.length} analytic memos were`;
  if (first === undefined || last === undefined) return `${count} written.`;
  return first === last ? `${count} written, on ${first}.` : `${count} written, from ${first} to ${last}.`;
}

function discussedSentence({ threads, people, decisions, open }: ReportSources['discussed']): string {
  if (threads === 0) return 'No discussions are recorded.';
  const count = threads === 1 ? '1 discussion' : `${threads} discussions`;
  const stillOpen = open === 0 ? '' : `, of which ${open} ${open === 1 ? 'is' : 'are'} still open`;
  const recorded = decisions.length === 1 ? '1 decision is' : `${decisions.length} decisions are`;
  return `${count} of codes and passages between ${people.length} people are recorded${stillOpen}; ${recorded} written down in them.`;
}
