import type { Disagreement } from '../../core/analysis/agreement/agreement.js';
import { headOf, whoDidWhat } from '../../core/analysis/agreement/written/disagreements.js';
import type { DocumentPart } from '../../core/analysis/agreement/written/document.js';
import type { CorpusExcerpt } from '../../core/analysis/corpus/corpus.js';
import { countedText } from '../matrix/print.js';
import { countOf } from '../phrases.js';
import { plain, wrap } from '../table.js';

/** Figures of agreement for a terminal. */
export function* agreementText(parts: readonly DocumentPart[]): Generator<string> {
  for (const [i, { heading, table, sentences }] of parts.entries()) {
    if (i > 0) yield `\n${plain(heading)}\n\n`;
    if (table === undefined) for (const sentence of sentences) yield wrap(sentence, 100, '');
    else yield countedText({ title: heading, query: '', table, sentences });
  }
}

/** Disagreements for a terminal, in the order of the texts. */
export function* disagreementsText(
  disagreements: readonly Disagreement[],
  titleOf: (excerpt: CorpusExcerpt) => string,
): Generator<string> {
  for (const disagreement of disagreements) {
    yield `${plain(headOf(disagreement))}\n`;
    yield wrap(disagreement.quote, 84, '    ');
    yield `${wrap(whoDidWhat(disagreement.by, titleOf), 84, '  ')}\n`;
  }
  yield `${countOf(disagreements.length, 'disagreement')}.\n`;
}
