import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, read, until, uriOf, verbatim, write } from './support/study';

const PATH = 'codebook.md';

/** Puts a text at the end of the codebook as if it were typed; nothing is saved. */
async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  // The editor refuses while it is taking in what was written to the file.
  await until('the text to be typed', async () =>
    editor.edit(edit => edit.insert(document.lineAt(document.lineCount - 1).range.end, text)),
  );
}

/** The place behind the last occurrence of a text. */
function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().lastIndexOf(text);
  assert.ok(at >= 0, text);
  return document.positionAt(at + text.length);
}

async function study() {
  const opened = await (await verbatim()).studies.of(uriOf(PATH));
  assert.ok(opened);
  return opened.study;
}

function diagnostics(rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(PATH)).filter(({ code }) => code === rule);
}

/** What the light bulb offers on the line of a diagnostic, by title. */
async function bulb(diagnostic: vscode.Diagnostic, title: RegExp): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uriOf(PATH),
    diagnostic.range,
  );
  return actions.find(action => title.test(action.title));
}

async function choose(rule: string, title: RegExp): Promise<void> {
  const action = await until(`${title} on ${rule}`, async () => {
    const [diagnostic] = diagnostics(rule);
    return diagnostic && bulb(diagnostic, title);
  });
  assert.ok(action.command);
  await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

async function suggestions(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('writing the codebook by hand', () => {
  let before = '';
  beforeEach(async () => {
    await verbatim();
    before = (await read(PATH)) ?? '';
  });
  afterEach(async () => {
    const { document } = await open(PATH);
    await until('the editor and the study as they were', async () => {
      if (document.getText() !== before) await vscode.commands.executeCommand('workbench.action.files.revert');
      if ((await read(PATH)) !== before) await write(PATH, before);
      const { codebook } = await study();
      return !document.isDirty && document.getText() === before && codebook.text === before;
    });
  });

  it('shows what is typed before it is saved, and takes it back with undo and revert', async () => {
    const editor = await open(PATH);
    await type(editor, '\n## Quiet rooms {#quiet-rooms}\n\nPlaces.\n');
    await until('the typed code', async () => (await study()).entry('quiet-rooms'));
    assert.ok(editor.document.isDirty);
    assert.equal(await read(PATH), before);
    const { tree } = await verbatim();
    const labels = (await tree.getChildren()).map(node => String(tree.getTreeItem(node).label));
    assert.ok(labels.includes('Quiet rooms'), labels.join());
    await vscode.commands.executeCommand('undo');
    await until('undo to show', async () => (await study()).entry('quiet-rooms') === undefined);
    await vscode.commands.executeCommand('redo');
    await until('redo to show', async () => (await study()).entry('quiet-rooms'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until('revert to show', async () => (await study()).entry('quiet-rooms') === undefined);
    assert.equal(await read(PATH), before);
  });

  it('changes what is typed and not saved, keeps it, and takes the change alone back', async () => {
    const editor = await open(PATH);
    await type(editor, '\n## Quiet rooms {#quiet-rooms color=purpel}\n\nPlaces.\n');
    await choose('codebook-color', /colour purple/);
    assert.match((await read(PATH)) ?? '', /## Quiet rooms \{#quiet-rooms color=purple\}\n\nPlaces\.\n$/);
    assert.equal(editor.document.isDirty, false);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.match((await read(PATH)) ?? '', /color=purpel\}\n\nPlaces\.\n$/);
    await until('the problem again', () => diagnostics('codebook-color').length === 1);
  });

  it('mends all of a kind in one step', async () => {
    const editor = await open(PATH);
    await type(editor, '\n## One {#one-more\n\nA.\n\n## Two {#two-more color=red\n\nB.\n');
    await choose('codebook-attributes', /all 2/);
    assert.match((await read(PATH)) ?? '', /\{#one-more\}\n\nA\.\n\n## Two \{#two-more color=red\}\n/);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.match((await read(PATH)) ?? '', /\{#one-more\n\nA\.\n\n## Two \{#two-more color=red\n/);
  });

  it('hints at a missing definition, and no more once that is turned off', async () => {
    const editor = await open(PATH);
    await type(editor, '\n## Quiet rooms {#quiet-rooms}\n');
    const [hint] = await until('the hint', () => {
      const found = diagnostics('code-without-definition');
      return found.length === 1 && found;
    });
    assert.equal(hint?.severity, vscode.DiagnosticSeverity.Information);
    assert.equal(hint && editor.document.getText(hint.range), 'Quiet rooms');
    const settings = () => vscode.workspace.getConfiguration('verbatim.hints');
    const set = (value: string | undefined) =>
      settings().update('codeWithoutDefinition', value, vscode.ConfigurationTarget.Global);
    try {
      await set('warning');
      await until(
        'a warning',
        () => diagnostics('code-without-definition')[0]?.severity === vscode.DiagnosticSeverity.Warning,
      );
      await choose('code-without-definition', /no hints of this kind/);
      await until('no hint', () => diagnostics('code-without-definition').length === 0);
      assert.equal(settings().get('codeWithoutDefinition'), 'off');
    } finally {
      await set(undefined);
    }
    await until('the hint again', () => diagnostics('code-without-definition').length === 1);
  });

  it('takes an unused code out of the codebook and brings it back', async () => {
    await open(PATH);
    await choose('unused-code', /Take “Meetings by video” out/);
    assert.equal((await study()).entry('meetings-by-video'), undefined);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(PATH), before);
  });

  it('suggests what may stand in braces, colours with it, and nothing in other files', async () => {
    const editor = await open(PATH);
    await type(editor, '\n## Quiet rooms {}\n\n');
    const inBraces = await suggestions(editor.document, behind(editor.document, 'Quiet rooms {'));
    assert.deepEqual(
      inBraces.filter(label => /^[#.]|=$/.test(label)),
      ['#quiet-rooms', '.theme', '.candidate', '.reviewed', '.defined', 'color=', 'formerly=', 'parent='],
    );
    const lineStart = await suggestions(editor.document, behind(editor.document, 'Quiet rooms {}\n\n'));
    for (const label of ['Include:', 'Exclude:', 'Example:', '## New code'])
      assert.ok(lineStart.includes(label), label);
    await editor.edit(edit => edit.insert(behind(editor.document, 'Quiet rooms {'), 'color='));
    assert.ok((await suggestions(editor.document, behind(editor.document, 'Quiet rooms {color='))).includes('teal'));
    const other = await open('transcripts/pp-03.md');
    await type(other, '\n## Quiet rooms {}\n');
    const elsewhere = await suggestions(other.document, behind(other.document, 'Quiet rooms {'));
    assert.ok(!elsewhere.includes('.theme') && !elsewhere.includes('color='), elsewhere.join());
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('explains on hover what stands in braces', async () => {
    const { document } = await open(PATH);
    const hover = async (text: string): Promise<string> => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        behind(document, text).translate(0, -1),
      );
      return found
        .flatMap(({ contents }) => contents.map(content => (typeof content === 'string' ? content : content.value)))
        .join('\n')
        .replaceAll('\\', '');
    };
    assert.match(
      await hover('formerly="sharing'),
      /“sharing”: \d+ excerpts?, counted as “Telling a piece of one's own story” now/,
    );
    assert.match(await hover('color=amber'), /data:image\/svg.*Amber/);
    assert.match(await hover('.theme'), /groups codes/);
    assert.match(await hover('{#own-story'), /Made with “own-story”: \d+ excerpts/);
  });

  it('leads from parent= to the heading it names', async () => {
    const editor = await open(PATH);
    await type(editor, '\n## Quiet rooms {#quiet-rooms parent=network-meetings}\n');
    const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      editor.document.uri,
      behind(editor.document, 'parent=network'),
    );
    const range = found[0]?.targetSelectionRange;
    assert.match(range ? editor.document.getText(range) : '', /^## Influence on network meetings/);
  });

  it('has an outline and folds, by the Markdown support of the editor', async () => {
    const { document } = await open(PATH);
    const symbols = await until('an outline', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found !== undefined && found.length > 0 && found;
    });
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    const all = names(symbols).filter(name => name.includes("Telling a piece of one's own story"));
    assert.equal(all.length, 1, names(symbols).join('\n'));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const line = behind(document, '### Self-disclosure {#self').line;
    assert.ok(folds.some(({ start, end }) => start === line && end > line + 10));
  });
});
