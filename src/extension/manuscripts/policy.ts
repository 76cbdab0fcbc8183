import * as vscode from 'vscode';
import { STUDY_FILE } from '../../core/study/layout.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What a study says of what may leave it; undefined where it says nothing. */
function policyOf({ study: { config } }: OpenStudy): unknown {
  return 'disclosure' in config ? config.disclosure : undefined;
}

/** Whether a study says that something must not leave it. */
export function hasPolicy(opened: OpenStudy): boolean {
  return policyOf(opened) !== undefined;
}

/**
 * Something is about to leave a study: a copy, a file, words in a paper.
 * @throws Error where nobody can say what must not leave it, since that cannot be read
 */
export function mayLeave(opened: OpenStudy): void {
  const policy = policyOf(opened);
  const isBroken = typeof policy === 'object' && policy !== null && 'broken' in policy && policy.broken !== undefined;
  if (isBroken)
    throw new Error(
      vscode.l10n.t(
        'What {0} says of disclosure cannot be read, so nothing may leave the study. Correct it first.',
        STUDY_FILE,
      ),
    );
}
