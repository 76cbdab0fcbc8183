import { countCodings } from '../analysis/codeUse.js';
import type { CodebookChange } from '../codebook/change.js';
import type { CodebookEntry } from '../codebook/codebook.js';
import type { Mend } from '../codebook/mend/mend.js';
import { mendAll, mendsFor } from '../codebook/mend/mends.js';
import type { Problem } from '../problem.js';
import type { FileEdit } from '../text/lineEdit.js';
import { isHintRule } from './hints/rules.js';
import { CODEBOOK_FILE } from './layout.js';
import type { Study } from './study.js';

/** A way to mend a problem of the codebook, or to do what a hint on it suggests. Plain data. */
export type CodebookFix =
  /** Repairs what is written. */
  | { readonly do: 'mend'; readonly kind: Mend['kind']; readonly value?: string }
  /** The same for every problem of the rule (without one: of any), where that is safe. `count`: how many these are. */
  | { readonly do: 'mend-all'; readonly rule?: string; readonly count?: number }
  /** A definition, which the person still has to write. */
  | { readonly do: 'define'; readonly entry: string; readonly title: string; readonly kind: CodebookEntry['kind'] }
  /** A change to the codebook as it stands. `excerpts`: how many it concerns. */
  | {
      readonly do: 'change';
      readonly change: CodebookChange;
      readonly title: string;
      readonly into?: string;
      readonly excerpts: number;
    }
  /** Shows hints of the rule no more. */
  | { readonly do: 'turn-off'; readonly rule: string };

/** The ways to mend a problem of the codebook or to follow a hint on it, the best first. */
export function codebookFixesFor(study: Study, problem: Problem): CodebookFix[] {
  if (isHintRule(problem.rule)) return [...followHint(study, problem), { do: 'turn-off', rule: problem.rule }];
  const { text, problems } = study.codebook;
  const used = usedCodes(study);
  const mends = mendsFor(text, problem, used).map(
    ({ kind, value }): CodebookFix => ({ do: 'mend', kind, ...(value === undefined ? {} : { value }) }),
  );
  const same = problems.filter(({ rule }) => rule === problem.rule).length;
  const count = same > 1 ? mendAll(text, used, problem.rule).mended : 0;
  return count > 1 ? [...mends, { do: 'mend-all', rule: problem.rule, count }] : mends;
}

/**
 * Repairs what is written in the codebook. Where the problem is no longer there, nothing is changed.
 * @returns the edits, for undo
 */
export async function mendCodebook(
  study: Study,
  problem: Problem,
  fix: Extract<CodebookFix, { do: 'mend' }>,
): Promise<FileEdit[]> {
  const { edit } = await study.update(CODEBOOK_FILE, text => {
    const mends = text === undefined ? [] : mendsFor(text, problem, usedCodes(study));
    return mends.find(({ kind, value }) => kind === fix.kind && value === fix.value)?.edits ?? [];
  });
  return edit.edits.length === 0 ? [] : [edit];
}

/**
 * Mends every problem of the codebook for which there is a way that changes nothing but what is plainly meant.
 * @param rule only the problems of this rule
 * @returns the edits, for undo
 */
export async function mendAllOfCodebook(study: Study, rule?: string): Promise<FileEdit[]> {
  const { edit } = await study.update(CODEBOOK_FILE, text =>
    text === undefined ? [] : mendAll(text, usedCodes(study), rule).edits,
  );
  return edit.edits.length === 0 ? [] : [edit];
}

function followHint(study: Study, { rule, line, data }: Problem): CodebookFix[] {
  const entry = study.codebook.find(data?.id ?? '');
  // Of two headings with one id the first is found: what is meant for the other is left to the person.
  if (entry === undefined || entry.line !== line - 1) return [];
  const { id, title, kind } = entry;
  const change = (it: CodebookChange): CodebookFix => ({ do: 'change', change: it, title, excerpts: 0 });
  switch (rule) {
    case 'code-without-definition':
    case 'label-only-theme':
      return [{ do: 'define', entry: id, title, kind }];
    case 'unused-code':
      return [change({ do: 'delete', entries: [id], contents: 'keep' })];
    case 'single-code-theme':
      return [change({ do: 'delete', entries: [id], contents: 'keep' })];
    case 'near-duplicate-code': {
      const other = study.codebook.find(data?.other ?? '');
      return other === undefined || other === entry ? [] : [merge(study, entry, other), merge(study, other, entry)];
    }
    default:
      return [];
  }
}

function merge(study: Study, from: CodebookEntry, into: CodebookEntry): CodebookFix {
  return {
    do: 'change',
    change: { do: 'merge', from: [from.id], into: into.id },
    title: from.title,
    into: into.title,
    excerpts: countCodings(study, from),
  };
}

function usedCodes(study: Study): ReadonlySet<string> {
  return new Set(study.index.usedCodes());
}
