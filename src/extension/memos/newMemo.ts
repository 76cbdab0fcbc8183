import * as vscode from 'vscode';
import { createMemo } from '../../core/memos/create.js';
import type { QuotedPassage } from '../../core/memos/markdown.js';
import { shorten } from '../../core/text/shorten.js';
import { rowsIn } from '../codebook/target.js';
import { listed } from '../codebook/words.js';
import { codingNamed } from '../coding/codingAtCursor.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { isAtTranscript, quoteOfCoding, quotesAtCursor } from './quoting.js';
import type { MemoServices } from './services.js';

/** What a new memo begins with. */
export interface MemoStart {
  readonly opened: OpenStudy;
  /** Ids of the codes and themes it is about. */
  readonly about: readonly string[];
  readonly quotes: readonly QuotedPassage[];
}

/**
 * Makes a memo about what it was called on (codes and themes, or an excerpt), else about what the person is at: passages of a
 * transcript, a heading of the codebook; else about nothing in particular. It opens with the cursor where one writes on.
 */
export async function newMemo(services: MemoServices, args: readonly unknown[]): Promise<void> {
  const start = await startOf(services, args);
  if (start !== undefined) await makeMemo(services, start);
}

/** Asks for a title and makes the memo. */
export async function makeMemo({ coder, history }: MemoServices, start: MemoStart): Promise<void> {
  const { opened, about, quotes } = start;
  const titles = about.map(id => opened.study.titleOf(id));
  const [quote] = quotes;
  const typed = await vscode.window.showInputBox({
    title:
      titles.length > 0
        ? vscode.l10n.t('New Memo about {0}', listed(titles))
        : quote !== undefined
          ? vscode.l10n.t('New Memo on “{0}”', shorten(quote.words, 50))
          : vscode.l10n.t('New Memo'),
    prompt: vscode.l10n.t('A few words for its heading and the name of its file. Enter makes the memo.'),
    placeHolder: vscode.l10n.t('Memo'),
    value: titles.length === 1 ? (titles[0] ?? '') : '',
    ignoreFocusOut: true,
  });
  const author = typed === undefined ? undefined : await coder.ensure(opened);
  if (typed === undefined || author === undefined) return;
  const title = typed.trim() === '' ? vscode.l10n.t('Memo') : typed.trim();
  const { path, line, edit } = await createMemo(opened.study, { title, author, about, quotes });
  const done = vscode.l10n.t('Made the memo “{0}”', title);
  await history.remember(opened, { title: done, edits: [edit] });
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(opened.uri(path), { selection });
  announce(`$(note) ${done}`);
}

async function startOf(services: MemoServices, args: readonly unknown[]): Promise<MemoStart | undefined> {
  const coding = await codingNamed(services.studies, args[0]);
  const rows = rowsIn(args).filter(row => row.kind === 'entry');
  const [row] = rows;
  if (coding !== undefined) {
    const quoted = await quoteOfCoding(coding);
    return quoted && { ...quoted, about: [] };
  }
  if (row !== undefined) {
    const about = rows.filter(({ opened }) => opened === row.opened).map(({ entryId }) => entryId);
    return { opened: row.opened, about, quotes: [] };
  }
  if (isAtTranscript(services)) {
    const quoted = await quotesAtCursor(services);
    return quoted && { ...quoted, about: [] };
  }
  const here = await services.targets.here();
  if (here !== undefined) return { opened: here.opened, about: here.entries.map(({ id }) => id), quotes: [] };
  const opened = await services.studies.current();
  if (opened !== undefined) return { opened, about: [], quotes: [] };
  announce(vscode.l10n.t('$(info) There is no study yet: code a passage first.'));
  return undefined;
}
