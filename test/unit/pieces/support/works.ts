import type { Corpus } from '../../../../src/core/analysis/corpus/corpus.js';
import { allEvidence } from '../../../../src/core/analysis/evidence/tables.js';
import { cooccurrenceOf } from '../../../../src/core/analysis/matrix/cooccurrenceOf.js';
import { matrixOf } from '../../../../src/core/analysis/matrix/matrixOf.js';
import { newCodesOf } from '../../../../src/core/analysis/matrix/newCodes.js';
import { ask } from '../../../../src/core/analysis/query/ask.js';
import { each, type Pieces } from '../../../../src/core/pieces.js';
import { matrixData, networkData, newCodesData } from '../../../../src/core/report/figures/fromCorpus.js';

/** Works something out of a corpus, and answers it as plain data. */
export type Work = (corpus: Corpus) => Pieces<unknown>;

function matrix(rows: string, columns: string): Work {
  return function* (corpus) {
    return yield* matrixData(yield* matrixOf(corpus, { rows, columns }), corpus.study.codebook);
  };
}

function network(unit: 'overlap' | 'turn'): Work {
  return function* (corpus) {
    return yield* networkData(yield* cooccurrenceOf(corpus, { unit }), corpus.study.codebook);
  };
}

function question(text: string): Work {
  return function* (corpus) {
    const answer = yield* ask(text, corpus);
    const ids: string[] = [];
    if (answer.query !== undefined) yield* each(answer.excerpts, 100, ({ coding }) => ids.push(coding.id));
    return [answer.query, ids, answer.problems];
  };
}

/** Everything that is worked out of a corpus in pieces. */
export const WORKS: Readonly<Record<string, Work>> = {
  'code × role': matrix('code', 'role'),
  'theme × coder': matrix('theme', 'coder'),
  'code × participant': matrix('code', 'participant'),
  'code × code': matrix('code', 'code'),
  'evidence × site': matrix('evidence', 'site'),
  'codes in the same words': network('overlap'),
  'codes in the same turns': network('turn'),
  'new codes of each session': function* (corpus) {
    return yield* newCodesData(yield* newCodesOf(corpus), corpus);
  },
  'who said it': function* (corpus) {
    const all = yield* allEvidence(corpus);
    return all.map(({ entry, excerpts, ...figures }) => [entry.id, excerpts.unmarked.length, figures]);
  },
  'a question': question('code:hope or words:word*'),
  'a question of neighbours': question('overlaps:hope'),
};
