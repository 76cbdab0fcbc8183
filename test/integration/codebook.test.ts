import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { VerbatimApi } from '../../src/extension/activate';
import type { OpenStudy } from '../../src/extension/study/openStudy';
import type { EntryNode } from '../../src/extension/themes/nodes';
import { open, read, select, until, uriOf, verbatim, write } from './support/study';

const CODEBOOK = 'codebook.md';
let api: VerbatimApi;
let opened: OpenStudy;
let original: string;

/** The row of a theme or code. */
function row(id: string): EntryNode {
  const entry = opened.study.entry(id);
  assert.ok(entry, `${id} is not in the codebook`);
  return api.tree.nodeOf(opened, entry);
}

const rows = (...ids: string[]): EntryNode[] => ids.map(row);

/** Runs a command on rows, as their menu does, with the answer to its question if it has one. */
async function run(command: string, ids: readonly string[], text?: string): Promise<string> {
  const [first, ...others] = rows(...ids);
  const all = others.length === 0 ? undefined : [first, ...others];
  await vscode.commands.executeCommand(`verbatim.${command}`, first, all, ...(text === undefined ? [] : [{ text }]));
  return (await read(CODEBOOK)) ?? '';
}

/** Runs a command that asks, and takes the answer that stands `down` lines below the first. */
async function runAndPick(command: string, ids: readonly string[], down = 0): Promise<string> {
  let finished = false;
  const done = run(command, ids).then(text => {
    finished = true;
    return text;
  });
  // The first line has the focus as soon as the list is there; going down before that goes nowhere.
  for (let i = 0; i < down; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await until('the picker takes Enter', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return finished;
  });
  return done;
}

/** Takes the last action back and makes sure that the codebook is what it was, byte for byte. */
async function undone(): Promise<void> {
  await vscode.commands.executeCommand('verbatim.undo');
  assert.equal(await read(CODEBOOK), original);
}

async function begin(): Promise<void> {
  api = await verbatim();
  const found = await api.studies.of(uriOf(CODEBOOK));
  assert.ok(found);
  opened = found;
  original = (await read(CODEBOOK)) ?? '';
}

