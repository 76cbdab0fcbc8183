import type { Problem } from '../problem.js';
import type { CodebookEntry } from './codebook.js';
import { isColor, PALETTE } from './colors.js';
import type { IdIndex } from './ids.js';
import type { Section, Sections } from './sections.js';
import type { BrokenParent } from './tree.js';

/** A problem before it is told in which file and line. */
type Finding = Omit<Problem, 'file' | 'line'>;

/** What is wrong in a codebook, by line. */
export function checkSections(
  { title, sections }: Sections,
  ids: IdIndex<CodebookEntry>,
  broken: readonly BrokenParent[],
  file: string,
): Problem[] {
  const problems: Problem[] = [];
  const report = (line: number, finding: Finding) => problems.push({ ...finding, file, line: line + 1 });

  const first = sections[0];
  if (title === undefined && first !== undefined) report(first.entry.line, NO_TITLE);
  if (title?.attributes !== undefined) report(title.line, TITLE_WITH_ATTRIBUTES);
  for (const section of sections) {
    const { line } = section.entry;
    for (const finding of checkSection(section)) report(line, finding);
    for (const finding of checkIds(section.entry, ids)) report(line, finding);
  }
  for (const { section, parent, why } of broken) {
    report(section.entry.line, why === 'unknown' ? unknownParent(parent) : circle(section.entry, parent));
  }
  return problems.sort((a, b) => a.line - b.line);
}

function* checkSection({ entry, attributes }: Section): Generator<Finding> {
  if (entry.level === 1) yield SECOND_TITLE;
  if (attributes?.fault !== undefined) {
    yield {
      rule: 'codebook-attributes',
      severity: 'warning',
      message: attributes.fault,
      remedy: 'Write {#id .class key=value}, with values that hold spaces in quotes.',
    };
  }
  if (entry.color !== undefined && !isColor(entry.color)) {
    yield {
      rule: 'codebook-color',
      severity: 'warning',
      message: `“${entry.color}” is not a colour Verbatim knows; “${entry.title}” gets one of its own.`,
      remedy: `Use #rrggbb or one of ${PALETTE.join(', ')}.`,
      data: { id: entry.id, color: entry.color },
    };
  }
  if (/[\s"{}]/.test(entry.id)) {
    yield {
      rule: 'codebook-id',
      severity: 'warning',
      message: `The id “${entry.id}” holds a space, a quotation mark or a brace.`,
      remedy: 'Use letters, digits and hyphens.',
      data: { id: entry.id },
    };
  }
}

function* checkIds(entry: CodebookEntry, ids: IdIndex<CodebookEntry>): Generator<Finding> {
  const first = ids.findLive(entry.id);
  if (first !== undefined && first !== entry) {
    yield {
      rule: 'duplicate-code-id',
      severity: 'error',
      message: `The id “${entry.id}” is already that of “${first.title}” in line ${first.line + 1}; codings go there.`,
      remedy: 'Give one of the two another id.',
      data: { id: entry.id, otherLine: String(first.line + 1) },
    };
  }
  for (const id of entry.formerly) {
    const live = ids.findLive(id);
    const other = live === undefined ? ids.findFormer(id) : live.id === entry.id ? undefined : live;
    if (other === undefined || other === entry) continue;
    const claim = other === live ? 'is the id of' : 'also belonged to';
    yield {
      rule: 'former-id-conflict',
      severity: 'error',
      message: `“${id}”, a former id in line ${entry.line + 1}, ${claim} “${other.title}” in line ${other.line + 1}; codings go there.`,
      remedy: `Keep “${id}” in one of the two headings only.`,
      data: { id, otherLine: String(other.line + 1) },
    };
  }
}

function unknownParent(parent: string): Finding {
  return {
    rule: 'parent-unknown',
    severity: 'error',
    message: `No heading has the id “${parent}” that parent= names here.`,
    remedy: 'Correct the id, or take parent= away to nest by heading level.',
    data: { parent },
  };
}

function circle(entry: CodebookEntry, parent: string): Finding {
  return {
    rule: 'parent-cycle',
    severity: 'error',
    message: `“${entry.title}” cannot be inside “${parent}”, which is inside “${entry.title}”; parent= is ignored here.`,
    remedy: 'Take one of the two parent= away.',
    data: { id: entry.id, parent },
  };
}

const NO_TITLE: Finding = {
  rule: 'codebook-title',
  severity: 'info',
  message: 'This codebook has no title.',
  remedy: 'Put a heading such as “# Codebook” at the top.',
};

const TITLE_WITH_ATTRIBUTES: Finding = {
  rule: 'codebook-title',
  severity: 'warning',
  message: 'The first heading of level 1 is the title of the codebook; its attributes have no effect.',
  remedy: 'If it is meant as a theme or code, put a title such as “# Codebook” above it.',
};

const SECOND_TITLE: Finding = {
  rule: 'codebook-second-title',
  severity: 'info',
  message: 'This is the second heading of level 1; it is read as a theme or code.',
  remedy: 'Only the title is of level 1: give themes and codes two or more hashes.',
};
