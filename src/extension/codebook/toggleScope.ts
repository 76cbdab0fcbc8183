import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { isScopeEntry, SCOPE_CLASS } from '../../core/codebook/scope.js';
import type { CodebookServices } from './services.js';
import { nameOf } from './words.js';

/** Lets codes mark what of the transcripts is in scope, or makes them codes of the analysis again. */
export async function toggleScope(services: CodebookServices, args: readonly unknown[]): Promise<void> {
  const target = await services.targets.of(args, {
    ask: vscode.l10n.t('Which code marks what is in scope, or no longer does?'),
    none: vscode.l10n.t('Make a code for what is in scope first.'),
    fits: (entry: CodebookEntry) => entry.kind === 'code',
  });
  if (target === undefined) return;
  const { opened } = target;
  const entries = target.entries.filter(({ kind }) => kind === 'code');
  const inherited = entries.find(entry => isScopeEntry(entry) && !entry.classes.includes(SCOPE_CLASS));
  if (inherited !== undefined) {
    const message = vscode.l10n.t('“{0}” marks the scope because what it stands in does.', inherited.title);
    throw new Error(`${message} ${vscode.l10n.t('Move it, or change that one.')}`);
  }
  // Where only some of them are, all are to be.
  const inScope = !entries.every(entry => entry.classes.includes(SCOPE_CLASS));
  const done = inScope
    ? vscode.l10n.t('{0} marks what is in scope', nameOf(entries))
    : vscode.l10n.t('{0} no longer marks what is in scope', nameOf(entries));
  const change = { do: 'scope', entries: entries.map(({ id }) => id), inScope } as const;
  await services.editing.change(opened, [change], done);
}
