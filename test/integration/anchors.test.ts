import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beCoder, open, read, until, verbatim, write } from './support/study';

const TRANSCRIPT = 'transcripts/np-02.md';
const MINE = 'codings/EA/transcripts/np-02.jsonl';
const THEIRS = 'codings/MB/transcripts/np-02.jsonl';
const WORDS = 'it\'s "the static", then it\'s the static';

interface Line {
  readonly quote: string;
  readonly at: readonly [number, number];
  readonly base: string;
}

describe('refreshing anchors', () => {
  let texts: (string | undefined)[] = [];
  before(async () => {
    await verbatim();
    await beCoder('EA');
    await open(TRANSCRIPT);
    texts = await Promise.all([TRANSCRIPT, MINE, THEIRS].map(read));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    for (const [i, path] of [TRANSCRIPT, MINE, THEIRS].entries()) await write(path, texts[i]);
  });

  const linesOf = async (path: string): Promise<Line[]> =>
    ((await read(path)) ?? '')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));

  /** Runs the command and presses Enter for as long as it asks. */
  async function refresh(): Promise<void> {
    let finished = false;
    void Promise.resolve(vscode.commands.executeCommand('verbatim.refreshAnchors')).then(() => {
      finished = true;
    });
    await until('the picker takes Enter', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return finished;
    });
  }

  it('moves one’s own, keeps the quote where the wording changed, and one undo takes it back', async () => {
    const text = (texts[0] ?? '')
      .replace(WORDS, 'it\'s "that static", then it\'s the static')
      .replace('\n\n**', '\n\nStart.\n\n**');
    await write(TRANSCRIPT, text);
    await refresh();
    const before = (texts[1] ?? '')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Line);
    const after = await linesOf(MINE);
    assert.deepEqual(
      after.map(({ quote }) => quote),
      before.map(({ quote }) => quote),
    );
    const changed = after.find(({ quote }) => quote.includes(WORDS));
    assert.ok(changed && text.slice(...changed.at).includes('that static'));
    assert.equal(new Set(after.map(({ base }) => base)).size, 1);
    assert.notEqual(after[0]?.base, before[0]?.base);
    assert.equal(await read(THEIRS), texts[2]);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(MINE), texts[1]);
    await vscode.commands.executeCommand('verbatim.redo');
    assert.deepEqual(await linesOf(MINE), after);
  });

  it('asks nothing and writes nothing where nothing is to be moved', async () => {
    await vscode.commands.executeCommand('verbatim.refreshAnchors');
    assert.deepEqual(await Promise.all([MINE, THEIRS].map(read)), texts.slice(1));
  });

  it('leaves out a transcript that is not saved', async () => {
    const editor = await open(TRANSCRIPT);
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), 'Typed.\n\n'));
    assert.equal(editor.document.isDirty, true);
    await vscode.commands.executeCommand('verbatim.refreshAnchors');
    assert.deepEqual(await Promise.all([MINE, THEIRS].map(read)), texts.slice(1));
  });
});
