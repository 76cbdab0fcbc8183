import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { QuoteState, ToPage } from '../../src/webview/quote/protocol';
import { open, read, until, uriOf, verbatim, write } from './support/study';

const PATH = 'paper/quoting-test.md';
const PP03 = 'transcripts/pp-03.md';
const CODED = 'pw6e55u57k';

async function study() {
  return (await (await verbatim()).studies.of(uriOf('codebook.md'))) ?? assert.fail('no study');
}

/** What the page shows; where it asked at the same time, its own reading came in between, and it is asked again. */
async function stateOf(content: { state(): Promise<ToPage> }): Promise<QuoteState> {
  return until('the whole state', async () => {
    const state = asState(await content.state());
    return state.notice === '' && state;
  });
}

function asState(message: ToPage | undefined): QuoteState {
  return message?.type === 'state' ? message : assert.fail(JSON.stringify(message));
}

function tabs(kind: string): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(kind));
}

describe('quoting in a manuscript', () => {
  const diagnostics = (): vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(uriOf(PATH)).filter(({ code }) => String(code).startsWith('quotation-'));
  /** Writes the manuscript and opens it, once the study knows it. */
  const begin = async (text: string): Promise<vscode.TextEditor> => {
    await write(PATH, text);
    const opened = await study();
    await until('the study to know the manuscript', () => opened.study.exists(PATH));
    return open(PATH);
  };
  /** Makes a quotation of the first coded passage that holds some words. */
  const quote = async (words: string) => {
    const opened = await study();
    const transcript = (await opened.seen.transcripts.get(PP03)) ?? assert.fail('no transcript');
    const at = transcript.points.fromUtf16(transcript.text.indexOf(words));
    const span = { start: at, end: at + [...words].length };
    const { quotes } = await verbatim();
    const content = await quotes.show(opened, { kind: 'passage', transcript: PP03, span, words });
    return content ?? assert.fail('no page');
  };
  const WORDS = 'I was so careful. I ironed everything.';

  afterEach(async () => {
    await vscode.window.tabGroups.close([...tabs('verbatim.quote'), ...tabs('verbatim.quotations')]);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if ((await read(PATH)) !== undefined) await write(PATH, undefined);
    const opened = await study();
    await until('the manuscript to be gone', () => !opened.study.exists(PATH));
  });

  it('opens one page for a study, from an excerpt', async () => {
    const opened = await study();
    await vscode.commands.executeCommand('verbatim.quote', { opened, id: CODED });
    await vscode.commands.executeCommand('verbatim.quote', { opened, id: CODED });
    await until('the tab', () => tabs('verbatim.quote').some(({ label }) => label === 'Quote'));
    assert.equal(tabs('verbatim.quote').length, 1);
  });

  it('puts the words at the cursor, spelled out at first mention and short later; undo takes each back whole', async () => {
    const editor = await begin('# Test\n\nPeers were careful.\n\nLater they were not.\n');
    const { document } = editor;
    editor.selection = new vscode.Selection(2, 19, 2, 19);
    const content = await quote(WORDS);
    const first = await stateOf(content);
    assert.equal(first.isEdit, false);
    assert.match(first.target, /paper\/quoting-test\.md, line 3/);
    const draft = { ...first.draft, style: { ...first.draft.style, block: 'block' as const } };
    await content.receive({ type: 'put', key: first.key, draft });
    assert.match(
      document.getText(),
      /^# Test\n\nPeers were careful\.\n\n> I was so careful\. I ironed everything\. \(PP3, peer[^)]*, interview\)\n\nLater they were not\.\n$/,
    );
    const shown = vscode.window.activeTextEditor ?? assert.fail('no editor');
    const end = new vscode.Position(6, 20);
    shown.selection = new vscode.Selection(end, end);
    const second = await until('the cursor to be known', async () => {
      const state = await stateOf(content);
      return state.target.includes('line 7') && state;
    });
    assert.equal(second.names.turns[0]?.isFirst, false);
    await content.receive({ type: 'put', key: second.key, draft: second.draft });
    assert.ok(document.getText().endsWith('Later they were not. “I was so careful. I ironed everything.” (PP3)\n'));
    // Undo is that of the editor with the keyboard, which comes a moment after the words.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await until('the manuscript in front', () => vscode.window.activeTextEditor?.document === document);
    await vscode.commands.executeCommand('undo');
    await until('the words to be gone', () => document.getText().endsWith('Later they were not.\n'));
  });

  it('copies, and keeps what was done to the words when the page is shown anew', async () => {
    await begin('# Test\n');
    const content = await quote(WORDS);
    const { key, draft, passage } = await stateOf(content);
    const from = passage.words.findIndex(({ text }) => text === 'careful');
    const changed = { ...draft, composition: { ...draft.composition, marks: [{ kind: 'sic' as const, at: from }] } };
    await content.receive({ type: 'draft', key, draft: changed });
    assert.deepEqual((await stateOf(content)).draft, changed);
    await vscode.env.clipboard.writeText('');
    await content.receive({ type: 'copy', key, draft: changed });
    assert.match(await vscode.env.clipboard.readText(), /^“I was so careful \[sic\]\. I ironed everything\.” \(PP3/);
    // Another passage begins anew.
    await content.quote({ ...(await sourceOf('I ironed everything.')) });
    assert.deepEqual((await stateOf(content)).draft.composition.marks, []);
  });

  const sourceOf = async (words: string) => {
    const transcript = (await (await study()).seen.transcripts.get(PP03)) ?? assert.fail('no transcript');
    const start = transcript.points.fromUtf16(transcript.text.indexOf(words));
    return { kind: 'passage' as const, transcript: PP03, span: { start, end: start + [...words].length }, words };
  };

  it('says so where the passage is not there any more', async () => {
    const content = await quote(WORDS);
    await content.quote({ ...(await sourceOf(WORDS)), words: 'I was never careful.' });
    const state = await content.state();
    assert.ok(state.type === 'nothing' && state.text.includes(PP03));
  });

  it('opens a quotation for changing, and changes its words and nothing else', async () => {
    const editor = await begin('# Test\n\nOne said “I was so careful . . . everything” (PP3) at first.\n');
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('careful'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('verbatim.quote');
    await until('the page', () => tabs('verbatim.quote').length === 1);
    const written = '“I was so careful . . . everything”';
    const source = { kind: 'quotation' as const, manuscript: PATH, written, at: document.getText().indexOf(written) };
    const content = (await (await verbatim()).quotes.show(await study(), source)) ?? assert.fail('no page');
    const state = await stateOf(content);
    assert.ok(state.isEdit);
    const [leftOut] = state.draft.composition.marks;
    assert.equal(leftOut?.kind, 'left-out');
    const draft = { ...state.draft, composition: { ...state.draft.composition, marks: [] } };
    await content.receive({ type: 'put', key: state.key, draft });
    assert.equal(document.getText(), '# Test\n\nOne said “I was so careful. I ironed everything” (PP3) at first.\n');
  });

  it('shows what was not said, and by whom, and the light bulb puts both right', async () => {
    const { document } = await begin(
      '# Test\n\n“I was very careful. I ironed everything” (PP3), and “I ironed everything” (PP4).\n',
    );
    await until('both problems', () => diagnostics().length === 2);
    assert.deepEqual(
      diagnostics()
        .map(({ code }) => code)
        .sort(),
      ['quotation-changed', 'quotation-of-another'],
    );
    assert.equal(document.getText(diagnostics().find(({ code }) => code === 'quotation-changed')?.range), 'very');
    const apply = async (title: RegExp): Promise<void> => {
      const actions: vscode.CodeAction[] = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        uriOf(PATH),
        new vscode.Range(2, 0, 2, document.lineAt(2).text.length),
      );
      const action = actions.find(one => title.test(one.title));
      assert.ok(action?.edit, actions.map(one => one.title).join('; '));
      await vscode.workspace.applyEdit(action.edit);
    };
    await apply(/^Say what was said: “so”$/);
    await until('one problem', () => diagnostics().length === 1);
    await apply(/^Attribute it to PP3$/);
    await until('no problem', () => diagnostics().length === 0);
    assert.equal(
      document.lineAt(2).text,
      '“I was so careful. I ironed everything” (PP3), and “I ironed everything” (PP3).',
    );
  });

  it('says on a quotation where it is from', async () => {
    const { document } = await begin('# Test\n\n“I was so careful. I ironed everything” (PP3).\n');
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(2, 6),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map(content => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /Word for word what PP3 said/);
    assert.match(text, /command:verbatim\.showQuotationSource/);
    await vscode.commands.executeCommand('verbatim.showQuotationSource', { uri: uriOf(PP03).toString(), line: 3 });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(PP03).toString());
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 2);
    // Nothing but transcripts opens.
    await vscode.commands.executeCommand('verbatim.showQuotationSource', {
      uri: uriOf('codebook.md').toString(),
      line: 1,
    });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(PP03).toString());
  });

  it('accounts for the quotations on a page and in Markdown', async () => {
    await begin('# Test\n\n“I was so careful. I ironed everything” (PP3). “Never said by anybody at all” (PP4).\n');
    const uri = uriOf('paper/quoting-account.txt');
    try {
      await vscode.commands.executeCommand('verbatim.checkQuotations', { manuscript: PATH, uri });
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.match(
        text,
        /^# Quotations in paper\/quoting-test\.md\n\n- 1 of 2 attributed quotations are what was said/,
      );
      assert.match(text, /\n## To be put right\n/);
      assert.match(text, /\n## Who is quoted\n[\s\S]*\| PP3 \| [^|]* \| 0 \| 1 \| 1 \|/);
      assert.equal(tabs('verbatim.quotations').length, 1);
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });
});
