import type { Balance, Quoted } from '../../core/manuscript/balance.js';
import { markdownTable } from '../../core/report/markdown.js';
import { countOf } from '../phrases.js';
import { formatTable } from '../table.js';

/** One table of the balance: titles, and rows. Numbers stand in all columns but the first ones that are texts. */
export interface BalanceTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly right?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

const NUMBERS = [
  { title: 'BLOCK', right: true },
  { title: 'SHORT', right: true },
  { title: 'PEOPLE', right: true },
];
const numbers = ({ block, short, people }: Quoted): string[] => [block, short, people].map(String);

/** Who and what is quoted, as tables. */
export function balanceTables({ people, roles, themes, kinds, elisions, ...marks }: Balance): BalanceTable[] {
  const writing = [
    ...elisions.map(({ mark, count }) => [`elision ${mark}`, String(count)]),
    ['[sic]', String(marks.sic)],
    ['insertion', String(marks.insertions)],
    ['redaction', String(marks.redactions)],
  ];
  return [
    {
      title: 'Who is quoted',
      columns: [{ title: 'PARTICIPANT' }, { title: 'ROLE' }, ...NUMBERS.slice(0, 2)],
      rows: people.map(({ name, role = '', block, short }) => [name, role, String(block), String(short)]),
    },
    {
      title: 'By role',
      columns: [{ title: 'ROLE' }, ...NUMBERS, { title: 'OF', right: true }],
      rows: roles.map(one => [one.role || '(no role)', ...numbers(one), String(one.of)]),
    },
    {
      title: 'By theme',
      columns: [{ title: 'THEME' }, ...NUMBERS],
      rows: themes.map(one => [one.theme.title, ...numbers(one)]),
    },
    {
      title: 'By kind of session',
      columns: [{ title: 'KIND' }, ...NUMBERS],
      rows: kinds.map(one => [one.kind || '(not said)', ...numbers(one)]),
    },
    {
      title: 'What was done to the words',
      columns: [{ title: 'MARK' }, { title: 'COUNT', right: true }],
      rows: writing,
    },
  ];
}

/** How many are quoted, and who never is, in sentences. */
export function balanceSentences({ block, short, unattributed, people, neverQuoted, uncoded }: Balance): string[] {
  const quoted = people.length - neverQuoted.length;
  return [
    `${countOf(block + short, 'quotation')}: ${block} block, ${short} short.`,
    `${quoted} of ${countOf(people.length, 'participant')} quoted.${neverQuoted.length === 0 ? '' : ` Never quoted: ${neverQuoted.map(({ name }) => name).join(', ')}.`}`,
    ...(uncoded === 0 ? [] : [`${countOf(uncoded, 'quotation')} without a code.`]),
    ...(unattributed === 0 ? [] : [`${unattributed} in quotation marks without attribution.`]),
  ];
}

/** The balance for a terminal. */
export function balanceText(balance: Balance): string {
  const tables = balanceTables(balance).filter(({ rows }) => rows.length > 0);
  const parts = tables.map(({ title, columns, rows }) => `${title}\n\n${formatTable(columns, rows)}\n`);
  return (
    parts.join('') +
    balanceSentences(balance)
      .map(line => `${line}\n`)
      .join('')
  );
}

/** The balance as Markdown. */
export function balanceMarkdown(balance: Balance): string {
  const tables = balanceTables(balance).filter(({ rows }) => rows.length > 0);
  const parts = tables.map(({ title, columns, rows }) => {
    const named = columns.map(column => ({ ...column, title: column.title[0] + column.title.slice(1).toLowerCase() }));
    return `## ${title}\n\n${markdownTable(named, rows)}\n`;
  });
  return `# Quotations\n\n${balanceSentences(balance).join(' ')}\n\n${parts.join('')}`;
}

/** The balance for a program. */
export function balanceJson({ themes, people, neverQuoted, ...balance }: Balance) {
  return {
    ...balance,
    people: people.map(({ id: _, name, role, ...counts }) => ({ participant: name, role: role ?? null, ...counts })),
    neverQuoted: neverQuoted.map(({ name }) => name),
    themes: themes.map(({ theme, ...counts }) => ({ theme: theme.id, title: theme.title, ...counts })),
  };
}
