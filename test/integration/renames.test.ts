import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codingsOf, interview } from '../unit/renames/texts';
import { beCoder, open, read, until, uriOf, verbatim, write } from './support/study';

const FOLDER = 'transcripts/renamed';
const OLD = `${FOLDER}/one.md`;
const NEW = `${FOLDER}/erstes Gespräch 希望.md`;
const TEXT = interview(11);
const MEMO = 'memos/2026-05-05-renamed.md';

/** The coding file of a coder for a transcript in the folder. */
const file = (coder: string, transcript: string): string => `codings/${coder}/${transcript.replace(/\.md$/, '')}.jsonl`;

/** Renames as the Explorer does: with events, and undone by the editor. */
async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** How many codings are shown in a transcript. */
async function shown(path: string): Promise<number> {
  const { documents } = await verbatim();
  const document = await vscode.workspace.openTextDocument(uriOf(path));
  return (await documents.get(document))?.codings.length ?? 0;
}

const gone = (path: string) => async (): Promise<boolean> => (await read(path)) === undefined;

describe('renaming transcripts', () => {
  before(async () => {
    await verbatim();
    await beCoder('RA');
  });
  beforeEach(async () => {
    await write(OLD, TEXT);
    await write(file('RA', OLD), codingsOf(TEXT, 'ra', 3));
    await write(file('RB', OLD), codingsOf(TEXT, 'rb', 2));
    await write(MEMO, 'As [[one]] says.\n');
    await until('the codings are known', async () => (await shown(OLD)) === 5);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [FOLDER, 'transcripts/moved', 'codings/RA', 'codings/RB', MEMO])
      await vscode.workspace.fs.delete(uriOf(path), { recursive: true }).then(undefined, () => undefined);
    const { studies } = await verbatim();
    await studies.refresh();
  });

  it('takes the codings of all coders and links in memos along, and the editor’s undo brings all back', async () => {
    const before = [await read(file('RA', OLD)), await read(file('RB', OLD))];
    await open(OLD);
    await rename(OLD, NEW);
    await until('the files have moved', gone(file('RB', OLD)));
    await until('the memo follows', async () => (await read(MEMO)) === 'As [[erstes Gespräch 希望]] says.\n');
    assert.deepEqual([await read(file('RA', NEW)), await read(file('RB', NEW))], before);
    await until('they are shown', async () => (await shown(NEW)) === 5);
    await open(NEW);
    await vscode.commands.executeCommand('undo');
    await until('the rename is undone', gone(NEW));
    await until('the memo follows', async () => (await read(MEMO)) === 'As [[one]] says.\n');
    await until('the files have moved back', gone(file('RB', NEW)));
    await until('the files have moved back', gone(file('RA', NEW)));
    assert.deepEqual([await read(file('RA', OLD)), await read(file('RB', OLD))], before);
    await until('they are shown', async () => (await shown(OLD)) === 5);
  });

  it('keeps what was coded before undoable', async () => {
    const before = await read(file('RA', OLD));
    const { documents } = await verbatim();
    const coded = await documents.get((await open(OLD)).document);
    const mine = coded?.codings.find(({ file: { coder } }) => coder === 'RA');
    await vscode.commands.executeCommand('verbatim.removeCoding', { opened: coded?.opened, id: mine?.coding.id });
    assert.notEqual(await read(file('RA', OLD)), before);
    await rename(OLD, NEW);
    await until('the file has moved', gone(file('RA', OLD)));
    await until('all is settled', async () => (await read(MEMO)) !== 'As [[one]] says.\n');
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(file('RA', NEW)), before);
  });

  it('takes along those of a whole folder', async () => {
    await write(`${FOLDER}/deep/two.md`, interview(12));
    await write(file('RB', `${FOLDER}/deep/two.md`), codingsOf(interview(12), 'rc', 2));
    await until('the codings are known', async () => (await shown(`${FOLDER}/deep/two.md`)) === 2);
    await rename(FOLDER, 'transcripts/moved');
    await until('the files have moved', gone(file('RB', `${FOLDER}/deep/two.md`)));
    await until('they are shown', async () => (await shown('transcripts/moved/deep/two.md')) === 2);
    await until('they are shown', async () => (await shown('transcripts/moved/one.md')) === 5);
    assert.ok(await read(file('RA', 'transcripts/moved/one.md')));
  });

  it('merges lines where a file is there already, and parts them again', async () => {
    const there = codingsOf(interview(13), 'there', 1);
    const mine = await read(file('RA', OLD));
    await write(file('RA', NEW), there);
    await open(OLD);
    await rename(OLD, NEW);
    await until('the file has moved', gone(file('RA', OLD)));
    assert.deepEqual(((await read(file('RA', NEW))) ?? '').split('\n').sort(), `${mine}${there}`.split('\n').sort());
    await until('all is settled', async () => (await read(MEMO)) !== 'As [[one]] says.\n');
    await open(NEW);
    await vscode.commands.executeCommand('undo');
    await until('they have parted', async () => (await read(file('RA', NEW))) === there);
    await until('they have parted', async () => (await read(file('RA', OLD))) === mine);
  });

  it('leaves the codings of one that is no transcript any more where they are', async () => {
    await rename(OLD, 'memos/one.md');
    const problem = () =>
      vscode.languages.getDiagnostics(uriOf(file('RA', OLD))).find(({ code }) => code === 'missing-transcript');
    await until('it is reported', problem);
    assert.ok(await read(file('RA', OLD)));
    await vscode.workspace.fs.delete(uriOf('memos/one.md'));
  });

  it('shows the codings of one that another program renamed, and moves their files when asked, as one undo', async () => {
    const before = [await read(file('RA', OLD)), await read(file('RB', OLD))];
    await vscode.workspace.fs.rename(uriOf(OLD), uriOf(NEW));
    await until('they are shown', async () => (await shown(NEW)) === 5);
    assert.deepEqual([await read(file('RA', OLD)), await read(file('RB', OLD))], before);
    const uri = uriOf(file('RA', OLD));
    const diagnostic = await until('it is told', () =>
      vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'transcript-renamed'),
    );
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
    await open(file('RA', OLD));
    const action = await until('a quick fix', async () => {
      const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        uri,
        diagnostic.range,
      );
      return actions.find(({ title }) => title === `Move the coding files along to ${NEW}`);
    });
    assert.ok(action.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    assert.deepEqual([await read(file('RA', NEW)), await read(file('RB', NEW))], before);
    assert.deepEqual([await read(file('RA', OLD)), await read(file('RB', OLD))], [undefined, undefined]);
    assert.equal(await read(MEMO), 'As [[erstes Gespräch 希望]] says.\n');
    await vscode.commands.executeCommand('verbatim.undo');
    assert.deepEqual([await read(file('RA', OLD)), await read(file('RB', OLD))], before);
    assert.equal(await read(MEMO), 'As [[one]] says.\n');
    await until('they are shown again', async () => (await shown(NEW)) === 5);
  });
});
