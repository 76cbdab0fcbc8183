import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MessageLine } from '../../src/extension/pages/messageLine';
import { type Message, Page } from '../../src/extension/pages/page';
import { PART } from '../../src/webview/common/protocol';
import { wholeMessages } from '../../src/webview/common/wholeMessages';
import { until } from './support/study';

interface Shown extends Message {
  readonly number: number;
  readonly items?: readonly string[];
}

/** A page without a window: its script can be loaded, hidden, and loaded again. */
function pageWithout(onPart: (part: number) => void) {
  const fromPage = new vscode.EventEmitter<Message>();
  const viewState = new vscode.EventEmitter<void>();
  const handed: string[] = [];
  const script = () => wholeMessages<Shown>(({ type, number }) => handed.push(`${type} ${number}`));
  let take = script();
  const panel = {
    visible: true,
    onDidChangeViewState: viewState.event,
    webview: {
      onDidReceiveMessage: fromPage.event,
      postMessage: async (message: Shown & { part: number }) => {
        take(message);
        if (message.type === PART) onPart(message.part);
        return true;
      },
    },
  };
  let states = 0;
  const items = Array(6000).fill('We waited for the others to come back to it. And so it went, as it does.');
  const page = new Page<Shown, Message>(panel as unknown as vscode.WebviewPanel);
  page.show({
    state: () => ({ type: 'state', number: ++states, items }),
    receive: () => undefined,
    dispose: () => undefined,
  });
  return {
    page,
    handed,
    ready: () => fromPage.fire({ type: 'ready' }),
    /** The script is thrown away and begins anew. */
    load: () => {
      take = script();
      fromPage.fire({ type: 'ready' });
    },
    hide: () => {
      panel.visible = false;
      viewState.fire();
      panel.visible = true;
    },
  };
}

describe('a large state', () => {
  it('comes whole, before what is sent after it and without what is soon out of date', async () => {
    let isTold = false;
    const { page, handed, ready } = pageWithout(part => {
      if (part !== 1 || isTold) return;
      isTold = true;
      page.tell({ type: 'reading', number: 1 });
      void page.post({ type: 'answer', number: 1 });
    });
    ready();
    await until('the answer', () => handed.includes('answer 1'));
    assert.deepEqual(handed, ['state 1', 'answer 1']);
    page.tell({ type: 'reading', number: 2 });
    assert.equal(handed.at(-1), 'reading 2');
    page.dispose();
  });

  it('gives way to a newer one', async () => {
    const once = onlyOnce();
    const { page, handed, ready } = pageWithout(() => {
      if (once()) page.refresh();
    });
    ready();
    await until('the newer state', () => handed.length > 0);
    assert.deepEqual(handed, ['state 2']);
    page.dispose();
  });

  it('is given up when the page is hidden, and what waits for it has the next one', async () => {
    const once = onlyOnce();
    let isHidden = false;
    const { page, handed, ready, hide, load } = pageWithout(() => {
      if (!once()) return;
      hide();
      isHidden = true;
    });
    const posted = page.post({ type: 'answer', number: 1 });
    ready();
    await until('nothing to be on its way', () => isHidden && !isSending(page));
    assert.deepEqual(handed, []);
    load();
    await posted;
    assert.deepEqual(handed, ['state 2', 'answer 1']);
    page.dispose();
  });

  it('begins anew for a page that is loaded again in the middle of it', async () => {
    const once = onlyOnce();
    const { page, handed, ready, load } = pageWithout(() => {
      if (once()) load();
    });
    ready();
    await until('the next state', () => handed.length > 0);
    assert.deepEqual(handed, ['state 2']);
    page.dispose();
  });

  it('ends with the page', async () => {
    const once = onlyOnce();
    let isPutAway = false;
    const { page, handed, ready } = pageWithout(() => {
      if (!once()) return;
      page.dispose();
      isPutAway = true;
    });
    ready();
    await until('nothing to be on its way', () => isPutAway && !isSending(page));
    assert.deepEqual(handed, []);
  });
});

/** Whether a page has not sent, or given up, all that it was to send. */
function isSending(page: Page<Shown, Message>): boolean {
  return (page as unknown as { readonly line: MessageLine }).line.isBusy;
}

function onlyOnce(): () => boolean {
  let isDone = false;
  return () => {
    if (isDone) return false;
    isDone = true;
    return true;
  };
}
