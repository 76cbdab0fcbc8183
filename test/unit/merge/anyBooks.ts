import * as fc from 'fast-check';
import { ChangeRefused } from '../../../src/core/codebook/change.js';
import { changeCodebook } from '../../../src/core/codebook/changeCodebook.js';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import type { FileVersions } from '../../../src/core/merge/merge.js';
import { anyDraw, changeFrom, type Draw } from '../codebook/randomChanges.js';
import { apply } from '../codebook/support.js';

/** A codebook with all that a codebook may have. */
export const BOOK = `# Codebook

We settled this together.

## Meetings {#meetings .theme}

What happens in the room.

### Hope {#hope color=green}

Somebody takes heart.
More on that.

Include: doubts.

A note of ours.

#### By words {#words}

### Waiting

Silence.

### Inner {#inner .theme}

#### Deep {#deep}

## Role {#role .theme}

### Pay {#pay}
`;

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
