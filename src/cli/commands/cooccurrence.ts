import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { cooccurrenceOf } from '../../core/analysis/matrix/cooccurrenceOf.js';
import type { MeetingUnit } from '../../core/analysis/matrix/matrix.js';
import {
  cooccurrenceCsv,
  cooccurrenceDocument,
  cooccurrenceMarkdown,
} from '../../core/analysis/matrix/written/cooccurrenceDocuments.js';
import { atOnce } from '../../core/pieces.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import type { Arguments } from '../arguments.js';
import { heldBackEnd, heldBackJson, leavingOf, refuseByAttribute, sayHeldBack } from '../disclosure.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { COUNTING, countingIn, oneOf } from '../matrix/counting.js';
import { cooccurrenceJson } from '../matrix/json.js';
import { countedText } from '../matrix/print.js';
import { Refusal } from '../refusal.js';
import { runVerb, type Verb } from '../verb.js';

const COUNTED = ['participants', 'passages'] as const;

export const verb: Verb = {
  name: 'cooccurrence',
  leaving: 'follows',
  summary: 'List which codes meet: in the same words, in the same turn, or near each other.',
  options: {
    unit: {
      value: 'UNIT',
      help: 'Where two codes meet: overlap, turn, or near:N for at most N turns apart; overlap without it.',
    },
    count: { value: 'WHAT', help: `What comes first: ${COUNTED.join(' or ')}; participants without it.` },
    ...COUNTING,
  },
  notes: [
    'Participants count who speak in both passages. Passages of one code that overlap, such as those of two coders, count',
    'as one. CSV has all codes by all codes, on the diagonal the code itself; the other forms list the pairs.',
  ],
  examples: [
    ['', 'the codes that share words'],
    ['--unit near:2 --count passages --in-scope', 'what comes up close together'],
    ['--unit turn --csv > together.csv', 'a square table for another program'],
  ],
  exits: [
    'The list was printed, be it empty.',
    undefined,
    'The unit or the question is not known, or the study cannot be read.',
  ],
};

/** `verbatim cooccurrence` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, args: given, policy }) => {
    const format = formatIn(given);
    const counted = oneOf(given, 'count', COUNTED);
    const unit = unitIn(given);
    const { corpus, held } = leavingOf(await new CorpusReader(study).read(), policy);
    const counting = countingIn(given, corpus, policy);
    refuseByAttribute(counting.query, policy);
    const matrix = atOnce(cooccurrenceOf(corpus, { unit, ...counting }));
    if (format === 'json')
      writeJson(io, { ...cooccurrenceJson(matrix, counted, counting.query), ...heldBackJson(held) });
    else if (format === 'csv') {
      writeAll(io, cooccurrenceCsv(matrix, counted));
      sayHeldBack(io, held);
    } else if (format === 'md')
      writeAll(io, withHeldBack([cooccurrenceMarkdown(matrix, counted, counting.query)], heldBackStatement(held)));
    else writeAll(io, [countedText(cooccurrenceDocument(matrix, counted, counting.query)), ...heldBackEnd(held)]);
    return 0;
  });
}

/** @throws Refusal where it is none */
function unitIn(args: Arguments): MeetingUnit {
  const written = args.one('unit')?.toLowerCase() ?? 'overlap';
  if (written === 'overlap' || written === 'turn') return written;
  const near = /^near(?::(\d{1,4}))?$/.exec(written);
  if (near !== null) return { near: Number(near[1] ?? 1) };
  throw new Refusal('arguments', `--unit ${written} is not known.`, 'Write overlap, turn, or near:N such as near:2.');
}
