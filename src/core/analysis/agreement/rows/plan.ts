import type { Pieces } from '../../../pieces.js';
import type { Corpus } from '../../corpus/corpus.js';
import type { RowKind } from '../agreement.js';
import { comparedThemes } from '../compared/codes.js';
import type { Compared, ComparedTranscript } from '../compared/compared.js';
import type { Blocks } from '../ratings/blocks.js';
import { Cell } from '../ratings/cell.js';
import { pairsOf } from './pairs.js';

/** What a row of figures is about, before anything is worked out. */
export interface RowPlan {
  readonly kind: RowKind;
  readonly key: string;
  readonly label: string;
  readonly depth?: number | undefined;
  readonly coders: readonly string[];
  readonly transcripts: readonly ComparedTranscript[];
  /** The questions that are asked of each unit, one a code; one of the whole theme. */
  readonly cells: readonly Cell[];
  /** The codes that are in it, by the ids they go by. */
  readonly codes: readonly string[];
}

/** Says of which rows figures are wanted, with how the coders answered. The row of everything comes first. */
export function* planRows(
  corpus: Corpus,
  compared: Compared,
  kinds: ReadonlySet<RowKind>,
  blocks: Blocks,
): Pieces<RowPlan[]> {
  const { coders, transcripts, codes } = compared;
  if (codes.length === 0 || transcripts.length === 0) return [];
  const cellOf = (
    whose: readonly string[],
    where: readonly ComparedTranscript[],
    which: readonly string[],
  ): Pieces<Cell> => Cell.of(whose, where, which, blocks);
  function* cellsOf(
    whose: readonly string[],
    where: readonly ComparedTranscript[],
    ids: readonly string[],
  ): Pieces<Cell[]> {
    const cells: Cell[] = [];
    for (const id of ids) cells.push(yield* cellOf(whose, where, [id]));
    return cells;
  }
  const ids = codes.map(({ id }) => id);
  const all = yield* cellsOf(coders, transcripts, ids);
  const everywhere = { coders, transcripts };
  const plans: RowPlan[] = [];
  if (kinds.has('all')) {
    plans.push({
      kind: 'all',
      key: 'all',
      label: 'all codes',
      ...everywhere,
      cells: all,
      codes: ids,
    });
  }
  if (kinds.has('theme')) {
    for (const { id, label, depth, codes: below } of comparedThemes(corpus, codes))
      plans.push({
        kind: 'theme',
        key: id,
        label,
        depth,
        ...everywhere,
        cells: [yield* cellOf(coders, transcripts, below)],
        codes: below,
      });
  }
  if (kinds.has('code')) {
    for (const [i, { id, label, depth }] of codes.entries()) {
      const cell = all[i];
      if (cell !== undefined)
        plans.push({ kind: 'code', key: id, label, depth, ...everywhere, cells: [cell], codes: [id] });
    }
  }
  function* pooled(
    whose: readonly string[],
    where: readonly ComparedTranscript[],
  ): Pieces<Pick<RowPlan, 'coders' | 'transcripts' | 'cells' | 'codes'>> {
    const used = ids.filter(id => isUsed(id, whose, where));
    return { coders: whose, transcripts: where, cells: yield* cellsOf(whose, where, used), codes: used };
  }
  if (kinds.has('transcript')) {
    for (const compared of transcripts) {
      const { path, name } = compared.transcript;
      plans.push({ kind: 'transcript', key: path, label: name, ...(yield* pooled(compared.coders, [compared])) });
      yield;
    }
  }
  if (kinds.has('pair')) {
    for (const [a, b] of pairsOf(coders)) {
      const where = transcripts.filter(transcript => transcript.coders.includes(a) && transcript.coders.includes(b));
      const label = `${a} + ${b}`;
      if (where.length > 0) plans.push({ kind: 'pair', key: label, label, ...(yield* pooled([a, b], where)) });
    }
  }
  return plans;
}

function isUsed(code: string, coders: readonly string[], transcripts: readonly ComparedTranscript[]): boolean {
  return transcripts.some(({ marks }) => coders.some(coder => marks.get(code)?.has(coder)));
}
