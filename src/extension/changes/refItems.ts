import * as vscode from 'vscode';
import type { Commit, GitHead, GitRef } from '../../core/ports.js';
import { dateOf } from '../common/date.js';

/** Text from a repository as a picker shows it: what looks like an icon stays text. */
export function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

/** The branches that may bring something: not the one that is checked out, and one at a remote only where no branch here is just it. */
export function refsToCompare(refs: readonly GitRef[], { branch }: GitHead): GitRef[] {
  const here = new Map(refs.filter(({ kind }) => kind === 'branch').map(({ name, commit }) => [name, commit]));
  return refs.filter(({ kind, name, commit }) => {
    if (kind === 'tag') return false;
    if (kind === 'branch') return name !== branch;
    return here.get(name.replace(/^[^/]+\//, '')) !== commit;
  });
}

/** The mark of a branch or tag. */
export function refIcon({ kind }: GitRef): string {
  return { branch: 'git-branch', remote: 'cloud', tag: 'tag' }[kind];
}

/** What a branch or tag is, for people. */
export function refDescription({ kind }: GitRef): string {
  switch (kind) {
    case 'branch':
      return vscode.l10n.t('branch');
    case 'remote':
      return vscode.l10n.t('branch at the remote');
    case 'tag':
      return vscode.l10n.t('tag');
  }
}

/** Who saved a version, when, and what they said of it. */
export function refDetail({ author, date, subject }: Pick<Commit, 'author' | 'date' | 'subject'>): string {
  return [plain(author), dateOf(date), plain(subject)].filter(part => part !== '').join(' · ');
}
