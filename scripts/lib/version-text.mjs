/**
 * A text as another version has it.
 * @param change null: it is not there; `text`: it says something else altogether; `unset`: keys that its lines of JSON do not have;
 *   `without`: ids of headings whose sections are not there, what is left moves up to the level that follows; `but`: pairs of what it
 *   says now and what it says there
 * @throws where it does not say what is to be replaced
 */
export function earlierText(text, change) {
  if (change === null) return undefined;
  if (change.text !== undefined) return change.text;
  const { without = [], but = [], unset = [] } = change;
  let result = without.length === 0 ? text : withoutSections(text, new Set(without));
  for (const key of unset) result = result.replaceAll(new RegExp(`^(\\{.*), "${key}": "[^"]*"`, 'gm'), '$1');
  for (const [now, then] of but) {
    if (!result.includes(now)) throw new Error(`The history replaces what is not there: ${now}`);
    result = result.replace(now, () => then);
  }
  return result;
}

function withoutSections(text, gone) {
  const kept = [];
  /** The headings that hold the current one, and whether they are there. */
  let above = [];
  const left = new Set(gone);
  for (const section of text.split(/^(?=#{2,} )/m)) {
    const [, marks, id] = /^(#{2,}) .*\{#([\w-]+)/.exec(section) ?? [];
    if (marks === undefined) {
      kept.push(section);
      continue;
    }
    above = above.filter(({ level }) => level < marks.length);
    const level = above.filter(({ isThere }) => isThere).length + 2;
    const isThere = !gone.has(id);
    left.delete(id);
    above.push({ level: marks.length, isThere });
    if (isThere) kept.push('#'.repeat(level) + section.slice(marks.length));
  }
  if (left.size > 0) throw new Error(`The history leaves out sections that are not there: ${[...left].join(', ')}`);
  return `${kept.join('').trimEnd()}\n`;
}
