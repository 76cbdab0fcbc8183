import type { ListedExcerpt } from '../../../src/core/analysis/excerptList.js';

/** An excerpt of a list with everything filled in that a test does not care about. */
export function listedExcerpt(over: Partial<ListedExcerpt> = {}): ListedExcerpt {
  return {
    id: 'k3f9x2m1qa',
    coder: 'EA',
    transcript: 'transcripts/pp-03.md',
    name: 'pp-03',
    line: 3,
    speakers: over.participants ?? ['PP3'],
    participants: ['PP3'],
    text: 'it got better',
    outcome: 'exact',
    code: 'hope',
    isExample: false,
    ...over,
  };
}
