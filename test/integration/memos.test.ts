import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, read, until, uriOf, verbatim, write } from './support/study';

const PATH = 'memos/2026-05-20-test.md';
const TEXT =
  '---\nabout: [hope]\n---\n\n# A test\n\nOn [[own-story]] and [[sharing]], see [[own-stroy]].\n\n' +
  "> It's only that I'm here at nine o'clock\n>\n> — PP3, [[pp-03#pw6e55u57k]]\n";

describe('memos', () => {
  let editor: vscode.TextEditor;
  beforeEach(async () => {
    await verbatim();
    await write(PATH, TEXT);
    editor = await open(PATH);
    await until('the study to know the memo', async () => {
      const opened = await (await verbatim()).studies.of(uriOf(PATH));
      return opened?.study.exists(PATH);
    });
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    if ((await read(PATH)) !== undefined) await write(PATH, undefined);
  });

  /** A place in the memo, so many characters behind the start of a text. */
  const at = (text: string, offset: number): vscode.Position =>
    editor.document.positionAt(editor.document.getText().indexOf(text) + offset);
  const diagnostics = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uriOf(PATH));

  it('go from a link to the heading in the codebook and to the passage in its transcript', async () => {
    const definition = async (position: vscode.Position): Promise<vscode.LocationLink[]> =>
      vscode.commands.executeCommand('vscode.executeDefinitionProvider', uriOf(PATH), position);
    for (const link of ['[[own-story', '[[sharing']) {
      const [place] = await definition(at(link, 4));
      assert.equal(place?.targetUri.toString(), uriOf('codebook.md').toString());
      const heading = ((await read('codebook.md')) ?? '').split('\n')[place?.targetRange.start.line ?? -1];
      assert.match(heading ?? '', /\{#own-story\b/);
    }
    const [passage] = await definition(at('[[pp-03#', 5));
    assert.equal(passage?.targetUri.toString(), uriOf('transcripts/pp-03.md').toString());
    const transcript = await vscode.workspace.openTextDocument(uriOf('transcripts/pp-03.md'));
    assert.match(transcript.getText(passage?.targetRange), /^It's only that I'm there at nine/);
    assert.deepEqual(await definition(at('On [[', 1)), []);
  });

  it('are found from the heading of a code, by its former ids too', async () => {
    const line = ((await read('codebook.md')) ?? '').split('\n').findIndex(text => text.includes('{#own-story'));
    const places = await until('the references', async () => {
      const found: vscode.Location[] = await vscode.commands.executeCommand(
        'vscode.executeReferenceProvider',
        uriOf('codebook.md'),
        new vscode.Position(line, 6),
      );
      const here = found.filter(({ uri }) => uri.toString() === uriOf(PATH).toString());
      return here.length > 0 && here;
    });
    assert.deepEqual(
      places.map(({ range }) => editor.document.getText(range)),
      ['own-story', 'sharing'],
    );
  });

  it('complete excerpts by the words that are typed', async () => {
    const typed = '\nSee [[pp-03#hood';
    await editor.edit(edit => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, typed));
    const list: vscode.CompletionList = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      uriOf(PATH),
      editor.document.lineAt(editor.document.lineCount - 1).range.end,
    );
    const inserted = list.items.map(({ insertText }) => String(insertText)).filter(text => text.startsWith('pp-03#'));
    assert.ok(inserted.includes('pp-03#kdyxzt6jn9]]'), inserted.join());
    assert.ok(!inserted.includes('pp-03#pw6e55u57k]]'));
  });

  it('show a lost link and a quote that does not match, and the light bulb mends both in the text', async () => {
    await until('both problems', () => diagnostics().length === 2);
    assert.deepEqual(
      diagnostics()
        .map(({ code }) => code)
        .sort(),
      ['memo-quote', 'memo-unknown-link'],
    );
    for (const rule of ['memo-unknown-link', 'memo-quote']) {
      const action = await until(`a fix for ${rule}`, async () => {
        const [diagnostic] = diagnostics().filter(({ code }) => code === rule);
        if (diagnostic === undefined) return undefined;
        const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
          'vscode.executeCodeActionProvider',
          uriOf(PATH),
          diagnostic.range,
        );
        return actions.find(({ edit, isPreferred }) => edit !== undefined && isPreferred);
      });
      assert.ok(action.edit);
      await vscode.workspace.applyEdit(action.edit);
    }
    const text = editor.document.getText();
    assert.ok(text.includes("see [[own-story]].\n\n> It's only that I'm there at nine o'clock\n>\n"), text);
    await until('no problem any more', () => diagnostics().length === 0);
  });

  it('open by a link, and nothing else does', async () => {
    const openMemo = (uri: string): Thenable<unknown> =>
      vscode.commands.executeCommand('verbatim.openMemo', { uri, line: 4 });
    await openMemo(uriOf('verbatim.json').toString());
    await openMemo('file:///etc/hosts');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(PATH).toString());
    await open('codebook.md');
    await openMemo(uriOf(PATH).toString());
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(PATH).toString());
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 4);
  });

  it('are not coded', async () => {
    const opened = await (await verbatim()).studies.of(uriOf(PATH));
    assert.equal(opened?.transcriptPath(editor.document), undefined);
  });

  it('leave the note on a coding as it is, byte for byte, when Enter changes nothing', async () => {
    const path = 'codings/EA/transcripts/pp-03.jsonl';
    const before = (await read(path)) ?? '';
    const note = JSON.stringify('One line \n another\r\nand a mark ⏎ of its own \n');
    const noted = before.replace('"created": "2026-03-02T09:59:48Z"', `"memo": ${note}, $&`);
    assert.notEqual(noted, before);
    const { studies } = await verbatim();
    const study = (await studies.of(uriOf(path)))?.study;
    try {
      await write(path, noted);
      await until('the note', () => study?.index.find('pw6e55u57k')?.coding.memo !== undefined);
      let isDone = false;
      const uri = uriOf('transcripts/pp-03.md').toString();
      const editing = vscode.commands.executeCommand('verbatim.editMemo', { uri, id: 'pw6e55u57k' });
      editing.then(
        () => {
          isDone = true;
        },
        () => undefined,
      );
      await until('Enter to be taken', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return isDone;
      });
      assert.equal(await read(path), noted);
    } finally {
      await write(path, before);
      await until('the codings as they were', () => study?.index.find('pw6e55u57k')?.coding.memo === undefined);
    }
  });
});
