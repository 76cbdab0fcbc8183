import { alongFigure } from '../../core/report/figures/along.js';
import { barsFigure } from '../../core/report/figures/bars.js';
import type { Figure } from '../../core/report/figures/figure.js';
import { heatFigure } from '../../core/report/figures/heat.js';
import { calmThreshold, networkFigure } from '../../core/report/figures/network.js';
import { newCodesFigure } from '../../core/report/figures/newCodes.js';
import { filled } from '../common/filled.js';
import type { DrawnState, FiguresView } from './protocol.js';

/** Makes the picture of a state as a person looks at it; undefined where there is none. */
export function figureOf({ data, choices, texts }: DrawnState, view: Partial<FiguresView>): Figure | undefined {
  const { words } = texts;
  const look = { counted: choices.counted, sort: view.sorts?.[choices.figure], isWhole: view.isWhole ?? false };
  switch (data.is) {
    case 'matrix':
      return choices.figure === 'bars'
        ? barsFigure(data.matrix, { ...look, shape: choices.shape, row: choices.row }, words)
        : heatFigure(data.matrix, look, words);
    case 'network':
      return networkFigure(data.network, view.minimum ?? calmThreshold(data.network), words);
    case 'along':
      return alongFigure(data.along, words);
    case 'new':
      return newCodesFigure(data.sessions, words);
    case 'nothing':
      return undefined;
  }
}

/** What stands below a picture: what was counted, and of what. */
export function captionOf(figure: Figure, { choices, texts, hasScope, problem }: DrawnState): string {
  const { figure: kind, query, inScope } = choices;
  const isOfExcerpts = kind === 'heat' || kind === 'bars' || kind === 'network';
  const isAsked = isOfExcerpts && query.trim() !== '' && problem === undefined;
  return [
    figure.caption,
    ...(isAsked ? [filled(texts.onlyQuery, query.trim())] : []),
    ...(isOfExcerpts && inScope && hasScope ? [texts.onlyScope] : []),
  ].join(' ');
}
