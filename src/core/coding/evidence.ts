import type { Problem } from '../problem.js';
import type { Coding } from './coding.js';
import type { CodingFilePlace } from './file.js';

/** How an excerpt may stand to what its code says, from bearing it out to speaking against it. */
export const EVIDENCE = ['supports', 'nuances', 'contradicts'] as const;

export type Evidence = (typeof EVIDENCE)[number];

/** Whether a value of the key `evidence` is one that Verbatim knows. */
export function isEvidence(value: unknown): value is Evidence {
  return EVIDENCE.some(one => one === value);
}

/** How the excerpt of a coding stands to its code; undefined where nobody said so, or in a word that is not known. */
export function evidenceOf({ evidence }: Pick<Coding, 'evidence'>): Evidence | undefined {
  return isEvidence(evidence) ? evidence : undefined;
}

/** What is wrong with marks that no reader knows. The codings are kept and count as unmarked. */
export function evidenceProblems(codings: readonly Coding[], lines: readonly number[], at: CodingFilePlace): Problem[] {
  return codings.flatMap(({ evidence, id }, i) => {
    if (evidence === undefined || isEvidence(evidence)) return [];
    const shown = typeof evidence === 'string' ? `“${evidence}”` : JSON.stringify(evidence);
    return [
      {
        rule: 'unknown-evidence',
        severity: 'warning',
        file: at.path,
        line: (lines[i] as number) + 1,
        message: `The "evidence" of this coding is ${shown}, which is none of ${EVIDENCE.map(one => `“${one}”`).join(', ')}.`,
        remedy: 'Mark the coding anew, or take the key out; until then it counts as unmarked.',
        data: { id },
      },
    ];
  });
}
