import type { Corpus } from '../../src/core/analysis/corpus/corpus.js';
import { cooccurrenceOf } from '../../src/core/analysis/matrix/cooccurrenceOf.js';
import type { MeetingUnit } from '../../src/core/analysis/matrix/matrix.js';
import { matrixOf } from '../../src/core/analysis/matrix/matrixOf.js';
import type { Pieces } from '../../src/core/pieces.js';
import { matrixData } from '../../src/core/report/figures/fromCorpus.js';

/** Something that is counted, as a whole. */
export interface Work {
  readonly name: string;
  /** Counts, and reads every figure as a page does; answers the sum of them. */
  run(corpus: Corpus): Pieces<number>;
}

/** Who speaks in every cell, how many excerpts it has, and the totals. */
function people(columns: string): Work {
  return {
    name: `code × ${columns}: participants and excerpts`,
    *run(corpus) {
      const matrix = yield* matrixOf(corpus, { rows: 'code', columns });
      let sum = matrix.total.excerpts.length;
      for (const row of matrix.rows.keys()) {
        sum += matrix.rowTotal(row).participants.length;
        for (const column of matrix.columns.keys()) {
          const { participants, excerpts } = matrix.cell(row, column);
          sum += participants.length + excerpts.length;
          yield;
        }
      }
      return sum;
    },
  };
}

const words: Work = {
  name: 'code × role: words, each once',
  *run(corpus) {
    const matrix = yield* matrixOf(corpus, { rows: 'code', columns: 'role' });
    let sum = 0;
    for (const row of matrix.rows.keys())
      for (const column of matrix.columns.keys()) {
        sum += yield* matrix.cell(row, column).countWords();
        yield;
      }
    return sum;
  },
};

const shown: Work = {
  name: 'code × role: all that the page of figures shows',
  *run(corpus) {
    const matrix = yield* matrixOf(corpus, { rows: 'code', columns: 'role' });
    return (yield* matrixData(matrix, corpus.study.codebook)).cells.length;
  },
};

function meetings(unit: MeetingUnit): Work {
  const name = typeof unit === 'object' ? `near:${unit.near}` : unit;
  return {
    name: `code × code: ${name}`,
    *run(corpus) {
      const matrix = yield* cooccurrenceOf(corpus, { unit });
      let sum = 0;
      for (const a of matrix.codes.keys()) {
        for (let b = a; b < matrix.codes.length; b++) {
          const meeting = matrix.cell(a, b);
          sum += (meeting?.passages ?? 0) + (meeting?.participants.length ?? 0);
        }
        yield;
      }
      return sum;
    },
  };
}

/** Everything that is measured. */
export const WORKS: readonly Work[] = [
  people('role'),
  people('participant'),
  people('code'),
  words,
  shown,
  meetings('overlap'),
  meetings('turn'),
  meetings({ near: 3 }),
];
