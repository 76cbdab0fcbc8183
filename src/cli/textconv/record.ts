import { plain, wrap } from '../table.js';

/** A line that holds a record, as its JSON has it. */
type Fields = Readonly<Record<string, unknown>>;

const WIDTH = 84;
const TEXT = '    ';

/** Keys that blocks say in words; whatever else a record has is said as it is. */
const SAID = new Set([
  ...['code', 'quote', 'at', 'context', 'base', 'evidence', 'memo', 'orphan', 'created', 'id'],
  ...['state', 'since', 'comment', 'on', 'reply', 'decision', 'does', 'edited'],
]);

/**
 * A record as lines that read well and of which a difference touches as few as can be: what it is and its id on the first, indented
 * below its words, its memo, its place.
 */
export function recordBlock(record: Fields): string {
  return [
    `${heading(record)}\n`,
    ...[record.quote, record.comment].map(words => indented(words, TEXT)),
    fact('evidence:', record.evidence),
    labelled('memo', record.memo),
    record.decision === true ? '  a decision\n' : '',
    place(record),
    fact('kept without a place since', record.orphan),
    fact('made', record.created),
    fact('changed', record.edited),
    ...Object.entries(record)
      .filter(([key]) => !SAID.has(key))
      .map(([key, value]) => `  ${plain(key)}: ${plain(JSON.stringify(value))}\n`),
  ].join('');
}

function heading({ code, quote, state, since, reply, on, does, id }: Fields): string {
  if (typeof code === 'string') return said(code, id);
  if (typeof quote === 'string') return said('note', id);
  if (typeof state === 'string') return typeof since === 'string' ? said(state, 'since', since) : said(state);
  if (does === 'resolve') return said('resolved', reply, id);
  if (does === 'reopen') return said('reopened', reply, id);
  return typeof reply === 'string' ? said('reply to', reply, id) : said('comment on', on, id);
}

const said = (...parts: readonly unknown[]): string =>
  parts
    .filter(part => typeof part === 'string')
    .map(part => plain(part))
    .join('  ');

function place({ at, base, context }: Fields): string {
  if (!Array.isArray(at)) return '';
  const version = typeof base === 'string' ? ` of ${plain(base)}` : '';
  const around = Array.isArray(context) ? `  between ${context.map(quoted).join(' and ')}\n` : '';
  return `  at ${at.join('-')}${version}\n${around}`;
}

const quoted = (text: unknown): string => `“${plain(String(text)).replace(/ +/g, ' ').trim()}”`;

function fact(label: string, value: unknown): string {
  return typeof value === 'string' ? `  ${label} ${plain(value)}\n` : '';
}

function labelled(label: string, text: unknown): string {
  const indent = ' '.repeat(label.length + 4);
  return typeof text === 'string' ? `  ${label}: ${indented(text, indent).trimStart()}` : '';
}

/** A text with its own line ends, long lines wrapped. */
function indented(text: unknown, indent: string): string {
  if (typeof text !== 'string') return '';
  return text
    .split(/\r?\n/)
    .map(line => (line.trim() === '' ? '\n' : wrap(line, WIDTH, indent)))
    .join('');
}
