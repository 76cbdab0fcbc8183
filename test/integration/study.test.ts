import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ThemesNode } from '../../src/extension/themes/nodes';
import { open, read, until, uriOf, verbatim, write } from './support/study';

const CODINGS = 'codings/EA/transcripts/pp-03.jsonl';

async function labels(node?: ThemesNode): Promise<string[]> {
  const { tree } = await verbatim();
  return (await tree.getChildren(node)).map(child => {
    const { label, description } = tree.getTreeItem(child);
    return `${String(label)} | ${String(description)}`;
  });
}

/** The hover's text at a place, all parts together. */
async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

describe('the study in the editor', () => {
  it('shows themes, codes, transcripts and excerpts with counts', async () => {
    const { tree } = await verbatim();
    const [theme] = await tree.getChildren();
    assert.ok(theme);
    assert.match((await labels())[0] ?? '', /^Influence on network meetings \| \d+$/);
    const [subtheme] = await tree.getChildren(theme);
    assert.ok(subtheme);
    const [code] = await tree.getChildren(subtheme);
    assert.ok(code);
    const [transcript] = await tree.getChildren(code);
    assert.ok(transcript);
    const excerpts = await tree.getChildren(transcript);
    assert.ok(excerpts.length > 0);
    const item = tree.getTreeItem(excerpts[0] as ThemesNode);
    assert.equal(item.command?.command, 'verbatim.revealCoding');
    assert.match(String(item.description), /EA|MB/);
  });

  it('tells on hover the code, its theme, its definition, the coder and other excerpts as links', async () => {
    const { documents } = await verbatim();
    const editor = await open('transcripts/pp-03.md');
    const coded = await until('codings', async () => {
      const value = await documents.get(editor.document);
      return value !== undefined && value.codings.length > 0 ? value : undefined;
    });
    const placed = coded.codings.find(({ coding }) => coded.opened.study.entry(coding.code)?.definition !== undefined);
    assert.ok(placed);
    const entry = coded.opened.study.entry(placed.coding.code);
    const text = (await hoverAt(editor.document.uri, placed.range.start))
      .replaceAll('&nbsp;', ' ')
      .replaceAll('\\', '');
    assert.ok(text.includes(entry?.title ?? '?'), text);
    assert.ok(text.includes((entry?.definition ?? '?').slice(0, 20)), text);
    assert.ok(text.includes(placed.file.coder), text);
    assert.match(text, /command:verbatim\.revealCoding/);
  });

  it('shows the excerpts of a code on its heading in the codebook', async () => {
    const editor = await open('codebook.md');
    const line = editor.document
      .getText()
      .split('\n')
      .findIndex(text => text.includes('{#own-story'));
    assert.ok(line > 0);
    assert.match(await hoverAt(editor.document.uri, new vscode.Position(line, 6)), /command:verbatim\.revealCoding/);
  });

  it('opens an excerpt at its passage', async () => {
    const { documents } = await verbatim();
    const { document } = await open('transcripts/pp-03.md');
    const placed = (await documents.get(document))?.codings.at(-1);
    assert.ok(placed);
    await open('codebook.md');
    await vscode.commands.executeCommand('verbatim.revealCoding', {
      uri: document.uri.toString(),
      id: placed.coding.id,
    });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), document.uri.toString());
    assert.ok(editor?.selection.active.isEqual(placed.range.start));
  });

  it('takes in what another program writes, without a reload', async () => {
    const { studies } = await verbatim();
    const before = await read(CODINGS);
    assert.ok(before);
    const study = (await studies.of(uriOf(CODINGS)))?.study;
    assert.ok(study);
    const size = study.index.size;
    await write(CODINGS, before.split('\n').slice(1).join('\n'));
    await until('one coding less', () => study.index.size === size - 1);
    await write(CODINGS, before);
    await until('all codings again', () => study.index.size === size);
  });

  it('keeps the codings of an open transcript in place when it changes on disk from top to bottom', async () => {
    const { documents } = await verbatim();
    const path = 'transcripts/np-02.md';
    const before = (await read(path)) ?? '';
    const { document } = await open(path);
    const quotes = async () =>
      (await documents.get(document))?.codings.map(({ range, coding }) => [coding.id, document.getText(range)]) ?? [];
    const expected = await quotes();
    assert.ok(expected.length > 3);
    const edited = before
      .replace('kind: interview', 'kind: interview by phone')
      .replace(/\n$/, '\n\n**I:** Thank you so much.\n');
    await write(path, edited);
    await until('the editor to show it', () => document.getText() === edited);
    assert.deepEqual(await quotes(), expected);
    await write(path, before);
    await until('the editor to show the old text', () => document.getText() === before);
    assert.deepEqual(await quotes(), expected);
  });

  it('lets codings follow what is typed, and undo of the typing', async () => {
    const { documents } = await verbatim();
    const { document } = await open('transcripts/np-11.md');
    const text = async () => (await documents.get(document))?.codings.map(({ range }) => document.getText(range)) ?? [];
    const before = await text();
    const first = (await documents.get(document))?.codings[0]?.range;
    assert.ok(first);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(first.start.line, 0), 'Well, 😀 ');
    edit.insert(document.uri, first.start.translate(0, 2), 'xx');
    await vscode.workspace.applyEdit(edit);
    const typed = await text();
    assert.deepEqual(typed.slice(1), before.slice(1));
    assert.equal(typed[0], `${before[0]?.slice(0, 2)}xx${before[0]?.slice(2)}`);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    assert.deepEqual(await text(), before);
  });

  it('reports an unknown code, a broken line and a duplicate id, and mends them', async () => {
    const before = await read(CODINGS);
    assert.ok(before);
    const [first, second] = before.split('\n') as [string, string];
    const unknown = second
      .replace(/"code": "[^"]+"/, '"code": "brand-new"')
      .replace(/"id": "[^"]+"/, '"id": "aaaaaaaaaa"');
    const twice = first.replace('"code"', '"code" ');
    const broken = first.slice(0, 40);
    await write(CODINGS, `${before}${[unknown, twice, broken].join('\n')}\n`);
    const document = (await open(CODINGS)).document;
    const rules = async () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code }) => String(code))
        .sort();
    await until('three kinds of problem', async () => new Set(await rules()).size === 3);
    assert.deepEqual([...new Set(await rules())], ['broken-line', 'duplicate-id', 'unknown-code']);
    // By text, not by number: while the file is written the editor may show a part of it.
    const actions = async (line: string): Promise<vscode.CodeAction[]> => {
      const at = document.getText().split('\n').indexOf(line);
      if (at < 0) return [];
      const range = new vscode.Range(at, 0, at, line.length);
      return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);
    };
    for (const [line, title] of [
      [broken, 'Set the line aside in a file of its own'],
      [twice, 'Give this coding a new id'],
      [unknown, 'Add “brand-new” to the codebook'],
    ] as const) {
      const action = await until(title, async () => (await actions(line)).find(candidate => candidate.title === title));
      assert.ok(action.command);
      await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    }
    await until('no problems left', async () => (await rules()).length === 0);
    assert.match((await read('codebook.md')) ?? '', /## Brand new \{#brand-new\}/);
    assert.equal(await read('codings/EA/transcripts/pp-03.set-aside.txt'), `${broken}\n`);
    for (let i = 0; i < 3; i++) await vscode.commands.executeCommand('verbatim.undo');
    await write(CODINGS, before);
    assert.doesNotMatch((await read('codebook.md')) ?? '', /brand-new/);
  });
});
