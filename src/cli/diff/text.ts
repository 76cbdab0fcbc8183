import type { Change } from '../../core/review/change.js';
import type { ChangeGroup } from '../../core/review/grouping.js';
import { describeChange } from '../../core/review/sentence.js';
import { difference } from '../anchor/difference.js';
import { countOf } from '../phrases.js';
import { plain, wrap } from '../table.js';
import { detailsOf } from './details.js';
import { betweenStates, countsOf, headingOf } from './headings.js';
import type { Compared } from './states.js';

const WIDTH = 84;

/** Changes for a terminal: how many of what, then group by group each in a sentence with the words it is about. */
export function* formatText(compared: Compared, groups: readonly ChangeGroup[]): Generator<string> {
  const changes = groups.flatMap(group => group.changes);
  const between = betweenStates(compared, plain);
  if (changes.length === 0) {
    yield `No changes ${between}.\n`;
    return;
  }
  yield `${countOf(changes.length, 'change')} ${between}.\n`;
  for (const [about, counts] of countsOf(changes)) yield `  ${about}: ${counts}.\n`;
  for (const group of groups) {
    yield `\n${plain(headingOf(group))}  (${group.changes.length})\n\n`;
    for (const change of group.changes) yield changeText(change, group.is);
  }
}

function changeText(change: Change, under: ChangeGroup['is']): string {
  const { text, quote, by } = describeChange(change);
  const where = [
    ...(change.transcript === undefined || under === 'transcript' ? [] : [change.transcript]),
    ...(by === undefined || text.startsWith(by) || under === 'coder' ? [] : [by]),
  ];
  const details = detailsOf(change, quote);
  const [was, now] = ['was', 'now'].map(label => details.find(detail => detail.label === label)?.text);
  // Of two wordings what differs, and a little around it.
  const [cutWas, cutNow] = was === undefined || now === undefined ? [was, now] : difference(was, now);
  const lines = details.map(({ label, text }) => {
    if (label === 'quote') return wrap(text, WIDTH, '      ');
    const shown = label === 'was' ? cutWas : label === 'now' ? cutNow : text;
    return `      ${label}: ${wrap(shown ?? text, WIDTH, ' '.repeat(label.length + 8)).trimStart()}`;
  });
  const place = where.length === 0 ? '' : ` (${where.join(', ')})`;
  return [wrap(`${text}${place}`, WIDTH, '  '), ...lines].join('');
}
