import { countCodings, usesOf } from '../src/core/analysis/codeUse.js';
import type { CodebookEntry } from '../src/core/codebook/codebook.js';
import { groundsOf } from '../src/core/coding/grounds.js';
import { assignLanes } from '../src/core/coding/lanes.js';
import { layStripes, stripeLanes } from '../src/core/coding/stripes.js';
import type { Study } from '../src/core/study/study.js';
import type { Span } from '../src/core/text/span.js';

/** What the editor works out anew after a change: the counts in the tree, and where the code is used that is open in it. */
export class Views {
  /** So that nothing is optimised away. */
  sum = 0;
  private readonly opened: CodebookEntry;

  constructor(private readonly study: Study) {
    this.opened = typicalCode(study);
    study.onDidChange(() => {
      this.sum += this.tree() + this.uses();
    });
  }

  /** Counts of every theme and code. */
  tree(): number {
    return this.study.codebook.entries.reduce((sum, entry) => sum + countCodings(this.study, entry), 0);
  }

  private uses(): number {
    return usesOf(this.study, this.opened).length;
  }
}

/** Where each coding of a transcript is today, and what is drawn of that: grounds, lines and stripes. */
export async function highlights(study: Study, transcript: string): Promise<number> {
  const version = await study.transcripts.text(transcript);
  const anchors = version && (await study.places.in(transcript, version));
  const spans: Span[] = [];
  for (const record of study.recordsOf(transcript)) {
    const span = anchors?.resolve(record).span;
    if (span !== undefined) spans.push(span);
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const hasLineEnd = (from: number, to: number): boolean => version?.points.slice(from, to).includes('\n') ?? false;
  const { stripes } = layStripes(spans, stripeLanes(spans, hasLineEnd));
  return groundsOf(spans).length + assignLanes(spans).length + stripes.length;
}

/** The code in the middle when codes are sorted by how often they are used. */
export function typicalCode(study: Study): CodebookEntry {
  const sorted = codesByUse(study);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error('The generated study has no codes.');
  return middle;
}

/** All codes, the one used least first. */
export function codesByUse(study: Study): CodebookEntry[] {
  const codes = study.codebook.entries.filter(entry => entry.kind === 'code');
  return codes.sort((a, b) => countCodings(study, a) - countCodings(study, b));
}
