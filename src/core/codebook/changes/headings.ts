import { ChangeRefused, type CodebookChange, PHASES } from '../change.js';
import { isColor, PALETTE } from '../colors.js';
import { changeHeading } from '../edit.js';
import { headingAt } from '../heading.js';
import { SCOPE_CLASS } from '../scope.js';
import { cleanTitle } from '../write.js';
import type { BookDraft } from './draft.js';
import { headingContent, headingRange, retitled, writeHeading } from './heading.js';
import { writeNumberedIds } from './move.js';
import type { Intention } from './verify.js';

type Change<Kind extends CodebookChange['do']> = Extract<CodebookChange, { do: Kind }>;

/** Gives an entry another title. @throws ChangeRefused for an empty one */
export function rename(draft: BookDraft, { entry: id, title }: Change<'rename'>, intention: Intention): string[] {
  const clean = cleanTitle(title);
  if (clean === '') throw new ChangeRefused('A theme or code needs a name.', 'Type at least one letter.');
  writeNumberedIds(draft);
  const entry = draft.entry(id);
  if (entry.title === clean) return [entry.id];
  const { lines } = draft;
  const { from, to } = headingRange(lines, entry);
  const isUnderlined = !/^ {0,3}#/.test(lines[from] ?? '');
  const old = lines.slice(from, to + 1);
  const { start, end } = headingAt(lines, from);
  const hashed = lines[from] ?? '';
  const line = isUnderlined
    ? writeHeading(entry.level, retitled(headingContent(lines, entry), entry, clean))
    : hashed.slice(0, start) + retitled(hashed.slice(start, end), entry, clean) + hashed.slice(end);
  draft.apply([{ line: from, remove: old, insert: [line] }]);
  intention.change(entry.id, { title: clean });
  return [entry.id];
}

/**
 * Gives an entry another id; the old one becomes a former one.
 * @throws ChangeRefused where the id is not one or somebody has it
 */
export function changeId(
  draft: BookDraft,
  { entry: id, id: wanted }: Change<'change-id'>,
  intention: Intention,
): string[] {
  if (!/^[^\s{}"'\\]+$/.test(wanted)) {
    throw new ChangeRefused(`“${wanted}” cannot be an id.`, 'Use letters, digits and hyphens.');
  }
  writeNumberedIds(draft);
  const entry = draft.entry(id);
  if (entry.id === wanted) return [wanted];
  const owner = draft.book.find(wanted);
  if (owner !== undefined && owner !== entry) {
    throw new ChangeRefused(`“${wanted}” is or was the id of “${owner.title}”.`, 'Choose another id.');
  }
  const formerly = [...entry.formerly.filter(former => former !== wanted), entry.id];
  draft.apply(changeHeading(draft.text, entry.line, { id: wanted, set: { formerly: formerly.join(' ') } }));
  intention.removed.add(entry.id);
  intention.added.set(wanted, { title: entry.title, formerly, parent: entry.parent?.id });
  for (const child of entry.children) intention.change(child.id, { parent: wanted });
  return [wanted];
}

/** Gives entries a colour, or takes it away. @throws ChangeRefused for a colour that is none */
export function recolor(draft: BookDraft, { entries, color }: Change<'color'>, intention: Intention): string[] {
  if (color !== undefined && !isColor(color)) {
    throw new ChangeRefused(
      `“${color}” is not a colour Verbatim knows.`,
      `Use #rrggbb or one of ${PALETTE.join(', ')}.`,
    );
  }
  const chosen = draft.entriesOf(entries);
  const text = draft.text;
  draft.apply(chosen.flatMap(entry => changeHeading(text, entry.line, { set: { color } })));
  for (const { id } of chosen) intention.change(id, { color });
  return chosen.map(entry => entry.id);
}

/** Says how far entries have come, or nothing of the kind. */
export function setPhase(draft: BookDraft, { entries, phase }: Change<'phase'>, intention: Intention): string[] {
  const chosen = draft.entriesOf(entries);
  const text = draft.text;
  const others: readonly string[] = PHASES.filter(name => name !== phase);
  const change = { removeClasses: others, ...(phase !== undefined && { addClasses: [phase] }) };
  draft.apply(chosen.flatMap(entry => changeHeading(text, entry.line, change)));
  for (const { id, classes } of chosen) {
    const kept = classes.filter(name => !others.includes(name));
    intention.change(id, { classes: phase === undefined || kept.includes(phase) ? kept : [...kept, phase] });
  }
  return chosen.map(entry => entry.id);
}

/** Makes entries mark what is in scope, or takes that away. */
export function setScope(draft: BookDraft, { entries, inScope }: Change<'scope'>, intention: Intention): string[] {
  const chosen = draft.entriesOf(entries);
  const text = draft.text;
  const change = inScope ? { addClasses: [SCOPE_CLASS] } : { removeClasses: [SCOPE_CLASS] };
  draft.apply(chosen.flatMap(entry => changeHeading(text, entry.line, change)));
  for (const { id, classes } of chosen) {
    const others = classes.filter(name => name !== SCOPE_CLASS);
    const isSame = classes.includes(SCOPE_CLASS) === inScope;
    intention.change(id, { classes: isSame ? classes : inScope ? [...classes, SCOPE_CLASS] : others });
  }
  return chosen.map(entry => entry.id);
}

/** Makes a code a theme or a theme a code, by nothing but its class. */
export function setKind(draft: BookDraft, id: string, kind: 'theme' | 'code', intention: Intention): string[] {
  const entry = draft.entry(id);
  const change = kind === 'theme' ? { addClasses: ['theme'] } : { removeClasses: ['theme'] };
  draft.apply(changeHeading(draft.text, entry.line, change));
  intention.change(entry.id, { kind });
  return [entry.id];
}
