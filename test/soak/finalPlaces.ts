import type { Coding } from '../../src/core/coding/coding.js';
import type { Note } from '../../src/core/reading/record.js';
import type { Clone } from './clones/clone.js';
import type { World } from './clones/world.js';

/** Hex digits of a blob id by which a record names the version it was made on. */
const BASE = 12;

/** What is not found again of codings and notes at the end, or at a place that is not theirs: one sentence each. */
export async function misplaced({ versions }: World, { study, root }: Clone, head: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const transcript of study.transcriptPaths()) {
    const text = [...(versions.text(root, head, transcript) ?? '')];
    const base = versions.files(root, head).get(transcript)?.slice(0, BASE);
    const anchors = await study.anchors(transcript);
    for (const record of study.recordsOf(transcript)) {
      const say = (what: string): number => wrong.push(`${transcript}: ${record.id}: ${what}`);
      if (record.base === base && !standsAt(record, text)) say(`“${record.quote}” does not stand at ${record.at}`);
      const found = anchors?.resolve(record);
      if (found === undefined) say('nobody looks for it');
      else if (found.span === undefined) {
        if (found.outcome !== 'ambiguous' && found.outcome !== 'orphan') say(`is ${found.outcome} and nowhere`);
      } else if (found.span.end > text.length) say(`ends behind the text, at ${found.span.end}`);
      else if (found.outcome === 'exact' && text.slice(found.span.start, found.span.end).join('') !== record.quote)
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
