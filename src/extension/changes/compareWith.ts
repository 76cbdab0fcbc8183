import * as vscode from 'vscode';
import type { StudyGit } from '../../core/ports.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { ChangesArrangement } from './arrangement.js';
import { askForName } from './askForName.js';
import { pickVersion } from './pickVersion.js';
import { plain, refDescription, refDetail, refIcon, refsToCompare } from './refItems.js';
import type { ComparisonWish } from './wish.js';
import { wishWords } from './words.js';

type Choice = ComparisonWish | 'older' | 'two' | 'name';
interface Item extends vscode.QuickPickItem {
  readonly choice?: Choice;
}

/**
 * Asks what is to be compared in a study, in plain words; git’s own come behind them.
 * @returns whether anything was chosen
 */
export async function compareWith(opened: OpenStudy, git: StudyGit, arrangement: ChangesArrangement): Promise<boolean> {
  const now = arrangement.wishOf(opened);
  const chosen = await vscode.window.showQuickPick(itemsOf(git, now), {
    title: vscode.l10n.t('Compare with what?'),
    placeHolder: vscode.l10n.t('Type the name of a branch, of its author, or what it is about'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const choice = chosen?.choice;
  const wish = choice === undefined ? undefined : await wishOf(choice, git);
  if (wish !== undefined) await arrangement.compare(opened, wish);
  return wish !== undefined;
}

/** What a choice means, once all is asked; undefined where the person turned away. */
async function wishOf(choice: Choice, git: StudyGit): Promise<ComparisonWish | undefined> {
  if (typeof choice === 'object') return choice;
  if (choice === 'two') {
    const before = await pickVersion(git, vscode.l10n.t('Compare from which version?'), {});
    const title = vscode.l10n.t('To which version?');
    const after = before === undefined ? undefined : await pickVersion(git, title, { isAfter: true });
    return before === undefined || after === undefined ? undefined : { is: 'two', before, after };
  }
  const name =
    choice === 'older'
      ? await pickVersion(git, vscode.l10n.t('Compare today’s files with which version?'), {})
      : await askForName(git);
  return name === undefined ? undefined : { is: 'since', name };
}

async function itemsOf(git: StudyGit, now: ComparisonWish): Promise<Item[]> {
  const [head, refs] = await Promise.all([git.head(), git.refs()]);
  const last = head.commit === undefined ? undefined : await git.commit(head.commit);
  const item = (choice: Choice, label: string, description: string, detail: string): Item => ({
    label,
    description: [description, isNow(choice, now) ? vscode.l10n.t('shown now') : ''].filter(part => part).join(' · '),
    detail,
    choice,
  });
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const saved = item(
    { is: 'saved' },
    `$(save) ${vscode.l10n.t('The last saved version')}`,
    vscode.l10n.t('HEAD → today’s files'),
    last === undefined ? vscode.l10n.t('No version was saved yet.') : refDetail(last),
  );
  const request =
    head.base === undefined
      ? []
      : [
          item(
            { is: 'request' },
            `$(git-pull-request) ${vscode.l10n.t('What this branch changes, as in its pull request')}`,
            vscode.l10n.t('common base with {0} → today’s files', plain(head.base)),
            vscode.l10n.t(
              '{0} is the branch that {1} is to be merged into',
              plain(head.base),
              plain(head.branch ?? ''),
            ),
          ),
        ];
  const brings = refsToCompare(refs, head).map(ref =>
    item(
      { is: 'branch', name: ref.name },
      `$(${refIcon(ref)}) ${plain(ref.name)}`,
      refDescription(ref),
      refDetail(ref),
    ),
  );
  return [
    saved,
    ...request,
    ...(brings.length === 0 ? [] : [separator(vscode.l10n.t('what a branch brings')), ...brings]),
    separator(vscode.l10n.t('other versions')),
    item(
      'older',
      `$(history) ${vscode.l10n.t('An older version…')}`,
      vscode.l10n.t('tag or commit → today’s files'),
      vscode.l10n.t('Everything that changed since then'),
    ),
    item(
      'two',
      `$(arrow-both) ${vscode.l10n.t('Two versions…')}`,
      vscode.l10n.t('any → any'),
      vscode.l10n.t('What changed from one to the other'),
    ),
    item(
      'name',
      `$(symbol-string) ${vscode.l10n.t('A version by its name…')}`,
      vscode.l10n.t('any name that git knows → today’s files'),
      vscode.l10n.t('For people who know git: v1, HEAD~3, 1a2b3c4, …'),
    ),
  ];
}

function isNow(choice: Choice, now: ComparisonWish): boolean {
  return typeof choice === 'object' && wishWords(choice, '') === wishWords(now, '');
}
