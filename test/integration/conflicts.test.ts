import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Deciding, type Decisions } from '../../src/core/analysis/questions/deciding';
import { formatCodingLine } from '../../src/core/coding/line';
import type { FileVersions } from '../../src/core/merge/merge';
import { ChoiceMemory } from '../../src/extension/conflicts/choiceMemory';
import { ConflictsContent } from '../../src/extension/conflicts/conflictsContent';
import type { Page } from '../../src/extension/pages/page';
import type { Flash } from '../../src/extension/reveal/flash';
import type { FromPage, QuestionsState, ToPage } from '../../src/webview/conflicts/protocol';
import { open, read, until, uriOf, verbatim, write } from './support/study';

const TRANSCRIPT = 'transcripts/zz-03.md';
const CODINGS = 'codings/TT/transcripts/zz-03.jsonl';
const TEXT = '**PP1:** We waited in the corridor. It got better with the tea. We left before noon.\n';
const QUOTE = 'It got better with the tea.';
const TITLE = 'Questions to Decide';

function line(over: { readonly code?: string; readonly memo?: string } = {}): string {
  const start = TEXT.indexOf(QUOTE);
  const at = [start, start + QUOTE.length] as const;
  const context = [TEXT.slice(0, start).slice(-32), TEXT.slice(at[1]).slice(0, 32)] as const;
  return `${formatCodingLine({ code: 'own-story', quote: QUOTE, at, context, ...over, id: 'conflict00' })}\n`;
}

const CROSSED: FileVersions = {
  path: CODINGS,
  bases: [line()],
  ours: line({ code: 'slowing-down', memo: 'One' }),
  theirs: line({ code: 'choosing-the-moment', memo: 'Two' }),
};
const MARKED = `<<<<<<< HEAD\n${CROSSED.ours}=======\n${CROSSED.theirs}>>>>>>> other\n`;

