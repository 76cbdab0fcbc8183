import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { newCodesOf } from '../../core/analysis/matrix/newCodes.js';
import { newCodesTable } from '../../core/analysis/matrix/written/newCodesTable.js';
import { tableCsv, tableMarkdown } from '../../core/analysis/matrix/written/tables.js';
import { atOnce } from '../../core/pieces.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { whyNoSaturation } from '../../core/study/stance.js';
import { heldBackEnd, heldBackJson, leavingOf, sayHeldBack } from '../disclosure.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { TABLES } from '../matrix/counting.js';
import { countedText } from '../matrix/print.js';
import { Refusal } from '../refusal.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'new-codes',
  leaving: 'follows',
  summary: 'List how many codes each session brought that none before had.',
  options: TABLES,
  notes: [
    'Sessions come by date, those without one last. Those in which nothing is coded yet are left out, and so are codes that',
    'mark what is in scope. Not shown where verbatim.json declares the stance “reflexive”.',
  ],
  examples: [
    ['', 'which session brought what'],
    ['--csv > new-codes.csv', 'the same as a table'],
  ],
  exits: [
    'The list was printed, be it empty.',
    undefined,
    'The stance of the study speaks against it, or the study cannot be read.',
  ],
};

/** `verbatim new-codes` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, args: given, policy }) => {
    const format = formatIn(given);
    const reason = whyNoSaturation(study.config);
    if (reason !== undefined)
      throw new Refusal('stance', reason, 'If this analysis is of another kind, change “stance” in verbatim.json.');
    const { corpus, held } = leavingOf(await new CorpusReader(study).read(), policy);
    const sessions = atOnce(newCodesOf(corpus));
    const table = newCodesTable(corpus.study.codebook, sessions);
    const document = { title: 'New codes per session', query: '', table, sentences: [] };
    if (format === 'json')
      writeJson(io, {
        sessions,
        counts: { sessions: sessions.length, codes: sessions.at(-1)?.codesSoFar ?? 0 },
        ...heldBackJson(held),
      });
    else if (format === 'csv') {
      writeAll(io, tableCsv(table));
      sayHeldBack(io, held);
    } else if (format === 'md') writeAll(io, withHeldBack([tableMarkdown(document)], heldBackStatement(held)));
    else writeAll(io, [countedText(document), ...heldBackEnd(held)]);
    return 0;
  });
}
