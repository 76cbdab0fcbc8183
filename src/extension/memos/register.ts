import * as vscode from 'vscode';
import { CODEBOOK_FILE, MEMOS_FOLDER } from '../../core/study/layout.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import { closeGoneMemos } from './closeGone.js';
import { MEMO_TRIGGERS, MemoCompletion } from './completion.js';
import { MemoDiagnostics } from './diagnostics.js';
import { MentionHover } from './mentionHover.js';
import { MemoDefinition, MemoLinks, MemoReferences } from './navigation.js';
import { newMemo } from './newMemo.js';
import { type MemoReference, openMemo } from './openMemo.js';
import { MemoQuickFixes } from './quickFixes.js';
import { quoteInMemo } from './quoteInMemo.js';
import type { MemoServices } from './services.js';
import { showMemos } from './showMemos.js';

/** Memos: making them, quoting in them, the links in them, and the way from what they mention to them. */
export function registerMemos(services: MemoServices): vscode.Disposable {
  const disposables = new Disposables();
  const { studies, documents } = services;
  const command = (id: string, run: (args: readonly unknown[]) => Promise<void>): void => {
    disposables.add(vscode.commands.registerCommand(id, (...args: unknown[]) => orReport(() => run(args))));
  };
  command(Command.newMemo, args => newMemo(services, args));
  command(Command.quoteInMemo, args => quoteInMemo(services, args));
  command(Command.showMemos, args => showMemos(services, args));
  command(Command.openMemo, ([reference, column]) => openMemo(studies, reference as MemoReference | undefined, column));
  const memos: vscode.DocumentSelector = { language: 'markdown', pattern: `**/${MEMOS_FOLDER}/**` };
  const codebook: vscode.DocumentSelector = { language: 'markdown', pattern: `**/${CODEBOOK_FILE}` };
  const diagnostics = disposables.add(new MemoDiagnostics(studies));
  const references = new MemoReferences(studies);
  const { languages } = vscode;
  disposables.add(
    closeGoneMemos(studies),
    languages.registerCompletionItemProvider(memos, new MemoCompletion(studies), ...MEMO_TRIGGERS),
    languages.registerHoverProvider(memos, new MentionHover(studies)),
    languages.registerDocumentLinkProvider(memos, new MemoLinks(studies)),
    languages.registerDefinitionProvider(memos, new MemoDefinition(studies, documents)),
    languages.registerReferenceProvider(memos, references),
    languages.registerReferenceProvider(codebook, references),
    languages.registerCodeActionsProvider(memos, new MemoQuickFixes(studies, diagnostics), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
  return disposables;
}
