import { timelineOf } from '../../review/timeline.js';
import type { Block, Table } from '../document/document.js';
import { timelineSvg } from '../timelineSvg.js';
import type { ReportSources } from './sources.js';

const NAMES = { noTheme: 'no theme', others: 'others', codes: 'codes', themes: 'themes' } as const;
const CAPTION = 'Above: codings by theme at each saved version. Below: codes (solid line) and themes (broken line).';

/** The history as a picture, with its figures as a table below; the table alone where there is too little to draw. */
export function historyFigure({ story, lives }: NonNullable<ReportSources['history']>, instead: Table): Block[] {
  const saved = story.versions.filter(({ commit }) => commit !== undefined);
  if (saved.length < 2) return [instead];
  // What is not saved yet has no day: without it the same commit gives the same picture.
  const timeline = timelineOf({ ...story, versions: saved }, lives, NAMES);
  const now = Math.max(
    ...saved.map(({ commit }) => Date.parse(commit?.date ?? '')).filter(time => !Number.isNaN(time)),
    0,
  );
  const title = 'Codings, codes and themes over the versions of the study';
  const { text, width, height } = timelineSvg(timeline, { by: 'theme', names: NAMES, title, caption: CAPTION, now });
  const alternative = `${title}. The table below has the figures.`;
  return [{ is: 'figure', svg: text, width, height, alternative, caption: CAPTION, instead: [instead] }];
}
