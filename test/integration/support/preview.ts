import MarkdownIt from 'markdown-it';
import type * as vscode from 'vscode';
import type { VerbatimApi } from '../../../src/extension/activate';

export const NAME = /<span class="verbatim-name"[^>]*>([^<]*)<\/span>/g;

/** The document as a preview renders it that asks the extension as VS Code's does; VS Code's own may run in another host. */
export function rendered({ extendMarkdownIt }: VerbatimApi, document: vscode.TextDocument): string {
  const md = new MarkdownIt({ html: true });
  extendMarkdownIt(md as unknown as Parameters<typeof extendMarkdownIt>[0]);
  return md.render(document.getText(), { currentDocument: document.uri });
}

/** The names of codes that are shown, each once, sorted. */
export function names(html: string): string[] {
  return sorted([...html.matchAll(NAME)].map(match => unescaped(match[1] as string)));
}

export function sorted(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
