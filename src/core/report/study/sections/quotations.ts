import { isWrong } from '../../../manuscript/checked.js';
import { list, note, paragraph, section, table } from '../../document/build.js';
import type { Block, Section } from '../../document/document.js';
import type { ReportSources } from '../sources.js';
import { listed } from '../words.js';

type Balance = NonNullable<ReportSources['balance']>;

/** The quotations in the manuscript: how many, whether they are what was said, of whom, and whom nobody quotes. */
export function quotationsSection(sources: ReportSources): Section {
  const { balance, manuscripts } = sources;
  const title = 'Quotations in the manuscript';
  if (balance === undefined) return section(title, [note('There is no manuscript yet.')]);
  const wrong = manuscripts.flatMap(one => one.quotations).filter(isWrong).length;
  const count = balance.block + balance.short;
  const right =
    wrong === 0
      ? 'All of them stand word for word in the transcripts.'
      : `${wrong} of them ${wrong === 1 ? 'is' : 'are'} not what was said: verbatim quotes check names ${wrong === 1 ? 'it' : 'them'}.`;
  const lead = `${count} attributed quotations, ${balance.block} block and ${balance.short} short. ${right}`;
  const without =
    balance.unattributed === 0
      ? []
      : [paragraph(`${balance.unattributed} more stand in quotation marks without saying who said them.`)];
  return section(title, [
    paragraph(lead),
    ...without,
    people(balance),
    never(balance),
    ...groups(balance),
    list(written(balance)),
  ]);
}

function people({ people: all }: Balance): Block {
  const quoted = all.filter(({ block, short }) => block + short > 0);
  const hasRoles = quoted.some(({ role }) => role !== undefined);
  const rows = quoted.map(({ name, role = '', block, short }) => [
    name,
    ...(hasRoles ? [role] : []),
    ...[block, short, block + short].map(String),
  ]);
  return table('Who is quoted', ['Participant', ...(hasRoles ? ['Role'] : []), 'Block #', 'Short #', 'All #'], rows);
}

function never({ neverQuoted, people: all }: Balance): Block {
  const whole = new Set([...all, ...neverQuoted].map(({ id }) => id)).size;
  if (neverQuoted.length === 0) return paragraph(`All ${whole} people of the sample are quoted.`);
  return paragraph(
    `Never quoted: ${listed(neverQuoted.map(({ name }) => name))} (${neverQuoted.length} of ${whole} people).`,
  );
}

function groups({ roles, themes }: Balance): Block[] {
  const cells = ({ block, short }: { readonly block: number; readonly short: number }): string[] =>
    [block, short, block + short].map(String);
  const byRole = roles.map(one => [one.role || 'no role', `${one.people} of ${one.of}`, ...cells(one)]);
  const byTheme = themes.map(one => [one.theme.title, ...cells(one), String(one.people)]);
  return [
    ...(byRole.length === 0
      ? []
      : [table('Quotations by role', ['Role', 'People quoted #', 'Block #', 'Short #', 'All #'], byRole)]),
    ...(byTheme.length === 0
      ? []
      : [table('Quotations by theme', ['Theme', 'Block #', 'Short #', 'All #', 'People quoted #'], byTheme)]),
  ];
}

function written({ elisions, sic, insertions, redactions }: Balance): string[] {
  const marks = elisions.map(({ mark, count }) => `${count} as ${mark}`);
  const all = elisions.reduce((sum, { count }) => sum + count, 0);
  return [
    `Elisions: ${all}${marks.length === 0 ? '' : ` (${listed(marks)}; ${marks.length} typographic ${marks.length === 1 ? 'form' : 'forms'})`}`,
    `[sic]: ${sic}`,
    `Insertions: ${insertions}`,
    `Redactions: ${redactions}`,
  ];
}
