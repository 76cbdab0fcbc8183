import * as vscode from 'vscode';
import type { MadeMerge, StudyGit } from '../../core/ports.js';

/** How what is under way is spoken of. */
export interface SideNames {
  /** What it is, in a few words. */
  readonly title: string;
  /** What is here, and what comes in. */
  readonly ours: string;
  readonly theirs: string;
  /** Whose work comes in. */
  readonly whose: string;
  /** What git calls ours comes in for the person. */
  readonly isSwapped: boolean;
}

/**
 * How to call the two sides of what git began.
 * @param me who looks, where that is known
 */
export async function sideNames(made: MadeMerge, git: StudyGit, me: string | undefined): Promise<SideNames> {
  const { t } = vscode.l10n;
  // A rebase puts the person's own versions on top of the others': git's ours is the others' then.
  const isSwapped = made.underWay === 'rebase';
  // Of conflicts that nobody knows the origin of, both sides are said to be the last version.
  const isKnown = made.ours !== made.theirs;
  const incoming = isKnown ? await git.commit(isSwapped ? made.ours : made.theirs) : undefined;
  const whose = incoming?.author ?? t('somebody else');
  const ours = me === undefined ? t('Here') : t('Here ({0})', me);
  const common = { ours, theirs: whose, whose, isSwapped };
  switch (made.underWay) {
    case 'rebase':
      return { ...common, title: t('Your work is being put on top of that of {0}', whose) };
    case 'cherry-pick':
      return { ...common, title: t('A version of {0} is being taken over', whose) };
    case 'revert':
      return { ...common, theirs: t('As it was before'), title: t('A version is being taken back') };
    case 'stash':
      return { ...common, theirs: t('As it was put aside'), title: t('What was put aside is being brought back') };
    default:
      return { ...common, title: t('Your work and that of {0} are being put together', whose) };
  }
}

/** The same where nothing but marks in files, or a version that was saved, tells of two sides. */
export function markNames(): SideNames {
  const { t } = vscode.l10n;
  const theirs = t('Comes in: what stands second');
  return {
    ...{ title: t('Two versions stand beside each other in files'), ours: t('Here: what stands first') },
    ...{ theirs, whose: theirs, isSwapped: false },
  };
}
