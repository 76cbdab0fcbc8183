import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beCoder, open, read, select, until, uriOf, verbatim, write } from './support/study';

const TRANSCRIPT = 'transcripts/np-07.md';
const READING = 'codings/TT/transcripts/np-07.reading.ndjson';

describe('reading transcripts', () => {
  before(async () => {
    await verbatim();
    await beCoder('TT');
  });
  after(async () => {
    await write('codings/TT', undefined).catch(() => undefined);
  });

  /** The row of a transcript as it would be drawn. */
  async function rowOf(name: string): Promise<vscode.TreeItem> {
    const { tree } = (await verbatim()).transcripts;
    const nodes = await tree.getChildren();
    const items = nodes.map(node => tree.getTreeItem(node));
    return items.find(({ label }) => label === name) ?? assert.fail(`no row ${name}`);
  }

  it('marks the transcript in the editor and takes it back', async () => {
    await open(TRANSCRIPT);
    assert.match(String((await rowOf('np-07')).description), /^unread/);
    await vscode.commands.executeCommand('verbatim.markRead');
    assert.match((await read(READING)) ?? '', /^\{"state": "read", "since": "[^"]+"\}\n$/);
    await until('the row says so', async () => /^read/.test(String((await rowOf('np-07')).description)));
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(READING), undefined);
  });

  it('takes in what git or another program writes, when it is looked for at the latest', async () => {
    await rowOf('np-07');
    const says = async (state: RegExp): Promise<boolean> => {
      // On a busy machine the system forgets to tell.
      await vscode.commands.executeCommand('verbatim.refresh');
      return state.test(String((await rowOf('np-07')).description));
    };
    await write(READING, '{"state": "done"}\n');
    await until('the row says so', () => says(/^done/));
    await write(READING, undefined);
    await until('the row says so', () => says(/^unread/));
  });

  it('reads no transcript while nobody looks', async () => {
    const { figures, tree } = (await verbatim()).transcripts;
    const [first] = await tree.getChildren();
    assert.ok(first?.kind === 'transcript');
    figures.watch(false);
    figures.want(first.opened, [first.path]);
    assert.equal(figures.isBusy, false);
    figures.watch(true);
    await until('it is read', () => figures.known(first.opened, first.path));
  });

  it('says in the tooltip what a transcript is and how far everybody has come', async () => {
    const { figures, tree } = (await verbatim()).transcripts;
    const node = (await tree.getChildren()).find(each => each.kind === 'transcript' && each.label === 'pp-03');
    assert.ok(node?.kind === 'transcript');
    figures.watch(true);
    figures.want(node.opened, [node.path]);
    await until('it is read', () => figures.known(node.opened, node.path));
    const { tooltip } = tree.resolveTreeItem(tree.getTreeItem(node), node);
    const text = (tooltip as vscode.MarkdownString).value;
    for (const part of [/interview · PP3/, /\*\*EA\*\*: done/, /\*\*MB\*\*: done/, /52 min/]) assert.match(text, part);
    assert.notEqual((tooltip as vscode.MarkdownString).isTrusted, true);
  });

  it('removes a note that a link names, and nothing by an unknown one', async () => {
    const editor = await open(TRANSCRIPT);
    select(editor, 'the newcomer');
    const id = 'note000001';
    const text = editor.document.getText();
    const at = text.indexOf('the newcomer');
    const context = [text.slice(at - 32, at), text.slice(at + 12, at + 44)];
    const note = { quote: 'the newcomer', at: [at, at + 12], context, memo: 'Who says so?', id };
    await write(READING, `${JSON.stringify(note)}\n`);
    const { documents } = await verbatim();
    await until('the note has its place', async () => {
      // A watcher may miss it.
      await vscode.commands.executeCommand('verbatim.refresh');
      return (await documents.get(editor.document))?.notes.some(each => each.note.id === id);
    });
    await vscode.commands.executeCommand('verbatim.removeNote', {
      uri: uriOf(TRANSCRIPT).toString(),
      id: 'nothing001',
    });
    assert.ok(await read(READING));
    await vscode.commands.executeCommand('verbatim.removeNote', { uri: uriOf(TRANSCRIPT).toString(), id });
    assert.equal(await read(READING), undefined);
  });
});
