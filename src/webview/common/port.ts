import { wholeMessages } from './wholeMessages.js';

/** What VS Code hands to a webview, once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The line to the extension. `Out` and `In` are the two closed unions of the page's `protocol.ts`, `View` what it remembers. */
export interface Port<Out, In, View> {
  post(message: Out): void;
  /** Calls back for each message of the extension, once it is whole, and says `ready`: the extension answers with the whole state. */
  start(listener: (message: In) => void): void;
  /** What the page remembered of how it was looked at (zoom, order, …), also from before a reload. */
  recall(): Partial<View>;
  /** Remembers that, for when the page is hidden or the window is reloaded. */
  remember(view: View): void;
}

interface Kept<View> {
  /** What the page shows; the extension opens it again by this. */
  readonly key: string;
  readonly view: Partial<View>;
}

/** Opens the line to the extension; once for each page. */
export function openPort<Out extends { readonly type: string }, In, View = object>(): Port<Out, In, View> {
  const vscode = acquireVsCodeApi();
  const key = document.querySelector<HTMLMetaElement>('meta[name="verbatim-key"]')?.content ?? '';
  const kept = vscode.getState() as Kept<View> | undefined;
  let view: Partial<View> = kept?.key === key ? kept.view : {};
  vscode.setState({ key, view });
  return {
    post: message => vscode.postMessage(message),
    start: listener => {
      const take = wholeMessages(listener);
      window.addEventListener('message', (event: MessageEvent<In>) => take(event.data));
      vscode.postMessage({ type: 'ready' });
    },
    recall: () => view,
    remember: next => {
      view = next;
      vscode.setState({ key, view });
    },
  };
}
