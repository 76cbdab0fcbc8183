import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { excerptsOf } from '../../src/core/analysis/excerpts';
import { formatCodingLine } from '../../src/core/coding/line';
import { assign, NEW_SORTING, type Sorting } from '../../src/core/coding/sorting';
import { columnBeside } from '../../src/extension/excerpts/besidePage';
import { contextOfExcerpt } from '../../src/extension/excerpts/contextOfExcerpt';
import { beCoder, open, read, until, uriOf, verbatim, write } from './support/study';

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
    const [use] = study.study.index.usesOf(CODE);
    const coding = use?.codings[0];
    assert.ok(use && coding);
    const [excerpt] = await excerptsOf(study.study, use.file, [coding]);
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

  it('are shown with what stands around them, wherever the passage has gone; or it is said why not', async () => {
    const { study } = await opened();
    const [id, transcript, codings] = ['context000', 'transcripts/zz-01.md', 'codings/TT/transcripts/zz-01.jsonl'];
    const text = '**I:** And then?\n\n**PP1:** We waited. It got better. We left.\n';
    const at = text.indexOf('It got better.');
    const quote = 'It got better.';
    const context = [text.slice(0, at).slice(-32), text.slice(at + quote.length).slice(0, 32)] as const;
    await write(transcript, text);
    await write(codings, `${formatCodingLine({ code: CODE, quote, at: [at, at + quote.length], context, id })}\n`);
    const whole = async (isReady: (told: string) => boolean): Promise<string> =>
      until('the context', async () => {
        const answer = await contextOfExcerpt(study, id, 1);
        const told = answer.why ?? answer.context?.turns.map(one => one.before + one.words + one.after).join('|') ?? '';
        return isReady(told) && told;
      });
    assert.match(await whole(told => told.includes('waited')), /We waited\. It got better\. We left\.$/);
    await write(transcript, `A line before.\n\n${text}`);
    await whole(told => told.includes('A line before') || told.includes('And then?'));
    await write(transcript, '**PP1:** It got better.\n\n**I:** Yes.\n\n**PP1:** It got better.\n');
    await whole(told => told.includes('more than once'));
    await write(transcript, '**PP1:** Nothing of it.\n');
    await whole(told => told.includes('not in the transcript any more'));
    await write(transcript, undefined);
    await whole(told => told.includes('no transcript'));
    await write(codings, undefined);
    await until('the end', () => !study.index.has(id));
  });

  it('open beside the page: where the transcript is, else where texts are, else in a new column', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { One, Two, Three, Beside } = vscode.ViewColumn;
    const page = { viewColumn: One } as vscode.WebviewPanel;
    const show = async (path: string, viewColumn: vscode.ViewColumn) =>
      vscode.window.showTextDocument(uriOf(path), { viewColumn, preview: false });
    await show('codebook.md', One);
    assert.equal(columnBeside(page, uriOf('transcripts/np-02.md')), Beside);
    await show('transcripts/np-11.md', Two);
    await show('transcripts/np-02.md', Three);
    await until('three columns', () => vscode.window.tabGroups.all.length === 3);
    assert.equal(columnBeside(page, uriOf('transcripts/np-02.md')), Three);
    assert.equal(columnBeside(page, uriOf('transcripts/np-11.md')), Two);
    assert.equal(columnBeside(page, uriOf('transcripts/pp-03.md')), Two);
  });
});
