import * as vscode from 'vscode';
import type { Environment } from '../../core/ports.js';

/** Where the scripts and style sheets of webviews are, in the folder of the extension: all that a page may load. */
export function bundleFolder(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
}

/** What a page is made of. */
export interface PageParts {
  /** Name of the bundle: `dist/webview/<bundle>.js` and `.css`. */
  readonly bundle: string;
  readonly title: string;
  /** What the page shows, in a form that outlives the window; the page hands it to VS Code for a reload. */
  readonly key: string;
}

/**
 * The document of a webview: an empty page with one script and one style sheet, both ours. Nothing else may load, and no
 * script but the one with this page's nonce may run. Content reaches the page as messages only, never as HTML.
 */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, parts: PageParts, nonce: string): string {
  const file = (ending: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(bundleFolder(extensionUri), `${parts.bundle}.${ending}`)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data: blob:`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="verbatim-key" content="${escapeHtml(parts.key)}">
<title>${escapeHtml(parts.title)}</title>
<link rel="stylesheet" href="${escapeHtml(file('css'))}">
</head>
<body>
<script nonce="${nonce}" src="${escapeHtml(file('js'))}"></script>
</body>
</html>`;
}

const NONCE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const NONCE_LENGTH = 32;

/** A word that nobody can guess. */
export function makeNonce(environment: Environment): string {
  const character = (): string => NONCE_CHARACTERS.charAt(Math.floor(environment.random() * NONCE_CHARACTERS.length));
  return Array.from({ length: NONCE_LENGTH }, character).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
