import { canonical } from '../../review/keys.js';
import { headingFacts } from './headingFacts.js';
import type { Section } from './outline.js';
import { saidOf } from './records.js';

/** Whether an entry says the same in two versions: heading and text, but for former ids, where it stands and white space. */
export function saysTheSame(a: Section, b: Section): boolean {
  return canonical(said(a, false)) === canonical(said(b, false));
}

/** Whether an entry says what it said, but that further codes may have been merged into it, or some taken out again. */
export function saysWhatItSaid(old: Section, now: Section): boolean {
  return canonical(said(old, true)) === canonical(said(now, true));
}

/** Whether it has the same former ids. */
export function sameFormer(a: Section, b: Section): boolean {
  return canonical([...a.entry.formerly].sort()) === canonical([...b.entry.formerly].sort());
}

function said(section: Section, isWithoutRecords: boolean): unknown {
  const { markdown, id, isTheme, phases, classes, pairs } = headingFacts(section);
  const texts = section.blocks.flatMap(block => (block.type === 'record' ? [] : [block.text]));
  // Which of them stands first says nothing: whoever takes one out and merges it again puts it last.
  const records = section.blocks.flatMap(block => (block.type === 'record' ? [canonical(saidOf(block))] : []));
  return [markdown, id, isTheme, phases, classes, [...pairs].sort(), texts, isWithoutRecords ? [] : records.sort()];
}
