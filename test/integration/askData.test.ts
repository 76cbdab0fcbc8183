import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CorpusReader } from '../../src/core/analysis/corpus/corpusReader';
import { ask } from '../../src/core/analysis/query/ask';
import { formatQuery } from '../../src/core/analysis/query/format';
import { atOnce } from '../../src/core/pieces.js';
import { type AnswerFormat, answerDocument } from '../../src/core/report/answer/document';
import type { QueryContent } from '../../src/extension/query/content';
import { beCoder, open, read, until, uriOf, verbatim, write } from './support/study';

const SAVED = 'queries/what-peers-tell.query';
const TITLE = 'What peers tell';

describe('asking the data', () => {
  before(async () => {
    await verbatim();
    await beCoder('TT');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of [SAVED, 'answer.csv', 'answer.md', 'answer.json'])
      await write(path, undefined).catch(() => undefined);
  });

  const opened = async () => {
    const study = await (await verbatim()).studies.of(uriOf('codebook.md'));
    assert.ok(study);
    return study;
  };
  const content = async (): Promise<QueryContent> => {
    const shown = await (await verbatim()).queries.show(await opened());
    assert.ok(shown);
    return shown;
  };
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap(group => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('verbatim.query'));
  /** The answer to a question, once the page has asked it. */
  const answerTo = async (text: string) => {
    const page = await content();
    return until(`the answer to ${text}`, () => {
      const { answer } = page.state();
      return answer?.text === text && answer;
    });
  };

  it('opens one page of the study, with the question that another feature asks', async () => {
    await vscode.commands.executeCommand('verbatim.askData', { query: 'code:own-story and role:peer' });
    const { figures, excerpts } = await answerTo('code:own-story and role:peer');
    assert.deepEqual([figures.participants, figures.excerpts, excerpts.length], [2, 4, 4]);
    await vscode.commands.executeCommand('verbatim.askData', { query: 'code:own-story' });
    assert.equal((await answerTo('code:own-story')).figures.excerpts, 7);
    assert.equal(tabs().length, 1);
  });

  it('asks about the code or theme that a menu was opened on', async () => {
    const node = { kind: 'entry', key: '', opened: await opened(), entryId: 'self-disclosure' };
    await vscode.commands.executeCommand('verbatim.askAboutCode', node);
    assert.equal((await answerTo('code:self-disclosure')).figures.excerpts, 26);
  });

  it('asks what is saved, by its name or from its file, as it stands in the editor', async () => {
    await write(SAVED, `# ${TITLE}\ncode:hope and role:peer\n`);
    await until('the saved question', async () => (await content()).state().saved.some(({ title }) => title === TITLE));
    await vscode.commands.executeCommand('verbatim.askData', { saved: 'what-peers-tell' });
    await answerTo('code:hope and role:peer');
    const editor = await open(SAVED);
    const last = editor.document.lineAt(1).range;
    await editor.edit(edit => edit.replace(last, 'code:hope and role:non-peer'));
    await vscode.commands.executeCommand('verbatim.askSavedQuestion', editor.document.uri);
    await answerTo('code:hope and role:non-peer');
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('says what is wrong with a question, and what may be meant', async () => {
    await vscode.commands.executeCommand('verbatim.askData', { query: 'code:own-story and role:pear' });
    const { problems, excerpts } = await answerTo('code:own-story and role:pear');
    assert.equal(excerpts.length, 0);
    assert.deepEqual(
      problems.map(({ from, to, fixes }) => [from, to, fixes.map(({ text }) => text)]),
      [[19, 28, ['code:own-story and role:peer']]],
    );
  });

  it('shows nothing of colleagues whose work is hidden', async () => {
    const text = 'code:own-story';
    await vscode.commands.executeCommand('verbatim.askData', { query: text });
    const page = await content();
    const becomes = (count: number) =>
      until(`${count} excerpts`, () => page.state().answer?.figures.excerpts === count || undefined);
    await becomes(7);
    await vscode.commands.executeCommand('verbatim.hideColleagues');
    await becomes(0);
    await vscode.commands.executeCommand('verbatim.showColleagues');
    await becomes(7);
  });

  it('exports what the command line prints, in every format', async () => {
    const { seen } = await opened();
    const text = 'code:hope and role:peer';
    const answer = atOnce(ask(text, await new CorpusReader(seen).read()));
    assert.ok(answer.query);
    const answered = { title: TITLE, query: formatQuery(answer.query), excerpts: answer.excerpts };
    assert.ok(answer.excerpts.length > 0);
    for (const format of ['csv', 'md', 'json'] satisfies AnswerFormat[]) {
      const path = `answer.${format}`;
      await (await content()).export({ text, format, uri: uriOf(path) });
      assert.equal(await read(path), [...answerDocument(format, seen, answered)].join(''));
    }
    assert.match((await read('answer.md')) ?? '', /^# What peers tell\n/);
  });

  it('never exports over a file of the study', async () => {
    const before = await read('codebook.md');
    const wish = { text: 'code:hope', format: 'md', uri: uriOf('codebook.md') } as const;
    await assert.rejects(async () => (await content()).export(wish), /file of the study itself/);
    assert.equal(await read('codebook.md'), before);
  });
});