describe('questions to decide', () => {
  before(async () => {
    await write(TRANSCRIPT, TEXT);
    await opened();
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(TRANSCRIPT, undefined);
    await vscode.workspace.fs.delete(uriOf('codings/TT'), { recursive: true });
    // A watcher may miss it, and the tests that follow look at the study as it is.
    await until('nothing of it left', async () => {
      await vscode.commands.executeCommand('verbatim.refresh');
      const { study } = await opened();
      return study.index.file(CODINGS) === undefined && !study.exists(TRANSCRIPT);
    });
  });

  const opened = async () => {
    const study = await (await verbatim()).studies.of(uriOf('codebook.md'));
    assert.ok(study);
    return study;
  };
  const tabs = (): vscode.Tab[] =>
    vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all).filter(({ label }) => label === TITLE);

  /** A memory as a window has it, which may be reloaded. */
  function memento(): vscode.Memento {
    const kept = new Map<string, unknown>();
    const get = (key: string, otherwise?: unknown): unknown => kept.get(key) ?? otherwise;
    return {
      keys: () => [...kept.keys()],
      get: get as vscode.Memento['get'],
      update: async (key, value) => void kept.set(key, JSON.parse(JSON.stringify(value))),
    };
  }

  /** What stands behind a page, without the page: what was sent to it, and the answer. */
  async function behind(file: FileVersions, memory: vscode.Memento) {
    const sent: ToPage[] = [];
    const answers: (Decisions | undefined)[] = [];
    const panel = { visible: true };
    let refreshed = 0;
    const post = async (message: ToPage): Promise<void> => void sent.push(message);
    const page = { panel, refresh: () => refreshed++, post, tell: () => undefined };
    const { studies } = await verbatim();
    const request = { title: 'Test', ours: 'Here (TT)', theirs: 'MB', files: [file] };
    const content = new ConflictsContent(
      { opened: await opened(), request, deciding: new Deciding([file]), answer: decisions => answers.push(decisions) },
      page as unknown as Page<ToPage, FromPage>,
      { studies, flash: {} as Flash, memory: new ChoiceMemory(memory, await opened()) },
    );
    const state = async (): Promise<QuestionsState> => {
      const now = await content.state();
      assert.ok(now.type === 'questions');
      return now;
    };
    return { content, sent, answers, state, refreshed: () => refreshed };
  }

  it('are sent whole, with what is decided; a choice is answered by all choices', async () => {
    const { content, sent, answers, state } = await behind(CROSSED, memento());
    const { questions, choices, sides, title } = await state();
    assert.deepEqual([title, sides, choices], ['Test', { ours: 'Here (TT)', theirs: 'MB' }, {}]);
    assert.deepEqual(
      questions.map(({ aspect }) => aspect),
      ['code', 'memo'],
    );
    assert.equal(questions[0]?.passage?.isToday, true);
    assert.deepEqual(questions[0]?.ours.words, [{ text: 'Slowing down', kind: 'same' }]);
    const [code, memo] = questions.map(({ key }) => key) as [string, string];
    await content.receive({ type: 'choose', key: code, choice: 'theirs' });
    assert.deepEqual(sent.at(-1), { type: 'choices', choices: { [code]: 'theirs' } });
    // What is not offered, or is no question, is not taken.
    await content.receive({ type: 'choose', key: code, choice: 'both' });
    await content.receive({ type: 'choose', key: 'other', choice: 'ours' });
    assert.deepEqual((await state()).choices, { [code]: 'theirs' });
    // Nothing is finished before all is decided.
    await content.receive({ type: 'finish' });
    assert.equal(answers.length, 0);
    await content.receive({ type: 'choose', key: memo, choice: 'both' });
    await content.receive({ type: 'choose', key: code });
    assert.deepEqual((await state()).choices, { [memo]: 'both' });
    await content.receive({ type: 'choose', key: code, choice: 'ours' });
    await content.receive({ type: 'finish' });
    assert.deepEqual(
      answers.map(one =>
        [...(one ?? new Map<string, ReadonlyMap<string, string>>())].map(([path, chosen]) => [
          path,
          [...chosen.values()],
        ]),
      ),
      [[[CODINGS, ['ours', 'both']]]],
    );
    content.dispose();
  });

  it('put off keep what was decided, until one of the sides says something else', async () => {
    const memory = memento();
    const first = await behind(CROSSED, memory);
    const [code, memo] = (await first.state()).questions.map(({ key }) => key) as [string, string];
    await first.content.receive({ type: 'choose', key: code, choice: 'theirs' });
    await first.content.receive({ type: 'choose', key: memo, choice: 'ours' });
    await first.content.receive({ type: 'later' });
    assert.deepEqual(first.answers, [undefined]);
    first.content.dispose();
    const again = await behind(CROSSED, memory);
    assert.deepEqual((await again.state()).choices, { [code]: 'theirs', [memo]: 'ours' });
    again.content.dispose();
    const other = await behind({ ...CROSSED, theirs: line({ code: 'choosing-the-moment', memo: 'Three' }) }, memory);
    assert.deepEqual((await other.state()).choices, { [code]: 'theirs' });
    other.content.dispose();
  });

  it('are not asked where nothing is in question; a page that is closed puts them off, and so does a newer one', async () => {
    const { conflicts } = await verbatim();
    const request = {
      title: 'Test',
      ours: 'Here',
      theirs: 'MB',
      files: [{ path: 'a.md', bases: ['a'], ours: 'a', theirs: 'b' }],
    };
    assert.equal((await conflicts.decide(await opened(), request))?.size, 0);
    assert.equal(tabs().length, 0);
    const first = conflicts.decide(await opened(), { ...request, files: [CROSSED] });
    const [before] = await until('the page', () => tabs().length === 1 && tabs());
    const second = conflicts.decide(await opened(), { ...request, files: [CROSSED] });
    assert.equal(await first, undefined);
    const [tab] = await until('the second page alone', () => tabs().length === 1 && tabs()[0] !== before && tabs());
    await vscode.window.tabGroups.close(tab as vscode.Tab);
    assert.equal(await second, undefined);
  });

  it('wait in files with conflict marks: above the first mark, and in the light bulb', async () => {
    await write(CODINGS, MARKED);
    const { document } = await open(CODINGS);
    const lenses = await until('the way to decide', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      const own = found.filter(({ command }) => command?.command === 'verbatim.decideQuestions');
      return own.length > 0 && own;
    });
    assert.deepEqual(
      lenses.map(({ range }) => range.start.line),
      [0],
    );
    const fixes = async (at: number): Promise<string[]> => {
      const range = new vscode.Range(at, 0, at, 1);
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      return found.map(({ title }) => title).filter(title => title.startsWith('Decide'));
    };
    assert.deepEqual(await fixes(2), ['Decide: both versions side by side…']);
    assert.deepEqual(await fixes(1), []);
  });

  it('between marks are asked with nothing under way; putting them off leaves the file as it is', async () => {
    const running = vscode.commands.executeCommand('verbatim.decideQuestions', uriOf(CODINGS));
    const [tab] = await until('the page', () => tabs().length === 1 && tabs());
    await vscode.window.tabGroups.close(tab as vscode.Tab);
    await running;
    assert.equal(await read(CODINGS), MARKED);
  });

  it('between marks with nothing in question are no question: the file is mended, and undo brings the marks back', async () => {
    const other = line({ memo: 'Another' }).replace('conflict00', 'conflict01');
    const marked = `${line()}<<<<<<< HEAD\n${other}||||||| base\n=======\n>>>>>>> other\n`;
    await write(CODINGS, marked);
    await open(CODINGS);
    await until('the marks', async () => {
      await vscode.commands.executeCommand('verbatim.refresh');
      return (await opened()).study.index.file(CODINGS)?.problems.length === 4;
    });
    await vscode.commands.executeCommand('verbatim.decideQuestions', uriOf(CODINGS));
    assert.equal(await read(CODINGS), line() + other);
    assert.equal(tabs().length, 0);
    await vscode.commands.executeCommand('verbatim.undo');
    await until('the marks again', async () => (await read(CODINGS)) === marked);
  });
});
