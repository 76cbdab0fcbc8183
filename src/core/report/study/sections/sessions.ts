import type { SampleSession } from '../../../analysis/sample/sample.js';
import { note, paragraph, section, table } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';
import { period } from '../words.js';

/** When people were met, in which way, and how much was said. */
export function sessionsSection(sources: ReportSources): Section {
  const { sessions, hasScope } = sources.sample;
  if (sessions.length === 0) return section('Sessions', [note('There are no transcripts yet.')]);
  const dates = sessions.flatMap(({ date }) => date ?? []).sort();
  const words = sessions.reduce((sum, session) => sum + wordsOf(session), 0);
  const when = period(dates[0], dates.at(-1));
  const lead = `${sessions.length} ${sessions.length === 1 ? 'session' : 'sessions'}${when === '' ? '' : `, ${when}`}; ${words} words of participants.`;
  const columns: readonly Shown[] = [
    ['Session', ({ name }) => name],
    ['Date', ({ date = '' }) => date],
    ['Kind', ({ kind = '' }) => kind],
    ['Site', ({ site = '' }) => site],
    ...(sources.smallestCell > 1 ? [] : ([['Who took part', tookPart]] as const)),
    ['Words #', session => String(wordsOf(session))],
    ...(hasScope ? ([['In scope #', ({ scopeShare: share = 0 }) => `${Math.round(share * 100)} %`]] as const) : []),
  ];
  const used = columns.filter(([, of]) => sessions.some(session => of(session) !== ''));
  const titles = used.map(([title]) => title);
  const scope = hasScope ? ' In scope is the share of these words in sections that the study is about.' : '';
  return section('Sessions', [
    paragraph(lead),
    table(
      'Sessions',
      titles,
      sessions.map(session => used.map(([, of]) => of(session))),
    ),
    paragraph(`Words are those of participants; where none speaks, all that is said.${scope}`),
  ]);
}

type Shown = readonly [string, (session: SampleSession) => string];

const wordsOf = ({ words, participantWords }: SampleSession): number =>
  participantWords > 0 ? participantWords : words;

function tookPart({ people }: SampleSession): string {
  return people.flatMap(({ id, presence }) => (presence === 'took-part' ? [id] : [])).join(', ');
}
