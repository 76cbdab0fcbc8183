import type { Pieces } from '../pieces.js';
import { CodePoints } from '../text/codePoints.js';
import { findFrontMatter } from '../text/frontMatter.js';
import { LineStarts } from '../text/lines.js';
import { normaliseText } from '../text/normalise.js';
import { Attributions } from './attribution.js';
import { blockQuotations, joined, type Reading } from './blockQuotes.js';
import type { ManuscriptPeople } from './people.js';
import type { Manuscript, Quotation } from './quotation.js';
import { hasSeveralAttributed, shortQuotations } from './shortQuotes.js';
import { type Block, blocksOf } from './structure.js';

/**
 * Finds the quotations of a manuscript and to whom it attributes them. Takes any text and never throws. Front matter, headings, code, HTML
 * and comments hold none.
 * @param path relative to the study, with `/`
 * @param raw the file as text, with whatever line ends and byte order mark it has
 * @param people who may be quoted, under which names
 */
export function* readManuscript(path: string, raw: string, people: ManuscriptPeople): Pieces<Manuscript> {
  const text = normaliseText(raw);
  const points = new CodePoints(text);
  const lines = new LineStarts(text);
  const reading: Reading = {
    points,
    attributions: new Attributions(people),
    lineOf: position => lines.lineAt(points.toUtf16(position)) + 1,
  };
  const front = findFrontMatter(text);
  const blocks = yield* blocksOf(text, front === undefined || front === 'unclosed' ? 0 : front.bodyStart);
  const quotationsIn = ({ kind, paragraphs, under }: Block, i: number): Quotation[] => {
    const shown = joined(paragraphs);
    const isOfShort = kind === 'paragraph' || paragraphs.some(one => hasSeveralAttributed(one, reading));
    if (isOfShort) return shortQuotations(shown, under, reading);
    const [before, after] = [blocks[i - 1], blocks[i + 1]].map(block =>
      block?.kind === 'paragraph' ? block.paragraphs[0] : undefined,
    );
    return blockQuotations(shown, under, before, after, reading);
  };
  const quotations: Quotation[] = [];
  for (const [i, block] of blocks.entries()) {
    quotations.push(...quotationsIn(block, i));
    yield;
  }
  return { path, text, quotations };
}
