import type { StudyHistory, Told, Version } from '../../../review/historyModel.js';
import { list, note, paragraph, section, table } from '../../document/build.js';
import type { Section } from '../../document/document.js';
import { historyFigure } from '../historyFigure.js';
import type { ReportSources } from '../sources.js';
import { dayOf } from '../words.js';

/** How themes and codes came to be what they are, version by version. */
export function historySection({ history, publicText }: ReportSources): Section {
  const title = 'History of the framework';
  if (history === undefined || history.story.versions.length === 0) {
    return section(title, [
      note('There is no history: the study is in no git repository, or nothing was saved in it yet.'),
    ]);
  }
  const { story } = history;
  const main = story.versions.filter(({ isMain }) => isMain);
  const rows = main.map(version => [
    version.commit === undefined ? 'not saved yet' : dayOf(version.commit.date),
    version.commit?.author ?? '',
    publicText(version.commit?.subject ?? ''),
    ...[version.figures.themes, version.figures.codes, version.figures.codings].map(String),
  ]);
  const versions = table(
    'Versions of the study',
    ['Day', 'Saved by', 'What', 'Themes #', 'Codes #', 'Codings #'],
    rows,
  );
  const changed = story.versions.flatMap(version => {
    const lines = version.told.filter(isOfFramework).map(({ text }) => publicText(text));
    return lines.length === 0 ? [] : [section(headingOf(version), [list(lines)])];
  });
  const lead = `${sayVersions(story)} All versions together changed themes and codes ${times(changed.length)}.`;
  return section(
    title,
    [paragraph(lead), ...historyFigure(history, versions)],
    [...(changed.length === 0 ? [] : [section('What changed in themes and codes', [], changed)])],
  );
}

/** Changes of codings are counted, not told: what they say is the participants'. */
const isOfFramework = ({ what }: Told): boolean => what.startsWith('entry-');

function headingOf({ commit }: Version): string {
  return commit === undefined ? 'Not saved yet' : `${dayOf(commit.date)}, ${commit.author}`;
}

function sayVersions({ versions, isCutOff }: StudyHistory): string {
  const saved = versions.filter(({ commit }) => commit !== undefined).length;
  const count = saved === 1 ? '1 version of the study is saved' : `${saved} versions of the study are saved`;
  return `${count}${isCutOff ? ' in this copy, which does not hold the older ones' : ''}; the table has those of the main line.`;
}

const times = (count: number): string => (count === 1 ? 'in one of them' : `in ${count} of them`);
