import type { Version } from '../../core/review/historyModel.js';
import type { Life, LifeEvent } from '../../core/review/life.js';
import { storyOf } from '../../core/review/story.js';
import { shorten } from '../../core/text/shorten.js';
import { plain, wrap } from '../table.js';

const WIDTH = 96;
/** How much of a quote is shown, in code points. */
export const QUOTE_SHOWN = 120;
export const NOT_SAVED = 'not saved yet';

/** Versions for the terminal: a block each, with a line for each change. */
export function* formatVersions(versions: readonly Version[]): Generator<string> {
  for (const [i, version] of versions.entries()) {
    if (i > 0) yield '\n';
    yield `${headOf(version)}\n`;
    if (version.commit !== undefined) yield wrap(version.commit.subject || '(no message)', WIDTH, '    ');
    const lines = storyOf(version);
    if (lines.length > 0) yield '\n';
    for (const { text, quote, by } of lines) yield bullet(withAuthor(text, by, version.commit?.author), quote);
    if (lines.length === 0) yield `\n${wrap(NOTHING, WIDTH, '  ')}`;
  }
}

const NOTHING = 'Nothing of the analysis changed in it that was not told already.';

/** A life for the terminal: a block for each version or decision, the oldest first. */
export function* formatLife(life: Life, events: readonly LifeEvent[]): Generator<string> {
  const { title, subject, formerly } = life;
  const ids = formerly.length === 0 ? '' : `, formerly ${formerly.join(', ')}`;
  yield `${plain(`${subject.kind === 'coding' ? `“${shorten(title, QUOTE_SHOWN)}”` : title}  [${subject.id}]${ids}`)}\n`;
  yield wrap(fateOf(life), WIDTH, '  ');
  if (life.into !== undefined) yield `    verbatim log --${life.into.kind} ${plain(life.into.id)}\n`;
  for (const [i, event] of events.entries()) {
    const { kind, date, by, text, quote, reason, explanation, version } = event;
    const isSameVersion = i > 0 && version !== undefined && events[i - 1]?.version === version;
    if (!isSameVersion) {
      yield `\n${plain([day(date) ?? NOT_SAVED, by ?? ''].join('  ').trimEnd())}\n`;
      for (const words of [reason, explanation]) if (words) yield wrap(words, WIDTH, '    ');
      if (reason || explanation) yield '\n';
    }
    const isOther = isSameVersion && by !== events[i - 1]?.by;
    yield bullet(
      `${isOther && by !== undefined ? `${by}: ` : ''}${kind === 'decision' ? `Decided: ${text}` : text}`,
      quote,
    );
  }
}

/** What became of it. */
export function fateOf({ state, into, subject }: Life): string {
  if (state === 'there') return subject.kind === 'coding' ? 'It is there.' : 'It is in the codebook.';
  if (state === 'gone' || into === undefined) return 'It is gone.';
  return `It was merged into ${into.title} [${into.id}]; its story goes on there.`;
}

/** Date and minute in UTC; undefined where there is none. */
export function day(date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${date.slice(0, 16).replace('T', ' ')} UTC`;
}

function headOf({ commit, isMerge, isMain }: Version): string {
  if (commit === undefined) return 'Not saved yet';
  const kind = isMerge ? '  merge' : isMain ? '' : '  merged in later';
  return plain(`${commit.id.slice(0, 7)}  ${day(commit.date)}  ${commit.author}${kind}`);
}

/** A sentence with who did it, where that is somebody else than who saved it. */
export function withAuthor(text: string, by: string | undefined, saved: string | undefined): string {
  return by === undefined || by === saved ? text : `${by}: ${text}`;
}

function bullet(text: string, quote: string | undefined): string {
  const quoted = quote === undefined ? '' : wrap(`“${shorten(plain(quote), QUOTE_SHOWN)}”`, WIDTH, '      ');
  return wrap(`· ${text}`, WIDTH, '  ').replace(/\n {2}(?=\S)/g, '\n    ') + quoted;
}
