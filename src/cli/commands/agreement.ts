import { AGREEMENT_UNITS, type AgreementOptions } from '../../core/analysis/agreement/agreement.js';
import { agreementOf } from '../../core/analysis/agreement/agreementOf.js';
import { codeIdOf } from '../../core/analysis/agreement/compared/codes.js';
import { disagreementsOf } from '../../core/analysis/agreement/disagreementsOf.js';
import { agreementTexts } from '../../core/analysis/agreement/texts.js';
import { agreementCsv, disagreementsCsv } from '../../core/analysis/agreement/written/csv.js';
import { disagreementsMarkdown } from '../../core/analysis/agreement/written/disagreements.js';
import {
  agreementDocument,
  type DocumentPart,
  documentMarkdown,
} from '../../core/analysis/agreement/written/document.js';
import { agreementJson } from '../../core/analysis/agreement/written/json.js';
import type { CorpusExcerpt } from '../../core/analysis/corpus/corpus.js';
import { CorpusReader } from '../../core/analysis/corpus/corpusReader.js';
import { withHeldBack } from '../../core/report/disclosure/atEnd.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { publicAgreement, publicDisagreements } from '../../core/report/disclosure/publicAgreement.js';
import { whyNoAgreement } from '../../core/study/stance.js';
import { agreementOptions, rowsIn, SAMPLES } from '../agreement/options.js';
import { agreementText, disagreementsText } from '../agreement/text.js';
import { heldBackEnd, heldBackJson, leavingOf, sayHeldBack } from '../disclosure.js';
import { formatIn } from '../formats.js';
import { type ExitCode, type Io, writeAll, writeJson } from '../io.js';
import { TABLES } from '../matrix/counting.js';
import { Refusal } from '../refusal.js';
import { runVerb, type Verb } from '../verb.js';

export const verb: Verb = {
  name: 'agreement',
  leaving: 'follows',
  summary: 'Say how well coders agree, and where they do not.',
  options: {
    unit: { value: 'UNIT', help: `What is compared: each ${AGREEMENT_UNITS.join(', ')}; character without it.` },
    'in-scope': { help: 'Only what is marked as in scope.' },
    coders: { value: 'A,B', help: 'Only what these coders coded; everybody without it.' },
    code: { value: 'CODE', multiple: true, help: 'Only this code.' },
    round: { value: 'NAME', help: 'Only the coders and transcripts of this blind round.' },
    by: { value: 'WHAT', help: 'Rows below those of everything: code, theme, transcript, pair; code without it.' },
    disagreements: { help: 'List every disagreement instead of figures.' },
    samples: { value: 'N', help: `Resamples for the intervals; ${SAMPLES} without it, 0: no intervals.` },
    seed: {
      value: 'N',
      help: 'What the resamples are drawn from; 1 without it. The same seed gives the same intervals.',
    },
    ...TABLES,
  },
  notes: [
    'Compared are coders who coded the same transcript: who has codings in it, said to be done with it, or closed a round',
    'on it. A sentence or turn counts as coded where a coding has a character of it. Codings in doubt and codes that mark',
    'what is in scope do not count. Several codes are pooled: observed agreement and that by chance are averaged over the',
    'codes. Intervals come from drawing turns again within their transcripts. Where there is no figure it says why.',
    'In JSON there is everything: all rows, all disagreements, and what was not compared.',
  ],
  examples: [
    ['--unit sentence', 'how well all coders agree, code by code'],
    ['--coders EA,MB --by transcript --in-scope --md > agreement.md', 'two coders, session by session, as a document'],
    ['--code hope --disagreements', 'where to look and talk about a code'],
  ],
  exits: [
    'Coders were compared, however well they agree; or it was said why there is nothing to compare.',
    undefined,
    'A code, coder or round is not known, the stance is reflexive, or the study cannot be read.',
  ],
};

/** `verbatim agreement` */
export function run(args: readonly string[], io: Io): Promise<ExitCode> {
  return runVerb(verb, args, io, async ({ study, args: given, policy }) => {
    const format = formatIn(given);
    const reason = whyNoAgreement(study.config);
    if (reason !== undefined)
      throw new Refusal('stance', reason, 'If this analysis is of another kind, change “stance” in verbatim.json.');
    const wantsList = given.has('disagreements');
    const options = { ...agreementOptions(given, study), rows: rowsIn(given, format === 'json') };
    const corpus = await new CorpusReader(study).read();
    const open = leavingOf(corpus, policy);
    const texts = agreementTexts(study);
    // What is not shown need not be worked out.
    const isListOnly = wantsList && format !== 'json';
    const wanted: AgreementOptions = isListOnly ? { ...options, rows: ['all'], samples: 0 } : options;
    const agreement = publicAgreement(await agreementOf(corpus, wanted, texts), open);
    const isList = isListOnly && agreement.rows.length > 0;
    const parts = (): readonly DocumentPart[] => agreementDocument(agreement, study.config);
    const isListed = wantsList || format === 'json';
    const found = isListed ? publicDisagreements(await disagreementsOf(corpus, options, texts), open) : [];
    const titleOf = (excerpt: CorpusExcerpt): string => corpus.codeOf(excerpt)?.title ?? excerpt.coding.code;
    if (format === 'json') {
      const json = agreementJson(agreement, found, excerpt => codeIdOf(corpus, excerpt));
      writeJson(io, { ...json, ...heldBackJson(open.held) });
    } else if (format === 'csv') {
      writeAll(io, isListOnly ? disagreementsCsv(found, titleOf) : agreementCsv(agreement));
      sayHeldBack(io, open.held);
    } else if (format === 'md') {
      const document = isList ? disagreementsMarkdown(found, titleOf) : [documentMarkdown(parts())];
      writeAll(io, withHeldBack(document, heldBackStatement(open.held)));
    } else {
      writeAll(io, isList ? disagreementsText(found, titleOf) : agreementText(parts()));
      writeAll(io, heldBackEnd(open.held));
    }
    return 0;
  });
}
