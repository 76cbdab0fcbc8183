import type { Coding } from '../../src/core/coding/coding.js';
import type { Note } from '../../src/core/reading/record.js';
import type { Clone } from './clones/clone.js';
import type { World } from './clones/world.js';

/**
 * What is not found again of codings and notes at the end, or at a place that is not theirs, in today's text or in the one they were made on: one
 * sentence each.
 */
export async function misplaced({ versions }: World, clone: Clone, head: string): Promise<string[]> {
  const { study, root } = clone;
  const wrong: string[] = [];
  const known = new Map<string, readonly string[] | undefined>();
  /** The text that a record was made on; undefined where it never came here, as when a squash left it behind. */
  const madeOn = (base: string): readonly string[] | undefined => {
    if (!known.has(base)) {
      const { code, out } = clone.ask('cat-file', 'blob', base);
      known.set(base, code === 0 ? [...out] : undefined);
    }
    return known.get(base);
  };
  for (const transcript of study.transcriptPaths()) {
    const text = [...(versions.text(root, head, transcript) ?? '')];
    const anchors = await study.anchors(transcript);
    for (const record of study.recordsOf(transcript)) {
      const say = (what: string): number => wrong.push(`${transcript}: ${record.id}: ${what}`);
      const then = record.base === undefined ? undefined : madeOn(record.base);
      if (then !== undefined && !standsAt(record, then)) say(`“${record.quote}” does not stand at ${record.at}`);
      const found = anchors?.resolve(record);
      if (found === undefined) say('nobody looks for it');
      else if (found.span === undefined) {
        if (found.outcome !== 'ambiguous' && found.outcome !== 'orphan') say(`is ${found.outcome} and nowhere`);
      } else if (found.span.end > text.length) say(`ends behind the text, at ${found.span.end}`);
      else if (found.outcome !== 'changed' && text.slice(found.span.start, found.span.end).join('') !== record.quote)
        say(`is found at ${found.span.start}, where something else stands`);
    }
  }
  return wrong;
}

/** Whether its words, or what stands around them, are where a record says: words may be older than the place where somebody had all places written anew. */
function standsAt({ quote, at: [start, end], context }: Coding | Note, text: readonly string[]): boolean {
  const part = (from: number, to: number): string => text.slice(Math.max(0, from), to).join('');
  if (part(start, end) === quote) return true;
  const [before, after] = context ?? ['', ''];
  const isAround = part(start - [...before].length, start) === before && part(end, end + [...after].length) === after;
  return before + after !== '' && isAround;
}
