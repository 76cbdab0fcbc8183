import { escapeForExport } from '../../core/report/markdown.js';
import type { Version } from '../../core/review/historyModel.js';
import type { Life, LifeEvent } from '../../core/review/life.js';
import { storyOf } from '../../core/review/story.js';
import { shorten } from '../../core/text/shorten.js';
import { day, fateOf, NOT_SAVED, QUOTE_SHOWN, withAuthor } from './text.js';

/** The story of a study as an audit trail for an appendix: a heading for each version, the oldest first. */
export function* versionsAsMarkdown(versions: readonly Version[]): Generator<string> {
  yield '# Audit trail\n';
  for (const version of versions.toReversed()) {
    const { commit } = version;
    const title = commit === undefined ? NOT_SAVED : `${day(commit.date)}, ${commit.author}`;
    yield `\n## ${escapeForExport(title)}\n`;
    if (commit !== undefined && commit.subject !== '') yield `\n${escapeForExport(commit.subject)}\n`;
    if (commit !== undefined && commit.body !== '') yield `\n${escapeForExport(commit.body)}\n`;
    const lines = storyOf(version);
    if (lines.length > 0) yield '\n';
    for (const { text, quote, by } of lines) yield item(withAuthor(text, by, commit?.author), quote);
  }
  if (versions.length === 0) yield '\nNothing has been saved yet.\n';
}

/** A life as a document: an item for each event, the oldest first. */
export function* lifeAsMarkdown(life: Life, events: readonly LifeEvent[]): Generator<string> {
  const isCoding = life.subject.kind === 'coding';
  yield `# ${escapeForExport(isCoding ? shorten(life.title, QUOTE_SHOWN) : life.title)}\n`;
  yield `\n${escapeForExport(fateOf(life))}\n`;
  if (events.length > 0) yield '\n';
  for (const { kind, date, by, text, quote, reason } of events) {
    const who = [day(date) ?? NOT_SAVED, by].filter(part => part !== undefined).join(', ');
    const said = `${who}: ${kind === 'decision' ? 'Decided: ' : ''}${text}`;
    yield item(reason ? `${said} (${reason})` : said, quote);
  }
}

function item(text: string, quote: string | undefined): string {
  const quoted = quote === undefined ? '' : `  > ${escapeForExport(shorten(quote, QUOTE_SHOWN))}\n`;
  return `- ${escapeForExport(text)}\n${quoted === '' ? '' : `\n${quoted}\n`}`;
}
