import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { axesOf } from '../../core/analysis/matrix/axes/axes.js';
import { matrixOf } from '../../core/analysis/matrix/matrixOf.js';
import { sortedMatrix } from '../../core/analysis/matrix/sorted.js';
import { tableCsv, tableMarkdown } from '../../core/analysis/matrix/written/tables.js';
import { atOnce } from '../../core/pieces.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement, heldBesides } from '../../core/report/disclosure/heldBack.js';
import { publicMatrix } from '../../core/report/disclosure/publicMatrix.js';
import { publicMatrixDocument } from '../../core/report/disclosure/publicMatrixTable.js';
import { heldBackEnd, heldBackJson, leavingOf, sayHeldBack } from '../disclosure.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { COUNTING, countingIn, oneOf } from '../matrix/counting.js';
import { matrixJson } from '../matrix/json.js';
import { countedText } from '../matrix/print.js';
import { didYouMean, nearest } from '../near.js';
import { Refusal } from '../refusal.js';
import { runVerb, type Verb } from '../verb.js';

const COUNTED = ['participants', 'excerpts', 'words'] as const;

export const verb: Verb = {
  name: 'matrix',
  leaving: 'follows',
  summary: 'Count who speaks in the excerpts by codes, roles, sessions or whatever else the study knows.',
  options: {
    rows: { value: 'AXIS', help: 'What the rows are; code without it.' },
    columns: { value: 'AXIS', help: 'What the columns are; participant without it.' },
    count: { value: 'WHAT', help: `What is counted: ${COUNTED.join(', ')}; participants without it.` },
    sort: { help: 'Rows and columns with most first, instead of as they are in the study.' },
    ...COUNTING,
  },
  notes: [
    'An axis is code, theme, coder, participant, session, evidence, date, role, kind, or any other column of',
    'participants.csv or entry of front matter. With codes or themes both ways, cells count where these stand on the same',
    'words. Totals count everybody once. Codes that mark what is in scope are left out unless --query asks for one.',
    'In JSON every cell has participants, excerpts, words and the question that finds its excerpts.',
  ],
  examples: [
    ['--rows code --columns role', 'how many peers and others speak of what'],
    ['--rows theme --columns session --count excerpts --in-scope', 'where each theme comes up'],
    ["--columns site --query 'evidence:contradicts' --csv > against.csv", 'negative cases by site, as a table'],
  ],
  exits: [
    'The matrix was printed, be it empty.',
    undefined,
    'An axis or the question is not known, or the study cannot be read.',
  ],
};

/** `verbatim matrix` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, args: given, policy }) => {
    const format = formatIn(given);
    const counted = oneOf(given, 'count', COUNTED);
    const { corpus, held } = leavingOf(await new CorpusReader(study).read(), policy);
    const counting = countingIn(given, corpus, policy);
    const rows = axisIn(corpus, given.one('rows') ?? 'code');
    const columns = axisIn(corpus, given.one('columns') ?? 'participant');
    const plain = atOnce(matrixOf(corpus, { rows, columns, ...counting }));
    // The order of rows would say something of what is held back.
    const isSorted = given.has('sort') && policy === undefined;
    const sorted = isSorted ? sortedMatrix(plain, { rows: counted, columns: counted }) : plain;
    const shown = publicMatrix(sorted, counting.query, policy?.smallestCell ?? 0);
    const { matrix } = shown;
    const left = heldBesides(held, shown.held);
    const document = publicMatrixDocument(shown, counted, counting.query);
    if (format === 'json') writeJson(io, { ...matrixJson(matrix, counting.query, shown), ...heldBackJson(left) });
    else if (format === 'csv') {
      writeAll(io, tableCsv(document.table));
      sayHeldBack(io, left);
    } else if (format === 'md') writeAll(io, withHeldBack([tableMarkdown(document)], heldBackStatement(left)));
    else writeAll(io, [countedText(document), ...heldBackEnd(left)]);
    return 0;
  });
}

/** @throws Refusal where the study has no such axis */
function axisIn(corpus: Corpus, name: string): string {
  const axes = axesOf(corpus);
  const found = axes.find(axis => axis === name.toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal(
    'unknown-axis',
    `This study cannot be counted by “${name}”.`,
    didYouMean(nearest(name, axes), `It can by ${axes.join(', ')}.`),
    { near: nearest(name, axes) },
  );
}
