import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { formatCodingLine } from '../../src/core/coding/line';
import type { Action, History } from '../../src/extension/history/history';
import type { Page } from '../../src/extension/pages/page';
import { ReviewContent, type SharedByPages } from '../../src/extension/reviewList/content';
import type { ReviewServices } from '../../src/extension/reviewList/services';
import type { FromPage, ListState, ToPage } from '../../src/webview/review/protocol';
import { beCoder, open, read, select, until, uriOf, verbatim, write } from './support/study';

const TRANSCRIPT = 'transcripts/zz-02.md';
const CODINGS = 'codings/TT/transcripts/zz-02.jsonl';
const TEXT = '**PP1:** We waited in the corridor. It got better with the tea. We left before noon.\n';
const ID = 'review0000';

function line(quote: string): string {
  const at = TEXT.indexOf(quote);
  const context = [TEXT.slice(0, at).slice(-32), TEXT.slice(at + quote.length).slice(0, 32)] as const;
  return `${formatCodingLine({ code: 'own-story', quote, at: [at, at + quote.length], context, id: ID })}\n`;
}

describe('the passages to review', () => {
  before(async () => {
    await verbatim();
    await beCoder('TT');
    await write(TRANSCRIPT, TEXT);
    await write(CODINGS, line('It got better with the tea.'));
    await until('the coding', async () => (await opened()).study.index.has(ID));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(TRANSCRIPT, undefined);
    await vscode.workspace.fs.delete(uriOf('codings/TT'), { recursive: true });
  });

  const opened = async () => {
    const study = await (await verbatim()).studies.of(uriOf('codebook.md'));
    assert.ok(study);
    return study;
  };
  const tabs = (): number =>
    vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all).filter(({ label }) => label === 'Passages to Review')
      .length;

  /** What stands behind a page, without the page: what was sent to it, what was done. */
  async function behind() {
    const sent: ToPage[] = [];
    const done: Action[] = [];
    const panel = { visible: true, onDidChangeViewState: () => new vscode.Disposable(() => undefined) };
    const post = async (message: ToPage): Promise<void> => void sent.push(message);
    const page = { panel, refresh: () => undefined, post, tell: () => undefined };
    const history = { remember: async (_: unknown, action: Action) => void done.push(action) };
    const { studies } = await verbatim();
    const services = { studies, coder: { name: 'TT' }, history: history as unknown as History };
    const key = { root: (await opened()).root.toString(), transcript: TRANSCRIPT };
    const content = new ReviewContent(
      await opened(),
      key,
      page as unknown as Page<ToPage, FromPage>,
      services as unknown as ReviewServices,
      {} as SharedByPages,
    );
    const list = async (): Promise<ListState> => {
      const state = await content.state();
      assert.ok(state.type === 'list');
      return state;
    };
    return { content, sent, done, list };
  }

  it('open on a page: one for the study, one for a transcript', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('verbatim.reviewPassages');
    await until('the page', () => tabs() === 1);
    const { transcripts } = await verbatim();
    const row = (await transcripts.tree.getChildren()).find(node => node.kind === 'transcript');
    await vscode.commands.executeCommand('verbatim.reviewPassages', row);
    await until('the second page', () => tabs() === 2);
    await vscode.commands.executeCommand('verbatim.reviewPassages', row);
    await vscode.commands.executeCommand('verbatim.reviewPassages');
    assert.equal(tabs(), 2);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are read as the editor has the transcript, saved or not, and decided on that', async () => {
    const { content, done, list } = await behind();
    assert.deepEqual((await list()).list.entries, []);
    const editor = await open(TRANSCRIPT);
    select(editor, 'the tea');
    await editor.edit(edit => edit.replace(editor.selection, 'a cup of tea'));
    assert.ok(editor.document.isDirty);
    const entry = await until('the edited passage', async () => (await list()).list.entries[0]);
    const [place] = entry.places;
    assert.ok(place);
    const before = await read(CODINGS);
    const { transcript, span } = place;
    await content.receive({ type: 'take', key: entry.key, place: { transcript, span } });
    const record = JSON.parse((await read(CODINGS)) ?? '');
    assert.match(record.quote, /It got better with a cup of tea/);
    assert.deepEqual(record.at, [span.start, span.end]);
    assert.equal(done.length, 1);
    await write(CODINGS, before);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    content.dispose();
  });

  it('are left alone where the transcript or the coding changed after the page showed them', async () => {
    const { content, sent, done, list } = await behind();
    await write(TRANSCRIPT, TEXT.replace('with the tea', 'with some tea'));
    const entry = await until('the edited passage', async () => (await list()).list.entries[0]);
    const [place] = entry.places;
    assert.ok(place);
    const take = (): Promise<void> =>
      content.receive({ type: 'take', key: entry.key, place: { transcript: TRANSCRIPT, span: place.span } });
    await write(TRANSCRIPT, TEXT.replace('with the tea', 'with a lot of tea'));
    await assert.rejects(take(), /changed meanwhile/);
    await write(TRANSCRIPT, TEXT.replace('with the tea', 'with some tea'));
    const other = line('It got better with the tea.').replace('own-story', 'plain-words');
    await write(CODINGS, other);
    await assert.rejects(take(), /changed it meanwhile/);
    assert.equal(await read(CODINGS), other);
    assert.deepEqual(done, []);
    // The page is told each time, so that the entry can be decided about again.
    assert.equal(sent.filter(({ type }) => type === 'answered').length, 2);
    await write(CODINGS, line('It got better with the tea.'));
    content.dispose();
  });

  it('are led to from the Problems panel', async () => {
    await write(TRANSCRIPT, '**PP1:** Something else was said here, and nothing of that.\n');
    await open(TRANSCRIPT);
    const { document } = await open(CODINGS);
    const actions = await until('the quick fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 1),
      );
      const action = found.find(({ title }) => title === 'Open in the Review List');
      return action && [action];
    });
    const [argument] = actions[0]?.command?.arguments ?? [];
    assert.deepEqual(argument, { uri: uriOf(TRANSCRIPT).toString(), id: ID });
    await vscode.commands.executeCommand('verbatim.reviewPassages', argument);
    await until('the page', () => tabs() === 1);
    await write(TRANSCRIPT, TEXT);
  });

  it('say so where a selection is to be used and nothing is looked for', async () => {
    const editor = await open(TRANSCRIPT);
    // It may still be open with what another program wrote over since.
    await until('the text', () => editor.document.getText() === TEXT);
    select(editor, 'corridor');
    const before = await read(CODINGS);
    await vscode.commands.executeCommand('verbatim.useSelection');
    await vscode.commands.executeCommand('verbatim.cancelPlacing');
    assert.equal(await read(CODINGS), before);
  });
});