describe('changing the codebook from the tree', () => {
  before(begin);

  it('makes a code in a theme', async () => {
    const text = await run('newCode', ['valuing-the-role'], 'A seat at the table');
    assert.match(text, /\n#### A seat at the table \{#a-seat-at-the-table\}\n/);
    assert.equal(opened.study.entry('a-seat-at-the-table')?.parent?.id, 'valuing-the-role');
    await undone();
  });

  it('makes a theme at the top, whatever is selected', async () => {
    await run('newTheme', ['culture'], 'Language');
    assert.equal(opened.study.entry('language')?.parent, undefined);
    assert.equal(opened.study.entry('language')?.kind, 'theme');
    await undone();
  });

  it('makes a code beside the one it is called on', async () => {
    const home = opened.study.entry('own-story')?.parent?.id;
    await run('newCode', ['own-story'], 'A seat at the table');
    assert.equal(opened.study.entry('a-seat-at-the-table')?.parent?.id, home);
    await undone();
  });

  it('makes a subtheme', async () => {
    await run('newSubtheme', ['culture'], 'Language');
    assert.deepEqual(
      [opened.study.entry('language')?.kind, opened.study.entry('language')?.parent?.id],
      ['theme', 'culture'],
    );
    await undone();
  });

  it('renames: the title changes, the id and all other lines stay', async () => {
    const text = await run('renameEntry', ['bridge'], 'Standing in between');
    assert.equal(text, original.replace('Between family and team {#bridge', 'Standing in between {#bridge'));
    await undone();
  });

  it('refuses a title that is there already, and changes nothing', async () => {
    await run('renameEntry', ['bridge'], 'Plain words');
    assert.equal(await read(CODEBOOK), original);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('defines', async () => {
    await run('defineEntry', ['bridge'], 'The peer carries words from one side to the other.');
    assert.equal(opened.study.entry('bridge')?.definition, 'The peer carries words from one side to the other.');
    await undone();
  });

  it('colours several at once', async () => {
    await runAndPick('chooseColor', ['choosing-the-moment', 'bridge']);
    assert.deepEqual(
      ['choosing-the-moment', 'bridge'].map(id => opened.study.entry(id)?.color),
      ['amber', 'amber'],
    );
    await undone();
  });

  it('sets the phase of a theme and a code', async () => {
    const text = await runAndPick('setPhase', ['culture', 'bridge']);
    assert.match(text, /\{#culture \.theme \.candidate\}/);
    assert.deepEqual(opened.study.entry('bridge')?.classes, ['candidate']);
    await undone();
  });

  it('lets codes mark what is in scope, and no longer', async () => {
    const text = await run('toggleScope', ['bridge']);
    assert.match(text, /\{#bridge color=indigo \.scope\}/);
    assert.match(await run('endScope', ['bridge']), /\{#bridge color=indigo\}/);
    await vscode.commands.executeCommand('verbatim.undo');
    await undone();
  });

  it('moves several to the first place offered, the top', async () => {
    await runAndPick('moveTo', ['bridge', 'only-one']);
    assert.deepEqual(
      opened.study.codebook.roots.slice(-2).map(({ id }) => id),
      ['bridge', 'only-one'],
    );
    await undone();
  });

  it('moves up and down', async () => {
    const order = (): (string | undefined)[] | undefined =>
      opened.study.entry('relationship-building')?.children.map(({ id }) => id);
    const at = order() ?? [];
    await run('moveUp', ['bridge']);
    assert.deepEqual(order()?.indexOf('bridge'), at.indexOf('bridge') - 1);
    await run('moveDown', ['bridge']);
    assert.deepEqual(order(), at);
    await vscode.commands.executeCommand('verbatim.undo');
    await undone();
  });

  it('groups under a new theme', async () => {
    await run('groupEntries', ['bridge', 'plain-words'], 'Words');
    assert.deepEqual(
      opened.study.entry('words')?.children.map(({ id }) => id),
      ['plain-words', 'bridge'],
    );
    await undone();
  });

  it('promotes a code that is used without losing an excerpt, and makes a theme a code', async () => {
    const count = opened.study.index.count('bridge');
    assert.ok(count > 0);
    await run('promoteCode', ['bridge']);
    const bridge = opened.study.entry('bridge');
    assert.deepEqual([bridge?.kind, bridge?.parent?.kind, bridge?.parent?.title], ['code', 'theme', bridge?.title]);
    await undone();
    await run('demoteTheme', ['valuing-the-role']);
    assert.equal(opened.study.entry('valuing-the-role')?.kind, 'code');
    await undone();
  });

  it('merges, and un-merges: every coding file stays as it is', async () => {
    const codings = await read('codings/EA/transcripts/pp-03.jsonl');
    await runAndPick('mergeCodes', ['bridge', 'plain-words']);
    const into = opened.study.entry('bridge');
    assert.ok(into && into.id !== 'bridge');
    assert.equal(opened.study.entry('plain-words'), into);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read(CODEBOOK), original);
    await run('unmergeCode', ['hope']);
    assert.equal(opened.study.entry('role-model')?.id, 'role-model');
    assert.deepEqual(opened.study.entry('hope')?.formerly, []);
    await undone();
    assert.equal(await read('codings/EA/transcripts/pp-03.jsonl'), codings);
  });

  it('deletes at once what nobody uses', async () => {
    assert.equal(opened.study.index.count('by-video'), 0);
    const text = await run('deleteEntries', ['by-video']);
    assert.ok(!text.includes('by-video'));
    await undone();
  });

  it('moves what is dragged, ten codes as one action', async () => {
    const codes = opened.study.codebook.entries.filter(
      entry => entry.kind === 'code' && entry.parent?.id !== 'culture',
    );
    const ten = codes.slice(0, 10).map(({ id }) => id);
    await api.themes.dragAndDrop.drop(row('culture'), rows(...ten));
    assert.deepEqual(
      opened.study
        .entry('culture')
        ?.children.slice(-10)
        .map(({ id }) => id),
      ten,
    );
    await undone();
    await vscode.commands.executeCommand('verbatim.redo');
    assert.equal(opened.study.entry('culture')?.children.length, 13);
    await undone();
  });

  it('refuses to drag a theme into what is in it', async () => {
    await assert.rejects(api.themes.dragAndDrop.drop(row('plain-words'), rows('network-meetings')), /cannot be moved/);
    assert.equal(await read(CODEBOOK), original);
  });

  it('gives dragged excerpts another code, and takes that back in one step', async () => {
    const [transcript] = await api.tree.getChildren(row('bridge'));
    assert.ok(transcript?.kind === 'transcript');
    const path = transcript.uses[0]?.file.path ?? '';
    const codings = await read(path);
    const count = opened.study.index.count('plain-words');
    const dragged = await api.tree.getChildren(transcript);
    await api.themes.dragAndDrop.drop(row('plain-words'), dragged);
    assert.equal(opened.study.index.count('plain-words'), count + dragged.length);
    await undone();
    assert.equal(await read(path), codings);
  });

  it('works on the heading at the cursor when it is called without a row', async () => {
    const editor = await open(CODEBOOK);
    select(editor, '{#bridge');
    await vscode.commands.executeCommand('verbatim.moveUp');
    await until('the code to move', async () => (await read(CODEBOOK)) !== original);
    assert.equal(
      opened.study.entry('bridge')?.parent?.children.findIndex(({ id }) => id === 'bridge'),
      2,
    );
    await undone();
  });

  it('keeps line ends and what it does not understand', async () => {
    const crlf = `\uFEFF${original.replaceAll('\n', '\r\n')}<!-- a note -->\r\n`;
    await write(CODEBOOK, crlf);
    await until('the codebook to be read', () => opened.study.codebook.text.includes('<!-- a note -->'));
    await run('renameEntry', ['bridge'], 'In between');
    const bytes = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await vscode.workspace.fs.readFile(uriOf(CODEBOOK)),
    );
    assert.equal(bytes, crlf.replace('Between family and team {#bridge', 'In between {#bridge'));
    await vscode.commands.executeCommand('verbatim.undo');
    await write(CODEBOOK, original);
    // A file that is being written may be read half; that must not count as the original.
    await until('the codebook to be read', () => opened.study.codebook.text === original);
  });
});

describe('the order and the filter of the tree', () => {
  before(begin);

  const titles = async (): Promise<string[]> =>
    (await api.tree.getChildren())
      .filter(node => node.kind === 'entry')
      .map(node => opened.study.entry(node.entryId)?.title ?? '');

  it('sorts and goes back to the order of the codebook', async () => {
    const inOrder = await titles();
    await vscode.commands.executeCommand('verbatim.sortByName');
    assert.deepEqual(await titles(), [...inOrder].sort(new Intl.Collator(undefined, { numeric: true }).compare));
    await vscode.commands.executeCommand('verbatim.sortByDocument');
    assert.deepEqual(await titles(), inOrder);
  });

  it('shows entries of a phase and their themes only, and says how many it hides', async () => {
    await runAndPick('setPhase', ['only-one']);
    await api.tree.arrangement.filterBy(['candidate']);
    assert.deepEqual(await titles(), ['Opportunities and challenges of the role']);
    const hidden = opened.study.codebook.entries.length - 3;
    await until('the view to say it', () => api.themes.tree.message?.includes(`${hidden} entries are hidden`));
    await vscode.commands.executeCommand('verbatim.clearFilter');
    assert.ok((await titles()).length > 1);
    await until('the view to be silent', () => !api.themes.tree.message);
    await undone();
  });
});
