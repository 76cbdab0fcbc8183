import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Corpus } from '../../src/core/analysis/corpus/corpus';
import { CorpusReader } from '../../src/core/analysis/corpus/corpusReader';
import type { Pacing } from '../../src/core/pieces';
import type { Page } from '../../src/extension/pages/page';
import { SampleContent } from '../../src/extension/sample/sampleContent';
import type { FromPage, ToPage } from '../../src/webview/sample/protocol';
import { read, until, uriOf, verbatim, write } from './support/study';

const FILE = 'sample-account';

function sampleTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.sample'));
}

describe('the account of the sample', () => {
  after(async () => {
    await vscode.window.tabGroups.close(sampleTabs());
    for (const ending of ['csv', 'md']) await write(`${FILE}.${ending}`, undefined).catch(() => undefined);
  });

  it('opens once, however often it is asked for', async () => {
    await verbatim();
    await vscode.commands.executeCommand('verbatim.showSample');
    await vscode.commands.executeCommand('verbatim.showSample');
    await until('the tab', () => sampleTabs().some(({ label }) => label === 'Sample'));
    assert.equal(sampleTabs().length, 1);
  });

  it('can be stopped while it is read, keeps what there is, and reads the rest when it is asked to', async () => {
    const opened = (await (await verbatim()).studies.of(uriOf('codebook.md'))) ?? assert.fail('no study');
    const told: ToPage[] = [];
    let refreshed = 0;
    const page = { tell: (message: ToPage) => told.push(message), refresh: () => refreshed++ } as unknown as Page<
      ToPage,
      FromPage
    >;
    const reader = new CorpusReader(opened.seen);
    const changed = new vscode.EventEmitter<void>();
    let reads = 0;
    const corpus = {
      onDidChange: changed.event,
      // The person presses the button as soon as the page says that it is being read.
      read: ({ progress, cancellation }: Omit<Pacing, 'pause'> = {}): Promise<Corpus> => {
        reads++;
        const stop = (done: number, total: number): void => {
          progress?.(done, total);
          if (reads === 1) content.receive({ type: 'cancel' }).catch(() => undefined);
        };
        return reader.read({ progress: stop, cancellation });
      },
      dispose: () => changed.dispose(),
    };
    const content: SampleContent = new SampleContent(opened, corpus, page);
    try {
      const partial = await content.state();
      assert.ok(partial.type === 'state' && !partial.isComplete);
      assert.deepEqual(
        told.map(({ type }) => type),
        ['reading'],
      );
      const sessions = (state: ToPage) =>
        state.type === 'state' ? state.tables.find(({ key }) => key === 'sessions')?.rows.length : undefined;
      assert.equal(sessions(partial), 1);
      changed.fire();
      assert.equal(refreshed, 1);
      assert.equal(sessions(await content.state()), 1);
      assert.equal(reads, 2);
      await content.receive({ type: 'readAll' });
      const whole = await content.state();
      assert.ok(whole.type === 'state' && whole.isComplete);
      assert.ok((sessions(whole) ?? 0) > 1);
    } finally {
      content.dispose();
    }
  });

  it('is written where a program says, as the command line prints it', async () => {
    const save = (format: 'csv' | 'md', table?: string) => {
      const target = { format, uri: uriOf(`${FILE}.${format}`), ...(table === undefined ? {} : { table }) };
      return vscode.commands.executeCommand<vscode.Uri | undefined>('verbatim.exportSample', target);
    };
    assert.equal((await save('csv', 'kinds'))?.toString(), uriOf(`${FILE}.csv`).toString());
    assert.match(
      (await read(`${FILE}.csv`)) ?? '',
      /^role,kind,sessions,places,people\r\npeer,interview,\d+,\d+,\d+\r\n/,
    );
    await save('md');
    const text = (await read(`${FILE}.md`)) ?? '';
    assert.match(text, /^# Sample\n\n\*\*peer\*\*: /);
    assert.match(text, /\n## Sessions\n/);
  });
});
