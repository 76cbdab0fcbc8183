import type { DiscussionIndex, PlacedComment } from '../../discussion/discussionIndex.js';
import { DiscussionIndex as Index } from '../../discussion/discussionIndex.js';
import { readSubject } from '../../discussion/subject.js';
import type { CodingIndex } from '../codingIndex.js';
import { hidesFile, type IsHidden } from './hiding.js';

/**
 * What of the discussions may be seen. Threads about hidden codings are hidden whole, one's own comments in them included, and so is what a colleague
 * says of anybody's codings of such a transcript: it says how the passage should be coded. Threads about codes and themes stay: the codebook is
 * worked out together, also in a blind round, and holds no coding.
 * @param index all codings, hidden ones included
 */
export function seenDiscussion(discussion: DiscussionIndex, index: CodingIndex, isHidden: IsHidden): DiscussionIndex {
  const hidden = new Set<PlacedComment['comment']>();
  for (const { first, lines } of discussion.conversations()) {
    const subject = readSubject(first?.comment.on ?? '');
    if (subject !== undefined && subject.kind !== 'coding') continue;
    const placed = subject === undefined ? undefined : index.find(subject.id);
    const isAway = placed !== undefined && hidesFile(isHidden, placed.file);
    // Of a coding that is gone, and of a thread whose beginning is gone, nobody can say which transcript it was about.
    const hides = ({ file }: PlacedComment): boolean =>
      placed === undefined ? isHidden(file.coder, '') : hidesFile(isHidden, { ...placed.file, coder: file.coder });
    const isBegunByHidden = first !== undefined && hides(first);
    for (const line of lines) if (isAway || isBegunByHidden || hides(line)) hidden.add(line.comment);
  }
  const seen = new Index();
  for (const file of discussion.allFiles()) {
    const kept = file.comments.map((comment, i) => ({ comment, line: file.lines[i] as number }));
    const shown = kept.filter(({ comment }) => !hidden.has(comment));
    if (shown.length === 0 && kept.length > 0) continue;
    const lines = shown.map(({ line }) => line);
    seen.set({ ...file, comments: shown.map(({ comment }) => comment), lines });
  }
  return seen;
}
