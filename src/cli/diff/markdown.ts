import type { Change } from '../../core/review/change.js';
import type { ChangeGroup } from '../../core/review/grouping.js';
import { describeChange } from '../../core/review/sentence.js';
import { shorten } from '../../core/text/shorten.js';
import { countOf } from '../phrases.js';
import { detailsOf } from './details.js';
import { escapeForComment, inCode } from './escape.js';
import { betweenStates, countsOf, headingOf } from './headings.js';
import type { Compared } from './states.js';

/** GitHub takes comments of 65,536 characters; something may be put before ours. In UTF-16 units. */
const MOST = 65_000;
/** Kept free for the note that says what was left out. */
const NOTE = 2000;
/** Of a quote, in code points. */
const QUOTE = 300;
const TITLE = 120;
const MOST_NAMED = 8;

/**
 * Changes as a text that is good as a comment: how many of what, then group by group each in a sentence with the words it is about. Nothing from
 * the study becomes markup, a link or a mention. What does not fit in a comment is left out, and the text says so.
 * @param most its length at most, in UTF-16 units
 */
export function formatComment(compared: Compared, groups: readonly ChangeGroup[], most = MOST): string {
  const changes = groups.flatMap(group => group.changes);
  const between = betweenStates(compared, name => inCode(shorten(name, TITLE)));
  let text = `## Coding changes\n\n`;
  if (changes.length === 0) return `${text}No changes ${between}.\n`;
  text += `**${countOf(changes.length, 'change')}** ${between}.\n\n`;
  text += countsOf(changes)
    .map(([about, counts]) => `- ${about}: ${counts}\n`)
    .join('');
  const omitted = new Map<string, number>();
  for (const group of groups) {
    const heading = escapeForComment(shorten(headingOf(group), TITLE));
    let part = `\n### ${heading} (${group.changes.length})\n\n`;
    let shown = 0;
    for (const change of group.changes) {
      const item = changeItem(change, group.is);
      if (text.length + part.length + item.length > most - NOTE) break;
      part += item;
      shown++;
    }
    if (shown > 0) text += `${part.trimEnd()}\n`;
    if (shown < group.changes.length) omitted.set(heading, group.changes.length - shown);
  }
  return text + omissions(omitted);
}

function changeItem(change: Change, under: ChangeGroup['is']): string {
  const { text, quote, by } = describeChange(change);
  const where = [
    ...(change.transcript === undefined || under === 'transcript' ? [] : [change.transcript]),
    ...(by === undefined || text.startsWith(by) || under === 'coder' ? [] : [by]),
  ];
  const said = [shorten(text, QUOTE), ...where.map(each => shorten(each, TITLE))].map(escapeForComment);
  const details = detailsOf(change, quote).map(({ label, text }) => {
    const words = escapeForComment(shorten(text, QUOTE));
    return `  > ${label === 'quote' ? words : `*${label}:* ${words}`}\n`;
  });
  // Without a line between them two block quotes are one paragraph.
  return `- ${said.join(' · ')}\n${details.length === 0 ? '' : `\n${details.join('  >\n')}\n`}`;
}

function omissions(omitted: ReadonlyMap<string, number>): string {
  const total = [...omitted.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return '';
  const named = [...omitted].slice(0, MOST_NAMED).map(([heading, count]) => `${heading} (${count})`);
  const more = omitted.size > MOST_NAMED ? `, and ${omitted.size - MOST_NAMED} more groups` : '';
  const rest = `${countOf(total, 'further change')} did not fit here: ${named.join(', ')}${more}.`;
  return `\n---\n\n${rest} \`verbatim diff\` lists all of them.\n`;
}
