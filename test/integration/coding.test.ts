import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beCoder, open, read, select, until, uriOf, verbatim, write } from './support/study';

const TRANSCRIPT = 'transcripts/np-07.md';
const CODINGS = 'codings/TT/transcripts/np-07.jsonl';

/** Runs Code Selection and takes the code the picker offers first. */
async function codeWithFirst(): Promise<void> {
  const done = vscode.commands.executeCommand('verbatim.codeSelection');
  let finished = false;
  void Promise.resolve(done).then(() => {
    finished = true;
  });
  await until('the picker takes Enter', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return finished;
  });
}

describe('coding a passage', () => {
  before(async () => {
    await verbatim();
    await beCoder('TT');
  });
  after(async () => {
    await write('codings/TT', undefined).catch(() => undefined);
  });

  it('writes one line that names code, quote and place, and leaves the transcript alone', async () => {
    const before = await read(TRANSCRIPT);
    const editor = await open(TRANSCRIPT);
    const words = 'the';
    const at = editor.document.getText().indexOf(` ${words} `) + 1;
    editor.selection = new vscode.Selection(
      editor.document.positionAt(at),
      editor.document.positionAt(at + words.length),
    );
    await codeWithFirst();
    const lines = (await read(CODINGS))?.trimEnd().split('\n') ?? [];
    assert.equal(lines.length, 1);
    const coding = JSON.parse(lines[0] ?? '') as {
      code: string;
      quote: string;
      at: [number, number];
      base: string;
      id: string;
    };
    assert.equal(coding.quote, words);
    assert.equal([...(before ?? '')].slice(coding.at[0], coding.at[1]).join(''), words);
    assert.match(coding.id, /^[0-9a-z]{10}$/);
    assert.match(coding.base, /^[0-9a-f]{12}$/);
    assert.equal(await read(TRANSCRIPT), before);
    assert.equal(editor.document.isDirty, false);
  });

  it('trims the selection to its words and leaves the speaker label out', async () => {
    const editor = await open(TRANSCRIPT);
    const turn = Array.from({ length: editor.document.lineCount }, (_, i) => editor.document.lineAt(i)).find(
      ({ text }) => text.startsWith('**NP7:**'),
    );
    assert.ok(turn);
    editor.selection = new vscode.Selection(turn.range.start, turn.range.end);
    await codeWithFirst();
    const lines = (await read(CODINGS))?.trimEnd().split('\n') ?? [];
    const quotes = lines.map(text => (JSON.parse(text) as { quote: string }).quote);
    assert.ok(quotes.includes(turn.text.slice('**NP7:**'.length).trim()), quotes.join('\n'));
  });

  it('is undone and done again, file for file', async () => {
    const before = await read(CODINGS);
    await vscode.commands.executeCommand('verbatim.undo');
    await until('the line to go', async () => (await read(CODINGS)) !== before);
    await vscode.commands.executeCommand('verbatim.redo');
    assert.equal(await read(CODINGS), before);
    await vscode.commands.executeCommand('verbatim.undo');
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(CODINGS), undefined);
  });

  it('codes an unsaved document without saving it', async () => {
    const before = await read(TRANSCRIPT);
    const editor = await open(TRANSCRIPT);
    await editor.edit(edit => edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), 'Ünsaved 😀 words\n'));
    select(editor, '😀 words');
    await codeWithFirst();
    assert.equal(editor.document.isDirty, true);
    assert.equal(await read(TRANSCRIPT), before);
    const coding = JSON.parse((await read(CODINGS)) ?? '') as { quote: string };
    assert.equal(coding.quote, '😀 words');
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('verbatim.undo');
  });

  it('goes from coding to coding and removes the one at the cursor', async () => {
    const editor = await open('transcripts/np-11.md');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const { documents } = await verbatim();
    const coded = await documents.get(editor.document);
    const first = coded?.codings[0];
    assert.ok(first);
    await vscode.commands.executeCommand('verbatim.nextCoding');
    assert.ok(editor.selection.active.isEqual(first.range.start));
    const file = first.file.path;
    const before = await read(file);
    await vscode.commands.executeCommand('verbatim.removeCoding', { opened: coded?.opened, id: first.coding.id });
    assert.ok(!(await read(file))?.includes(first.coding.id));
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(file), before);
  });

  it('makes positions in code points also where the file has CRLF, a byte order mark and emoji', async () => {
    const path = 'transcripts/crlf.md';
    await write(
      path,
      '\uFEFF**I:** Go on 🙂.\r\n\r\n**PP3:** Ja, 😀 genau so.\r\n\r\n**I:** Ok.\r\n\r\n**PP3:** Yes.\r\n',
    );
    const bytes = await vscode.workspace.fs.readFile(uriOf(path));
    const editor = await open(path);
    select(editor, 'genau so');
    await codeWithFirst();
    const text = '**I:** Go on 🙂.\n\n**PP3:** Ja, 😀 genau so.\n';
    const coding = JSON.parse((await read('codings/TT/transcripts/crlf.jsonl')) ?? '') as { at: [number, number] };
    assert.equal([...text].slice(...coding.at).join(''), 'genau so');
    const { documents } = await verbatim();
    const placed = (await documents.get(editor.document))?.codings[0];
    assert.equal(placed && editor.document.getText(placed.range), 'genau so');
    assert.deepEqual([...(await vscode.workspace.fs.readFile(uriOf(path)))], [...bytes]);
    await vscode.commands.executeCommand('verbatim.undo');
    await write(path, undefined);
  });
});
