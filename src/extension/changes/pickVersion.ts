import * as vscode from 'vscode';
import type { StudyGit } from '../../core/ports.js';
import { INDEX, WORKING } from '../../core/review/names.js';
import { askForName } from './askForName.js';
import { plain, refDescription, refDetail, refIcon } from './refItems.js';

interface Item extends vscode.QuickPickItem {
  /** Undefined: a name is to be typed. */
  readonly version?: string | undefined;
}

/** So many versions are listed; older ones have names. */
const MOST = 200;

/**
 * Asks for a version: a tag, a branch, one of the versions that were saved, or any name.
 * @param options `isAfter`: today’s files and what is staged are offered as well
 * @returns a name that git knows, `:working` or `:index`; undefined where the person turned away
 */
export async function pickVersion(
  git: StudyGit,
  title: string,
  options: { readonly isAfter?: boolean },
): Promise<string | undefined> {
  const placeHolder = vscode.l10n.t('Type a name, a person or what was said of the version');
  const chosen = await vscode.window.showQuickPick(itemsOf(git, options.isAfter ?? false), {
    title,
    placeHolder,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen === undefined) return undefined;
  return chosen.version ?? askForName(git);
}

async function itemsOf(git: StudyGit, isAfter: boolean): Promise<Item[]> {
  const [{ commit: head }, refs] = await Promise.all([git.head(), git.refs()]);
  const log = head === undefined ? [] : await git.log(head);
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const today: Item[] = [
    {
      label: `$(files) ${vscode.l10n.t('Today’s files')}`,
      description: vscode.l10n.t('working tree'),
      version: WORKING,
    },
    {
      label: `$(checklist) ${vscode.l10n.t('What is staged for the next version')}`,
      description: vscode.l10n.t('index'),
      version: INDEX,
    },
  ];
  const named = refs.map(ref => ({
    label: `$(${refIcon(ref)}) ${plain(ref.name)}`,
    description: refDescription(ref),
    detail: refDetail(ref),
    version: ref.name,
  }));
  const saved = log
    .slice(-MOST)
    .reverse()
    .map(commit => ({
      label: `$(git-commit) ${plain(commit.subject)}`,
      description: commit.id.slice(0, 7),
      detail: refDetail({ ...commit, subject: '' }),
      version: commit.id,
    }));
  const typed: Item = { label: `$(symbol-string) ${vscode.l10n.t('By its name…')}` };
  return [
    ...(isAfter ? today : []),
    ...(named.length === 0 ? [] : [separator(vscode.l10n.t('tags and branches')), ...named]),
    ...(saved.length === 0 ? [] : [separator(vscode.l10n.t('saved versions, newest first')), ...saved]),
    separator(vscode.l10n.t('others')),
    typed,
  ];
}
