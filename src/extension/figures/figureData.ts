import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { axesOf } from '../../core/analysis/matrix/axes/axes.js';
import { codesAlong } from '../../core/analysis/matrix/codesAlong.js';
import { cooccurrenceOf } from '../../core/analysis/matrix/cooccurrenceOf.js';
import type { MeetingUnit } from '../../core/analysis/matrix/matrix.js';
import { matrixOf } from '../../core/analysis/matrix/matrixOf.js';
import { newCodesOf } from '../../core/analysis/matrix/newCodes.js';
import { understand } from '../../core/analysis/query/ask.js';
import type { Query } from '../../core/analysis/query/query.js';
import type { Pieces } from '../../core/pieces.js';
import { publicMatrix } from '../../core/report/disclosure/publicMatrix.js';
import { alongData, matrixData, networkData, newCodesData } from '../../core/report/figures/fromCorpus.js';
import { whyNoSaturation } from '../../core/study/stance.js';
import type { FigureChoice, FigureChoices, FigureData } from '../../webview/figures/protocol.js';
import { noFigureTexts } from './texts.js';
import { figureWords } from './words.js';

/** A question that narrows what is counted, or what is wrong with it. */
export interface Narrowed {
  readonly query?: Query;
  readonly problem?: string;
}

/** Reads the question; where it is not understood, nothing is narrowed and it is said why. */
export function narrowedBy(text: string, corpus: Corpus): Narrowed {
  if (text.trim() === '') return {};
  const { query, problems } = understand(text, corpus);
  const [first] = problems;
  if (first !== undefined) return { problem: `${first.message} ${first.remedy}` };
  return query === undefined ? {} : { query };
}

/**
 * The figures that were chosen, worked out.
 * @param smallestCell where a matrix counts people by an attribute, cells with fewer of them are held back; 0: none
 */
export function* figureData(
  corpus: Corpus,
  choices: FigureChoices,
  query: Query | undefined,
  smallestCell = 0,
): Pieces<FigureData> {
  const { codebook, config } = corpus.study;
  if (corpus.transcripts.length === 0) return { is: 'nothing', ...noFigureTexts('noTranscripts') };
  if (corpus.transcripts.every(({ excerpts }) => excerpts.length === 0))
    return { is: 'nothing', ...noFigureTexts('nothingCoded') };
  const narrowed = { inScope: choices.inScope && corpus.hasScope, ...(query === undefined ? {} : { query }) };
  switch (choices.figure) {
    case 'heat':
    case 'bars': {
      const { rows, columns } = choices;
      const shown = publicMatrix(yield* matrixOf(corpus, { rows, columns, ...narrowed }), query, smallestCell);
      return { is: 'matrix', matrix: yield* matrixData(shown.matrix, codebook, shown) };
    }
    case 'network': {
      const matrix = yield* cooccurrenceOf(corpus, { unit: unitOf(choices.unit), ...narrowed });
      return { is: 'network', network: yield* networkData(matrix, codebook) };
    }
    case 'along': {
      const along = codesAlong(corpus, transcriptOf(corpus, choices));
      if (along === undefined) return { is: 'nothing', ...noFigureTexts('noTranscripts') };
      return { is: 'along', along: alongData(along, codebook) };
    }
    case 'new': {
      const why = whyNoSaturation(config);
      if (why !== undefined) return { is: 'nothing', ...noFigureTexts('reflexive', why) };
      return { is: 'new', sessions: yield* newCodesData(yield* newCodesOf(corpus), corpus) };
    }
  }
}

/** The transcript that was chosen; where it is gone, or nobody chose, the first that has codings. */
export function transcriptOf({ transcripts }: Corpus, { transcript }: FigureChoices): string {
  const chosen = transcripts.find(({ path }) => path === transcript);
  return (chosen ?? transcripts.find(({ excerpts }) => excerpts.length > 0) ?? transcripts[0])?.path ?? '';
}

/** The axes that a study has, by what people call them. */
export function axisChoices(corpus: Corpus): FigureChoice[] {
  const names = figureWords().axes;
  return axesOf(corpus).map(value => ({ value, label: Object.hasOwn(names, value) ? (names[value] ?? value) : value }));
}

function unitOf(written: string): MeetingUnit {
  if (written === 'turn') return 'turn';
  const turns = /^near:(\d{1,4})$/.exec(written)?.[1];
  return turns === undefined ? 'overlap' : { near: Number(turns) };
}
