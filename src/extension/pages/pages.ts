import * as vscode from 'vscode';
import type { Disposable, Environment } from '../../core/ports.js';
import { Disposables } from '../common/disposables.js';
import { bundleFolder, makeNonce, pageHtml } from './html.js';
import { type Message, Page, type PageContent } from './page.js';

/** What all pages need from the extension. */
export interface PageHost {
  /** Folder of the extension. */
  readonly extensionUri: vscode.Uri;
  readonly environment: Environment;
}

/** One kind of webview. */
export interface PageKind<
  Out extends Message,
  In extends Message,
  Content extends PageContent<Out, In> = PageContent<Out, In>,
> {
  /** Its name for VS Code, such as `verbatim.themeMap`; `package.json` names it under `activationEvents` (`onWebviewPanel:`). */
  readonly viewType: string;
  /** Name of the folder in `src/webview` whose `main.ts` runs in it. */
  readonly bundle: string;
  /** A codicon for the tab. */
  readonly icon: string;
  /** What the page of a key shows, and its title; undefined where there is no such thing (any more). */
  open(key: string, page: Page<Out, In>): Promise<Opened<Content> | undefined>;
}

/** The answer of `PageKind.open`. */
export interface Opened<Content> {
  readonly title: string;
  readonly content: Content;
}

/** The open pages of one kind, at most one for each key. Pages that were open when the window was closed come back. */
export class Pages<Out extends Message, In extends Message, Content extends PageContent<Out, In> = PageContent<Out, In>>
  implements Disposable
{
  private readonly disposables = new Disposables();
  private readonly open = new Map<string, Page<Out, In, Content>>();

  constructor(
    private readonly host: PageHost,
    private readonly kind: PageKind<Out, In, Content>,
  ) {
    this.disposables.add(
      vscode.window.registerWebviewPanelSerializer(kind.viewType, {
        deserializeWebviewPanel: (panel, state) => this.restore(panel, state),
      }),
    );
  }

  /**
   * Shows the page of a key: the one that is open, or a new one, which goes where another page of this kind is seen.
   * @param column where it goes otherwise
   * @returns the page, once it has its content; undefined where there is nothing to show
   */
  async show(key: string, column = vscode.ViewColumn.Active): Promise<Page<Out, In, Content> | undefined> {
    const known = this.open.get(key);
    if (known !== undefined) {
      known.panel.reveal();
      return known;
    }
    const panel = vscode.window.createWebviewPanel(this.kind.viewType, '', this.columnInUse() ?? column);
    return this.fill(panel, key);
  }

  /** The open page of a key. */
  get(key: string): Page<Out, In, Content> | undefined {
    return this.open.get(key);
  }

  dispose(): void {
    for (const { panel } of [...this.open.values()]) panel.dispose();
    this.disposables.dispose();
  }

  /** Without it, columns would pile up: a text beside a page has no further column beside it. */
  private columnInUse(): vscode.ViewColumn | undefined {
    return [...this.open.values()].find(({ panel }) => panel.visible)?.panel.viewColumn;
  }

  private async fill(panel: vscode.WebviewPanel, key: string): Promise<Page<Out, In, Content> | undefined> {
    const page = new Page<Out, In, Content>(panel);
    this.open.set(key, page);
    panel.onDidDispose(() => {
      if (this.open.get(key) === page) this.open.delete(key);
      page.dispose();
    });
    const opened = await this.kind.open(key, page);
    if (opened === undefined) {
      panel.dispose();
      return undefined;
    }
    const { extensionUri, environment } = this.host;
    const { webview } = panel;
    panel.title = opened.title;
    panel.iconPath = new vscode.ThemeIcon(this.kind.icon);
    webview.options = { enableScripts: true, localResourceRoots: [bundleFolder(extensionUri)] };
    page.show(opened.content);
    const parts = { bundle: this.kind.bundle, title: opened.title, key };
    webview.html = pageHtml(webview, extensionUri, parts, makeNonce(environment));
    return page;
  }

  /** Fills a panel that was open before the window was reloaded, or closes it where what it showed is gone. */
  private async restore(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const key = typeof state === 'object' && state !== null && 'key' in state ? state.key : undefined;
    if (typeof key === 'string' && !this.open.has(key)) await this.fill(panel, key);
    else panel.dispose();
  }
}
