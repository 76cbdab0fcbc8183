import assert from 'node:assert/strict';
import { desktopParts, ENTRY } from '../support/desktopParts.js';
import { type EditorStandIn, editorStandIn } from '../support/editorStandIn.js';
import { type LoadedParts, loadedParts } from '../support/loadedParts.js';

/** What of the editor looks for files, or reads one. */
const READS = /^workspace\.(fs\.\w+|findFiles|openTextDocument)$/;
const FOLDER = { name: 'study', index: 0, uri: { path: '/study', scheme: 'file', toString: () => 'file:///study' } };

const VALUES = {
  'env.language': 'en',
  'commands.executeCommand': async () => undefined,
  'l10n.t': (text: unknown) => (typeof text === 'string' ? text : ''),
  'workspace.isTrusted': true,
  'workspace.workspaceFolders': [FOLDER],
  'workspace.getWorkspaceFolder': () => FOLDER,
  'workspace.textDocuments': [],
  'workspace.getConfiguration': () => ({ get: (_: string, otherwise: unknown) => otherwise }),
  'window.activeTextEditor': undefined,
  'window.visibleTextEditors': [],
  'window.tabGroups.all': [],
  'window.state': { focused: true },
  // No view is in sight.
  'window.createTreeView().visible': false,
  'window.createTreeView().selection': [],
};

const memory = { get: (_: string, otherwise: unknown) => otherwise, update: async () => undefined, keys: () => [] };
const CONTEXT = { subscriptions: [], workspaceState: memory, globalState: memory, extensionUri: FOLDER.uri };

describe('activating the desktop extension', () => {
  let editor: EditorStandIn;
  let parts: LoadedParts;
  let api: { studies: { all(): Promise<unknown[]> } };

  const reads = (): string[] => editor.called.filter(name => READS.test(name));
  const later = (): string[] => [...parts.loaded].filter(name => name.endsWith('.js') && name !== ENTRY);

  before(async () => {
    const built = await desktopParts();
    const names = [...built.files.values()].flatMap(text =>
      [...text.matchAll(/\.([A-Za-z]\w+)\b/g)].map(each => each[1]),
    );
    editor = editorStandIn(new Set(names.filter(name => name !== undefined)), VALUES);
    parts = loadedParts(built.files, { vscode: editor.vscode });
    const entry = parts.load(ENTRY) as { activate(context: unknown): Promise<typeof api> };
    const activated = entry.activate(CONTEXT);
    await parts.passTime();
    api = await activated;
  });

  it('registers commands, views and providers', () => {
    const counts = new Map<string, number>();
    for (const name of editor.called) counts.set(name, (counts.get(name) ?? 0) + 1);
    assert.ok((counts.get('commands.registerCommand') ?? 0) > 100);
    assert.equal(counts.get('window.createTreeView'), 3);
    assert.ok((counts.get('languages.registerHoverProvider') ?? 0) >= 5);
  });

  it('looks for no study, reads no file and loads no further part', () => {
    assert.deepEqual(reads(), []);
    assert.deepEqual(later(), []);
    // Chance is all it takes of Node: neither files nor programs.
    assert.deepEqual(
      [...parts.loaded].filter(name => !name.endsWith('.js')),
      ['node:crypto'],
    );
  });

  it('nor does it when the window gets the focus or files of the workspace change, as long as nobody looks', async () => {
    const event = { focused: true, path: '/study/codebook.md', affectsConfiguration: () => true, contentChanges: [] };
    assert.ok(editor.listeners.length > 20);
    for (const listener of editor.listeners) {
      try {
        listener(event);
      } catch {
        // An event of another kind: this one is none for it.
      }
    }
    await parts.passTime();
    assert.deepEqual(reads(), []);
  });

  it('looks for the study once somebody asks for it, and loads what reads it', async () => {
    void api.studies.all().catch(() => undefined);
    await parts.passTime();
    assert.ok(reads().length > 0);
    assert.ok(later().length > 0);
    assert.ok(parts.loaded.has('node:fs/promises'));
  });
});
