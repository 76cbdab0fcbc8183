import type { CheckedManuscript, CheckedQuotation } from '../../../core/manuscript/checked.js';
import { writtenNames } from '../../../core/manuscript/named.js';
import { shownPieces } from '../../../core/manuscript/written.js';
import { csvLine } from '../../../core/report/csv.js';
import { markdownTable } from '../../../core/report/markdown.js';
import { shorten } from '../../../core/text/shorten.js';
import { formatIn } from '../../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../../io.js';
import { countOf } from '../../phrases.js';
import { type Counts, countsOf, needsLook } from '../../quotes/counts.js';
import { quotationJson } from '../../quotes/json.js';
import { checkedManuscripts, NO_MANUSCRIPT } from '../../quotes/manuscripts.js';
import { QUOTATION_COLUMNS, quotationRow, wayOf } from '../../quotes/rows.js';
import { plain } from '../../table.js';
import { runVerb, type Verb } from '../../verb.js';

export const verb: Verb = {
  name: 'quotes check',
  leaving: 'team',
  summary: 'Compare every quotation of a manuscript with the transcripts, word for word.',
  positionals: '[MANUSCRIPT…]',
  mostPositionals: Number.POSITIVE_INFINITY,
  options: {
    strict: { help: 'Words in quotation marks that nobody is named for need a look as well.' },
    csv: { help: 'Print CSV (RFC 4180, UTF-8): one row a quotation.' },
    md: { help: 'Print a Markdown table.' },
  },
  notes: [
    'A manuscript is Markdown in the folder paper, or what verbatim.json names. Compared is what the person who is named',
    'said in all transcripts. . . . […] leave words out, [the team] puts in or replaces up to 5, [name] holds back 1 to 12,',
    '[sic] nothing. Another typography of quotation marks, dashes and apostrophes is no change, nor are a large or small',
    'letter at the start or behind an elision and the last punctuation mark. Anything else is.',
  ],
  examples: [
    ['', 'all manuscripts of the study'],
    ['paper/manuscript.md', 'one of them'],
    ['--json', 'every quotation with its source, for a program'],
  ],
  exits: [
    'Every attributed quotation is what that person said.',
    'Some are not.',
    'There is no such manuscript, or the study cannot be read.',
  ],
};

/** `verbatim quotes check` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const format = formatIn(call.args);
    const strict = call.args.has('strict');
    const { manuscripts } = await checkedManuscripts(call);
    const counts = countsOf(manuscripts, strict);
    const all = manuscripts.flatMap(one => one.quotations.map(checked => [one, checked] as const));
    if (format === 'json')
      writeJson(io, { quotations: all.map(([one, checked]) => quotationJson(one, checked)), counts });
    else if (format === 'csv')
      writeAll(io, [csvLine(QUOTATION_COLUMNS), ...all.map(pair => csvLine(quotationRow(...pair)))]);
    else if (format === 'md') {
      const columns = QUOTATION_COLUMNS.map(title => ({ title }));
      io.stdout(
        markdownTable(
          columns,
          all.map(pair => quotationRow(...pair)),
        ),
      );
    } else if (manuscripts.length === 0) io.stdout(NO_MANUSCRIPT);
    else writeAll(io, [...all.map(([one, checked]) => asText(one, checked, strict)), inWords(counts)]);
    return counts.wrong > 0 ? 1 : 0;
  });
}

const LONGEST = 76;

function asText(manuscript: CheckedManuscript, checked: CheckedQuotation, strict: boolean): string {
  const { quotation, verdict, remarks, differences, message, remedy } = checked;
  const wrong = needsLook(checked, strict);
  const head = `${plain(wayOf(manuscript, checked))}  ${wrong ? 'WRONG ' : ''}${verdict}\n`;
  const who = quotation.attribution === undefined ? '' : ` (${writtenNames(quotation.attribution)})`;
  const lines = [`“${shorten(shownPieces(quotation.pieces), LONGEST)}”${who}`];
  if (wrong || verdict !== 'verbatim') lines.push(message);
  for (const { here, there, line } of differences.slice(1)) lines.push(`line ${line}: “${here}” — said “${there}”`);
  for (const remark of remarks) lines.push(remark.message);
  if (wrong && remedy !== '') lines.push(remedy);
  return `${head}${lines.map(line => `  ${plain(line)}\n`).join('')}`;
}

function inWords({ quotations, block, short, wrong, verdicts }: Counts): string {
  if (quotations === 0) return 'No quotations.\n';
  const attributed = `${countOf(block + short, 'attributed quotation')} (${block} block, ${short} short)`;
  const fates = Object.entries(verdicts).flatMap(([verdict, count]) =>
    count === 0 || verdict === 'unattributed' ? [] : [`${count} ${verdict}`],
  );
  const without = verdicts.unattributed;
  const rest = without === 0 ? '' : ` ${without} in quotation marks without attribution.`;
  const need = wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'needs' : 'need'} to be put right.`;
  return `\n${attributed}${fates.length === 0 ? '' : `: ${fates.join(', ')}`}.${rest} ${need}\n`;
}
