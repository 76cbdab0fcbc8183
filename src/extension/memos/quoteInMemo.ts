import * as vscode from 'vscode';
import { appendQuote } from '../../core/memos/create.js';
import type { Memo } from '../../core/memos/memo.js';
import type { FileEdit } from '../../core/text/lineEdit.js';
import { shorten } from '../../core/text/shorten.js';
import { codingNamed } from '../coding/codingAtCursor.js';
import { conclude } from '../history/conclude.js';
import { makeMemo } from './newMemo.js';
import { type QuotesInStudy, quoteOfCoding, quotesAtCursor } from './quoting.js';
import type { MemoServices } from './services.js';

/** Puts an excerpt, or the passages at the cursors, at the end of a memo that the person chooses; the latest come first. */
export async function quoteInMemo(services: MemoServices, args: readonly unknown[]): Promise<void> {
  const coding = await codingNamed(services.studies, args[0]);
  const quoted = coding === undefined ? await quotesAtCursor(services) : await quoteOfCoding(coding);
  if (quoted === undefined) return;
  const memos = await quoted.opened.study.memos.all();
  const chosen = memos.length === 0 ? 'new' : await pickMemo(memos, quoted);
  if (chosen === 'new') await makeMemo(services, { ...quoted, about: [] });
  else if (chosen !== undefined) await append(services, quoted, chosen);
}

/** How a memo is told in a list: its title, then when and by whom. */
export function memoLine(memo: Memo): { label: string; description: string; iconPath: vscode.ThemeIcon } {
  const description = [memo.date, memo.author].filter(part => part !== undefined).join(' · ');
  return { label: memo.title, description, iconPath: new vscode.ThemeIcon('note') };
}

async function pickMemo(memos: readonly Memo[], { quotes }: QuotesInStudy): Promise<Memo | 'new' | undefined> {
  const add = { label: vscode.l10n.t('New Memo…'), iconPath: new vscode.ThemeIcon('add'), memo: 'new' as const };
  const items = memos.map(memo => ({ ...memoLine(memo), memo }));
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, memo: undefined };
  const chosen = await vscode.window.showQuickPick<vscode.QuickPickItem & { memo: Memo | 'new' | undefined }>(
    [...items, separator, add],
    {
      title: vscode.l10n.t('Quote “{0}” in', shorten(quotes[0]?.words ?? '', 50)),
      placeHolder: vscode.l10n.t('Type to find a memo'),
      matchOnDescription: true,
    },
  );
  return chosen?.memo;
}

async function append({ history }: MemoServices, { opened, quotes }: QuotesInStudy, memo: Memo): Promise<void> {
  const edits: FileEdit[] = [];
  for (const quote of quotes) edits.push(await appendQuote(opened.study, memo.path, quote));
  const title = vscode.l10n.t('Quoted in “{0}”', memo.title);
  await conclude(history, opened, 'note', { title, edits });
}
