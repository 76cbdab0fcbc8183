import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import type { Memo, Mention } from '../../core/memos/memo.js';
import type { MemoMentions } from '../../core/memos/memos.js';
import { shorten } from '../../core/text/shorten.js';
import { rowsIn } from '../codebook/target.js';
import { codingNamed } from '../coding/codingAtCursor.js';
import { announce } from '../common/report.js';
import type { OpenStudy } from '../study/openStudy.js';
import { memosOn } from './memosLine.js';
import { newMemo } from './newMemo.js';
import { openMemo } from './openMemo.js';
import { memoLine } from './quoteInMemo.js';
import { isAtTranscript } from './quoting.js';
import type { MemoServices } from './services.js';

/** What memos are asked for. */
interface Asked {
  readonly opened: OpenStudy;
  /** What it is called in the title of the list; undefined: all memos. */
  readonly name?: string;
  readonly found: readonly MemoMentions[];
  /** What a new memo from the list is called on. */
  readonly args: readonly unknown[];
}

/**
 * Lists the memos that mention what the command was called on, else what the person is at: the passage at the cursor, the
 * heading of the codebook; else all memos. The one that is chosen opens where it mentions it.
 */
export async function showMemos(services: MemoServices, args: readonly unknown[]): Promise<void> {
  const asked = await askedFor(services, args);
  if (asked === undefined) {
    announce(vscode.l10n.t('$(info) There is no study yet: code a passage first.'));
    return;
  }
  const { opened, name, found } = asked;
  const items = found.map(({ memo, mentions }) => {
    const first = mentions.find(({ isAbout }) => !isAbout) ?? mentions[0];
    const line = first === undefined || first.isAbout ? 0 : first.line;
    const detail = first === undefined || first.isAbout ? undefined : textAt(memo, first);
    return { ...memoLine(memo), ...(detail === undefined ? {} : { detail }), open: { path: memo.path, line } };
  });
  const add = { label: vscode.l10n.t('New Memo…'), iconPath: new vscode.ThemeIcon('add'), open: undefined };
  const separator = { label: '', kind: vscode.QuickPickItemKind.Separator, open: undefined };
  const chosen = await vscode.window.showQuickPick<
    vscode.QuickPickItem & { open: { path: string; line: number } | undefined }
  >([...items, separator, add], {
    title: name === undefined ? vscode.l10n.t('Memos') : vscode.l10n.t('Memos That Mention {0}', name),
    placeHolder: items.length === 0 ? vscode.l10n.t('No memo mentions it yet') : vscode.l10n.t('Type to find a memo'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen === undefined) return;
  if (chosen.open === undefined) await newMemo(services, asked.args);
  else await openMemo(services.studies, { uri: opened.uri(chosen.open.path).toString(), line: chosen.open.line });
}

async function askedFor(services: MemoServices, args: readonly unknown[]): Promise<Asked | undefined> {
  const coding = await codingNamed(services.studies, args[0]);
  if (coding !== undefined) {
    const { opened, id } = coding;
    const quote = opened.seen.index.find(id)?.coding.quote ?? '';
    return { opened, name: `“${shorten(quote, 40)}”`, found: await memosOn(opened, [id], undefined), args };
  }
  const row = rowsIn(args.slice(0, 1)).find(one => one.kind === 'entry');
  if (row !== undefined) return ofEntries(row.opened, entriesOf(row.opened, [row.entryId]), args);
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined && isAtTranscript(services)) return atCursor(services, editor);
  const here = await services.targets.here();
  if (here !== undefined) return ofEntries(here.opened, here.entries, []);
  const opened = await services.studies.current();
  const all = await opened?.study.memos.all();
  return opened && { opened, found: (all ?? []).map(memo => ({ memo, mentions: [] })), args: [] };
}

/** The codings at the cursor and their codes; without any, all memos. */
async function atCursor(services: MemoServices, editor: vscode.TextEditor): Promise<Asked | undefined> {
  const coded = await services.documents.get(editor.document);
  if (coded === undefined) return undefined;
  const { opened, codings } = coded;
  const here = codings.filter(({ range }) => range.contains(editor.selection.active));
  if (here.length === 0) {
    const all = await opened.study.memos.all();
    return { opened, found: all.map(memo => ({ memo, mentions: [] })), args: [] };
  }
  const excerpts = await memosOn(
    opened,
    here.map(({ coding }) => coding.id),
    undefined,
  );
  const codes = entriesOf(
    opened,
    here.map(({ coding }) => coding.code),
  );
  const ofCodes = await Promise.all(codes.map(entry => memosOn(opened, [], entry)));
  const known = new Set(excerpts.map(({ memo }) => memo.path));
  const others = new Map(ofCodes.flat().map(found => [found.memo.path, found]));
  const found = [...excerpts, ...[...others.values()].filter(({ memo }) => !known.has(memo.path))];
  return { opened, name: vscode.l10n.t('This Passage or Its Codes'), found, args: [] };
}

async function ofEntries(
  opened: OpenStudy,
  entries: readonly CodebookEntry[],
  args: readonly unknown[],
): Promise<Asked> {
  const lists = await Promise.all(entries.map(entry => memosOn(opened, [], entry)));
  const found = [...new Map(lists.flat().map(one => [one.memo.path, one])).values()];
  const name = entries.length === 1 ? `“${entries[0]?.title}”` : vscode.l10n.t('the Selection');
  return { opened, name, found, args };
}

function entriesOf({ study }: OpenStudy, ids: readonly string[]): CodebookEntry[] {
  const found = ids.map(id => study.entry(id));
  return [...new Set(found)].filter(entry => entry !== undefined);
}

/** What is written at a link: the quote that it is the source of, else its line. */
function textAt(memo: Memo, { link, line }: Mention): string {
  const quote = memo.quotes.find(other => other.link === link);
  return quote === undefined ? shorten(memo.text.split('\n')[line] ?? '', 120) : `“${shorten(quote.words, 118)}”`;
}
