import { markdownTable } from '../../core/report/markdown.js';
import { checkNumbers } from '../../core/report/numbers/checkNumbers.js';
import type { NumberClaim } from '../../core/report/numbers/claim.js';
import { readReportSources } from '../../core/report/study/readSources.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeJson } from '../io.js';
import { countOf } from '../phrases.js';
import { manuscriptsNamed, NO_MANUSCRIPT } from '../quotes/manuscripts.js';
import { Refusal } from '../refusal.js';
import { plain } from '../table.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'report check',
  summary: 'Compare the numbers in a manuscript with the data.',
  positionals: '[MANUSCRIPT…]',
  mostPositionals: Number.POSITIVE_INFINITY,
  leaving: 'team',
  options: { md: { help: 'Print a Markdown table.' } },
  notes: [
    'Recognised are phrases such as “9 of 11 peers”, “18 non-peers took part”, “23 sessions”, “11 interviews and 4 focus',
    'groups”, “three themes”, “29 quotations”, in digits or words. A comment right behind a number says what it counts:',
    '7<!-- participants: code:hope and role:peer -->, or excerpts:, or sessions:, with a question of the query language.',
    'What was not understood is listed as not checked. Words of participants are not looked at.',
  ],
  examples: [
    ['', 'all manuscripts of the study'],
    ['paper/manuscript.md --md', 'one of them, as a table'],
  ],
  exits: ['No number is wrong.', 'Some are.', 'There is no such manuscript, or the study cannot be read.'],
};

interface Found extends NumberClaim {
  readonly manuscript: string;
}

/** `verbatim report check` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async call => {
    const format = formatIn(call.args);
    const manuscripts = manuscriptsNamed(call);
    if (manuscripts.length === 0 && format === undefined) {
      io.stdout(NO_MANUSCRIPT);
      return 0;
    }
    const sources = await readReportSources(call.study, { internal: true });
    const found: Found[] = [];
    for (const manuscript of manuscripts) {
      const text = await call.study.textOf(manuscript);
      if (text === undefined) throw new Refusal('missing-manuscript', `${manuscript} is gone.`, 'Name another file.');
      found.push(...checkNumbers(text, sources).map(claim => ({ manuscript, ...claim })));
    }
    const of = (verdict: NumberClaim['verdict']): Found[] => found.filter(one => one.verdict === verdict);
    const counts = { right: of('right').length, wrong: of('wrong').length, unchecked: of('unchecked').length };
    if (format === 'json') writeJson(io, { numbers: found.map(({ at: _, ...claim }) => claim), counts });
    else if (format === 'md') io.stdout(asTable(found));
    else {
      for (const one of [...of('wrong'), ...of('right'), ...of('unchecked')]) io.stdout(asText(one));
      io.stdout(
        `${found.length > 0 ? '\n' : ''}${countOf(counts.right, 'number')} right, ${counts.wrong} wrong, ${counts.unchecked} not checked.\n`,
      );
    }
    return counts.wrong > 0 ? 1 : 0;
  });
}

const WORDS: Readonly<Record<NumberClaim['verdict'], string>> = {
  right: 'right',
  wrong: 'WRONG',
  unchecked: 'not checked',
};

function asText({ manuscript, line, verdict, words, says, data }: Found): string {
  const saying = verdict === 'unchecked' ? data : `says ${says}; the data say ${data}.`;
  return `${plain(`${manuscript}:${line}`)}  ${WORDS[verdict]}\n  ${plain(`“${words}”`)}\n  ${plain(saying)}\n`;
}

function asTable(found: readonly Found[]): string {
  const columns = ['manuscript', 'line', 'words', 'verdict', 'says', 'data'].map(title => ({ title }));
  return markdownTable(
    columns,
    found.map(one => [one.manuscript, String(one.line), one.words, WORDS[one.verdict], one.says, one.data]),
  );
}
