import * as vscode from 'vscode';
import { orReport } from '../common/report.js';
import { Command } from '../ids.js';
import type { QuotePages } from './quotePages.js';
import type { QuoteServices } from './services.js';

/** Making a quotation of a passage, and changing one that stands in a manuscript. */
export function registerQuote(services: QuoteServices, pages: QuotePages): vscode.Disposable {
  return vscode.commands.registerCommand(Command.quote, (...args: unknown[]) =>
    orReport(async () => {
      const { sourceMeant } = await import('./source.js');
      const meant = await sourceMeant(services, args);
      if (meant !== undefined) await pages.show(meant.opened, meant.source);
    }),
  );
}
