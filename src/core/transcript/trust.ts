import type { Candidate } from './labels.js';
import type { Line } from './layout.js';
import { family, looksLikeName, looksLikeText, speakerKey } from './names.js';

/** A label that counts, and the speaker it names. */
export interface Label extends Candidate {
  readonly speaker: string;
}

/**
 * Tells which candidates are labels. A label is trusted when it is declared or recurs; one that follows the same pattern
 * as a trusted one (`PP7` beside `PP3`) is trusted too. Where no colon marks a label, more is asked for: see `unmarked`.
 * @param lines all lines of the transcript
 * @param declared keys of the participants and interviewers that are known beforehand
 */
export function trustedLabels(
  candidates: readonly Candidate[],
  lines: readonly Line[],
  declared: ReadonlySet<string>,
): Label[] {
  const colons = candidates.filter(({ style }) => style === 'colon' || style === 'timed');
  const speakers = colonSpeakers(colons, declared);
  const bold = unmarked(
    candidates.filter(one => one.style === 'bold'),
    declared,
    one => one.style,
  );
  const headings = unmarked(
    candidates.filter(one => one.style === 'heading'),
    declared,
    sections(lines),
  );
  const families = new Set([...speakers].map(family).filter(pattern => pattern !== undefined));
  const accepts = (key: string, { style }: Candidate): boolean => {
    // Where labels have colons, a speaker's name in bold at the start of a paragraph is spoken of, not speaking.
    if (style === 'bold') return bold.has(key) && !speakers.has(key);
    if (style === 'heading') return headings.has(key) || speakers.has(key);
    return speakers.has(key) || (style === 'colon' ? families.has(family(key) ?? '') : headings.has(key));
  };
  return candidates.flatMap(one => {
    const speaker = [one.full, one.name].find(name => accepts(speakerKey(name), one));
    return speaker === undefined ? [] : [{ ...one, speaker }];
  });
}

/** Keys of the speakers that labels with a colon, or a time on a line of their own, name. */
function colonSpeakers(candidates: readonly Candidate[], declared: ReadonlySet<string>): Set<string> {
  const named = new Map<string, Candidate[]>();
  const alone = new Set<string>();
  for (const one of candidates) {
    add(named, speakerKey(one.name), one);
    if (one.full === one.name) alone.add(speakerKey(one.name));
  }
  const speakers = new Set<string>();
  for (const [key, all] of named) {
    const known = declared.has(key);
    if (!known && !(all.length > 1 && all.every(mayRecur))) continue;
    // `PP3 (laughs):` is PP3 where PP3 speaks without brackets as well; otherwise the brackets may tell people apart.
    if (known || alone.has(key)) speakers.add(key);
    const bracketed = new Map<string, Candidate[]>();
    for (const one of all) if (one.full !== one.name) add(bracketed, speakerKey(one.full), one);
    for (const [full, those] of bracketed)
      if (declared.has(full) || (!speakers.has(key) && those.length > 1)) speakers.add(full);
    if (bracketed.size > 0 && ![...bracketed.keys()].some(full => speakers.has(full))) speakers.add(key);
  }
  return speakers;
}

/** A name in lower case of several words is taken for running text unless it starts its paragraph. */
function mayRecur({ name, line, style }: Candidate): boolean {
  if (style === 'timed' && !looksLikeName(name)) return false;
  return line.first || !looksLikeText(name);
}

/**
 * Keys of the speakers in labels that nothing but bold type or a heading marks. Declared ones count; others do when they
 * recur in the same group, all look like names, and are at least two or stand beside a declared one.
 */
function unmarked(
  candidates: readonly Candidate[],
  declared: ReadonlySet<string>,
  group: (one: Candidate) => string,
): Set<string> {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  const recurring = new Set<string>();
  let allNames = true;
  for (const one of candidates) {
    const key = speakerKey(one.name);
    const place = `${group(one)}\n${key}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (declared.has(key)) known.add(key);
    else if (count > 1) {
      recurring.add(key);
      allNames &&= looksLikeName(one.name);
    }
  }
  const enough = known.size > 0 || recurring.size > 1;
  return allNames && enough ? new Set([...known, ...recurring]) : known;
}

/**
 * Groups headings by the section that holds them. A heading that recurs under one parent is a turn; one that recurs
 * once in every section (`### Background`) is an outline.
 */
function sections(lines: readonly Line[]): (one: Candidate) => string {
  const places = new Map<Line, string>();
  const path: number[] = [];
  for (const line of lines) {
    if (line.heading === 0) continue;
    path.length = line.heading - 1;
    places.set(line, `${line.heading} ${path.join('/')}`);
    path[line.heading - 1] = line.start;
  }
  return one => places.get(one.line) ?? '';
}

function add<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
