import * as vscode from 'vscode';
import { CODEBOOK_FILE, MEMOS_FOLDER } from '../../core/study/layout.js';
import { completionWhenAsked } from '../common/completionWhenAsked.js';
import { Disposables } from '../common/disposables.js';
import { loadedCommands } from '../common/loadedCommands.js';
import { whenAsked } from '../common/whenAsked.js';
import { Command } from '../ids.js';
import { closeGoneMemos } from './closeGone.js';
import { MemoDiagnostics } from './diagnostics.js';
import type { MemoReference } from './openMemo.js';
import type { MemoServices } from './services.js';
import { MEMO_TRIGGERS } from './triggers.js';

/** Memos: making them, quoting in them, the links in them, and the way from what they mention to them. */
export function registerMemos(services: MemoServices): vscode.Disposable {
  const disposables = new Disposables();
  const { studies, documents } = services;
  const command = loadedCommands(disposables, () => import('./loaded.js'));
  command(Command.newMemo, (work, args) => work.newMemo(services, args));
  command(Command.quoteInMemo, (work, args) => work.quoteInMemo(services, args));
  command(Command.showMemos, (work, args) => work.showMemos(services, args));
  command(Command.openMemo, (work, [reference, column]) =>
    work.openMemo(studies, reference as MemoReference | undefined, column),
  );
  const memos: vscode.DocumentSelector = { language: 'markdown', pattern: `**/${MEMOS_FOLDER}/**` };
  const codebook: vscode.DocumentSelector = { language: 'markdown', pattern: `**/${CODEBOOK_FILE}` };
  const diagnostics = disposables.add(new MemoDiagnostics(studies));
  const references = whenAsked<vscode.ReferenceProvider>(
    async () => new (await import('./loaded.js')).MemoReferences(studies),
    'provideReferences',
  );
  const { languages } = vscode;
  disposables.add(
    closeGoneMemos(studies),
    languages.registerCompletionItemProvider(
      memos,
      completionWhenAsked(async () => new (await import('./loaded.js')).MemoCompletion(studies)),
      ...MEMO_TRIGGERS,
    ),
    languages.registerHoverProvider(
      memos,
      whenAsked(async () => new (await import('./loaded.js')).MentionHover(studies), 'provideHover'),
    ),
    languages.registerDocumentLinkProvider(
      memos,
      whenAsked(async () => new (await import('./loaded.js')).MemoLinks(studies), 'provideDocumentLinks'),
    ),
    languages.registerDefinitionProvider(
      memos,
      whenAsked(async () => new (await import('./loaded.js')).MemoDefinition(studies, documents), 'provideDefinition'),
    ),
    languages.registerReferenceProvider(memos, references),
    languages.registerReferenceProvider(codebook, references),
    languages.registerCodeActionsProvider(
      memos,
      whenAsked(
        async () => new (await import('./loaded.js')).MemoQuickFixes(studies, diagnostics),
        'provideCodeActions',
      ),
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  return disposables;
}
