import type { Codebook, CodebookEntry } from '../../codebook/codebook.js';
import { headingAt } from '../../codebook/heading.js';
import { type NearDuplicate, nearDuplicates } from '../../codebook/nearDuplicates.js';
import { isScopeEntry } from '../../codebook/scope.js';
import type { Problem } from '../../problem.js';
import { hintAt } from './hint.js';

/** Themes and codes within each other: the first level that is one too many. */
const TOO_DEEP = 5;

/** The hints that follow from the codebook alone, whatever is coded. */
export function entryHints(book: Codebook): Problem[] {
  const lines = book.text.split('\n');
  const hinted = book.entries.filter(entry => !isScopeEntry(entry));
  const hint = (entry: CodebookEntry, finding: Parameters<typeof hintAt>[2]) => hintAt(lines, entry, finding);
  return [
    ...hinted.filter(isUndefinedCode).map(entry =>
      hint(entry, {
        rule: 'code-without-definition',
        message: `“${entry.title}” has no definition.`,
        remedy: 'Write in a paragraph below the heading what a passage must say to get this code.',
      }),
    ),
    ...nearDuplicates(hinted.filter(entry => entry.kind === 'code')).map(found =>
      hint(found.entry, {
        rule: 'near-duplicate-code',
        message: likenessOf(found),
        remedy: 'Merge the two if they mean the same; otherwise tell them apart by their names.',
        data: { other: found.other.id },
      }),
    ),
    ...hinted.filter(isThemeOfOne).map(entry =>
      hint(entry, {
        rule: 'single-code-theme',
        message: `“${entry.title}” holds a single code, “${entry.children[0]?.title ?? ''}”.`,
        remedy: 'See whether more codes belong to this theme, or whether the code can stand without it.',
      }),
    ),
    ...book.entries
      .filter((entry, i) => !isScopeEntry(entry) && isLabel(entry, lines, book.entries[i + 1]?.line ?? lines.length))
      .map(entry =>
        hint(entry, {
          rule: 'label-only-theme',
          message: `The theme “${entry.title}” is only a label so far.`,
          remedy: 'Write below the heading what holds its codes together and what it says about your question.',
        }),
      ),
    ...hinted
      .filter(entry => depthOf(entry) === TOO_DEEP)
      .map(entry =>
        hint(entry, {
          rule: 'deep-nesting',
          message: `“${entry.title}” lies ${TOO_DEEP} levels deep.`,
          remedy: 'Readers rarely follow more than four: move it up, or make a theme above it one of its own.',
        }),
      ),
  ];
}

/** A candidate is still being tried: it may be a name and nothing else for a while. */
const isCandidate = (entry: CodebookEntry): boolean => entry.classes.includes('candidate');

function isUndefinedCode(entry: CodebookEntry): boolean {
  return entry.kind === 'code' && entry.definition === undefined && !isCandidate(entry);
}

function isThemeOfOne(entry: CodebookEntry): boolean {
  const [only] = entry.children;
  const isOne = entry.children.length === 1 && only?.kind === 'code' && only.children.length === 0;
  return entry.kind === 'theme' && isOne && !isCandidate(entry);
}

/** Whether nothing at all stands below the heading of a theme before the next one. */
function isLabel(entry: CodebookEntry, lines: readonly string[], next: number): boolean {
  if (entry.kind !== 'theme' || isCandidate(entry) || entry.definition !== undefined) return false;
  if (entry.include.length + entry.exclude.length + entry.example.length > 0) return false;
  const heading = headingAt(lines, entry.line).line;
  const isUnderlined = !/^ {0,3}#/.test(lines[heading] ?? '');
  return isBlank(lines.slice(heading + (isUnderlined ? 2 : 1), next).join('\n'));
}

/** Whether a piece of Markdown holds nothing but comments and white space. */
function isBlank(text: string): boolean {
  const parts = text.split('-->');
  return parts.every((part, i) => {
    const comment = part.indexOf('<!--');
    if (i === parts.length - 1) return part.trim() === '';
    return comment >= 0 && part.slice(0, comment).trim() === '';
  });
}

function depthOf(entry: CodebookEntry): number {
  let depth = 0;
  for (let at: CodebookEntry | undefined = entry; at !== undefined; at = at.parent) depth++;
  return depth;
}

function likenessOf({ entry, other, former }: NearDuplicate): string {
  const there = `“${other.title}” in line ${other.line + 1}`;
  if (former === undefined) return `“${entry.title}” has almost the same name as ${there}.`;
  return former.of === other
    ? `“${entry.title}” is what ${there} was once called (${former.id}).`
    : `“${entry.title}” was once called ${former.id}, as ${there} is now.`;
}
