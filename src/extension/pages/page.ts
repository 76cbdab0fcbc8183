import type * as vscode from 'vscode';
import type { Cancellation, Disposable } from '../../core/ports.js';
import { Disposables } from '../common/disposables.js';
import { orReport } from '../common/report.js';
import { MessageLine } from './messageLine.js';

/** What every message between a page and the extension has: a word that says which of the closed union it is. */
export interface Message {
  readonly type: string;
}

/** What a page shows and what happens when somebody acts in it. Put away with the page. */
export interface PageContent<Out extends Message, In extends Message> extends Disposable {
  /**
   * Everything the page shows, whole: it is sent when the page asks for it and after `Page.refresh`. Undefined where working it out was
   * cancelled, because a newer one was asked for or nobody looks any more.
   */
  state(cancellation: Cancellation): Out | undefined | Promise<Out | undefined>;
  /** A person did something in the page. What is thrown becomes a message to them. */
  receive(message: In): void | Promise<void>;
}

/**
 * One open webview. A page that is hidden is thrown away by VS Code and begins again when it is shown: it then says
 * `ready` and gets the whole state. So nothing is kept alive, and a page never shows half of something.
 */
export class Page<Out extends Message, In extends Message, Content extends PageContent<Out, In> = PageContent<Out, In>>
  implements Disposable
{
  private readonly disposables = new Disposables();
  private shown: Content | undefined;
  /** Whether the page has its script running: before it said so, what is sent to it is lost. */
  private ready = false;
  /** What waits for the page to have its state. */
  private waiting: (() => void)[] = [];
  /** The state that is worked out: a newer one cancels it, so that a slow one never overtakes it. */
  private sending = { cancelled: false };
  /** The script as it runs now: what is on its way to it when it ends never arrives. */
  private script = { cancelled: false };
  private readonly line: MessageLine;

  constructor(readonly panel: vscode.WebviewPanel) {
    this.line = new MessageLine(message => panel.webview.postMessage(message));
    this.disposables.add(
      panel.webview.onDidReceiveMessage(message => this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (panel.visible) return;
        this.ready = false;
        this.endScript();
      }),
    );
  }

  /** Says what the page shows. It is put away when other content takes its place or the page is closed. */
  show(content: Content): void {
    this.shown?.dispose();
    this.shown = content;
    this.refresh();
  }

  /** What the page shows; undefined once it is put away. */
  get content(): Content | undefined {
    return this.shown;
  }

  /** Sends the whole state again, if the page is there to take it. */
  refresh(): void {
    if (this.ready) void orReport(() => this.sendState());
  }

  /** Waits until the page has its first state. */
  async loaded(): Promise<void> {
    if (!this.ready) await new Promise<void>(resolve => this.waiting.push(resolve));
  }

  /** Sends something that is no state, such as an answer; waits until the page has its first state. */
  async post(message: Out): Promise<void> {
    await this.loaded();
    await this.line.send(message, this.script);
  }

  /**
   * Sends what is soon out of date, such as how far work has come; a page that is not there to take it, or is being sent something large,
   * does without.
   */
  tell(message: Out): void {
    if (this.ready && !this.line.isBusy) void this.line.send(message, this.script);
  }

  dispose(): void {
    this.ready = false;
    this.endScript();
    this.shown?.dispose();
    this.shown = undefined;
    this.disposables.dispose();
  }

  private async sendState(): Promise<void> {
    this.sending.cancelled = true;
    const sending = { cancelled: false };
    this.sending = sending;
    const state = await this.shown?.state(sending);
    if (state === undefined || sending.cancelled) return;
    if (!(await this.line.send(state, sending))) return;
    for (const go of this.waiting.splice(0)) go();
  }

  private endScript(): void {
    this.sending.cancelled = true;
    this.script.cancelled = true;
    this.script = { cancelled: false };
  }

  private receive(message: unknown): void {
    if (!isMessage(message)) return;
    if (message.type === 'ready') {
      // Also where VS Code loaded it again without hiding it.
      this.endScript();
      this.ready = true;
      this.refresh();
      return;
    }
    // The two ends are compiled against one union; what the content is given beyond that it looks up and does not trust.
    void orReport(async () => this.shown?.receive(message as In));
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
