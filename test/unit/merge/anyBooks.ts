import * as fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { changeCodebook } from '../../../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import type { FileVersions } from '../../../src/core/merge/merge.js';
import { BOOK } from '../codebook/book.js';
import { anyDraw, changeFrom, type Draw } from '../codebook/randomChanges.js';
import { apply } from '../codebook/support.js';

/** A codebook after some changes, those left out that it refuses. */
export function made(raw: string, draws: readonly Draw[]): string {
  let text = raw;
  for (const draw of draws) {
    try {
      text = apply(text, changeCodebook(text, changeFrom(parseCodebook(text), draw), { used: new Set() }).edits);
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
    }
  }
  return text;
}

/** A codebook that two people went on with. @param most how many changes each made */
export function anyCodebookFile(most = 4): fc.Arbitrary<FileVersions> {
  const draws = fc.array(anyDraw, { maxLength: most });
  return fc.tuple(draws, draws, draws).map(([before, here, there]) => {
    const base = made(BOOK, before);
    return { path: 'codebook.md', bases: [base], ours: made(base, here), theirs: made(base, there) };
  });
}
