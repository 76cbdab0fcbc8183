import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { excerptsOf } from '../../src/core/analysis/excerpts';
import { assign, NEW_SORTING, type Sorting } from '../../src/core/coding/sorting';
import { beCoder, open, read, until, uriOf, verbatim } from './support/study';

const CODE = 'own-story';

describe('the excerpts of a code', () => {
  before(async () => {
    await verbatim();
    await beCoder('TT');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const opened = async () => {
    const study = await (await verbatim()).studies.of(uriOf('codebook.md'));
    assert.ok(study);
    return study;
  };
  const files = async () => {
    const { study } = await opened();
    const paths = ['codebook.md', ...[...study.index.allFiles()].map(file => file.path).sort()];
    return JSON.stringify(await Promise.all(paths.map(async path => [path, await read(path)])));
  };
  const tabs = () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(tab => tab.label));

  it('open on a page by reference, once for each code', async () => {
    const reference = { uri: uriOf('codebook.md').toString(), code: CODE };
    await vscode.commands.executeCommand('verbatim.showExcerpts', reference);
    const title = (await opened()).study.titleOf(CODE);
    await until('the page', () => tabs().includes(title));
    await vscode.commands.executeCommand('verbatim.showExcerpts', reference);
    // A former id leads to the code it is now; a page is not opened twice.
    await vscode.commands.executeCommand('verbatim.showExcerpts', { ...reference, code: 'sharing' });
    assert.equal(tabs().filter(tab => tab === title).length, 1);
  });

  it('are made the code’s example from the tree, once, and taken back', async () => {
    const study = await opened();
    const before = await read('codebook.md');
    const [file] = study.study.index.filesWith(CODE);
    const coding = file?.codings.find(one => one.code === CODE);
    assert.ok(file && coding);
    const [excerpt] = await excerptsOf(study.study, file, [coding]);
    const node = { kind: 'excerpt', key: '', opened: study, id: coding.id, excerpt };
    await vscode.commands.executeCommand('verbatim.makeExample', node);
    const after = await read('codebook.md');
    assert.notEqual(after, before);
    assert.ok(study.study.entry(CODE)?.example.some(example => example.includes(excerpt?.text ?? '-')));
    await vscode.commands.executeCommand('verbatim.makeExample', node);
    assert.equal(await read('codebook.md'), after);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read('codebook.md'), before);
  });

  it('are made an example from the editor, by where the cursor is', async () => {
    const before = await read('codebook.md');
    const { documents } = await verbatim();
    const editor = await open('transcripts/np-11.md');
    const codings = (await documents.get(editor.document))?.codings ?? [];
    const alone = codings.find(one => codings.filter(other => other.range.contains(one.range.start)).length === 1);
    assert.ok(alone);
    editor.selection = new vscode.Selection(alone.range.start, alone.range.start);
    await vscode.commands.executeCommand('verbatim.makeExample');
    assert.notEqual(await read('codebook.md'), before);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await read('codebook.md'), before);
  });

  it('are sorted into other codes in one step, and one undo brings every file back', async () => {
    const { excerpts } = await verbatim();
    const study = await opened();
    const before = await files();
    const ids = [...study.study.index.codingsWith(CODE)].map(({ coding }) => coding.id);
    assert.ok(ids.length >= 3);
    let sorting: Sorting = { ...NEW_SORTING, targets: ['Told in the room', 'Plain words'] };
    for (const [i, id] of ids.entries()) sorting = { ...sorting, ...assign(sorting, id, (i % 2) + 1) };
    sorting = { ...sorting, ...assign(sorting, 'gone000000', 1) };
    const done = await excerpts.applySplit(study, CODE, sorting);
    assert.deepEqual([done.codes, done.leftOut], [['told-in-the-room', 'plain-words'], ['gone000000']]);
    assert.equal(study.study.index.count(CODE), 0);
    assert.equal(study.study.entry('told-in-the-room')?.parent?.id, 'self-disclosure');
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await files(), before);
    await vscode.commands.executeCommand('verbatim.redo');
    assert.equal(study.study.index.count(CODE), 0);
    await vscode.commands.executeCommand('verbatim.undo');
    assert.equal(await files(), before);
  });
});
