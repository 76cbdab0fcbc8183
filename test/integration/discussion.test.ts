import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { OpenStudy } from '../../src/extension/study/openStudy';
import { beCoder, open, read, until, uriOf, verbatim, write } from './support/study';

const PP03 = 'transcripts/pp-03.md';
const MINE = 'codings/Bo/discussion.ndjson';
const MO = 'codings/Mo/discussion.ndjson';
/** A coding of the sample study, and its words. */
const CODING = 'pw6e55u57k';
const WORDS = "It's only that I'm there at nine o'clock";

const line = (record: object): string => `${JSON.stringify({ created: '2026-05-04T09:12:03Z', ...record })}\n`;

describe('discussion', () => {
  let opened: OpenStudy;
  beforeEach(async () => {
    await beCoder('Bo');
    const { studies } = await verbatim();
    opened = await until('the study', () => studies.of(uriOf('codebook.md')));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    for (const file of [MINE, MO]) if ((await read(file)) !== undefined) await write(file, undefined);
    const isGone = (file: string): boolean => opened.study.discussion.file(file) === undefined;
    await until('the comments to be gone', () => isGone(MINE) && isGone(MO));
    // Or the next test finds the thread of this one, which is about to go.
    const { discussion } = await verbatim();
    await until('the thread to be gone', () => discussion.threads.find(opened, 'talk000001') === undefined);
  });

  /** A thread as the window has it. */
  const shown = async (id: string) => {
    const { discussion } = await verbatim();
    return until(`the thread ${id}`, () => discussion.threads.find(opened, id));
  };
  const bodies = (widget: vscode.CommentThread): string[] =>
    widget.comments.map(({ body }) => (typeof body === 'string' ? body : body.value));

  it('stands at its passage, follows the typing, and shows what comes from others', async () => {
    await write(MO, line({ comment: 'Hope, or *comfort*?', on: `coding ${CODING}`, id: 'talk000001' }));
    const editor = await open(PP03);
    const { widget } = await shown('talk000001');
    const start = (): string => editor.document.getText(widget.range).slice(0, WORDS.length);
    assert.equal(start(), WORDS);
    assert.deepEqual(bodies(widget), ['Hope\\, or \\*comfort\\*\\?']);
    assert.deepEqual(
      widget.comments.map(({ author, contextValue }) => [author.name, contextValue]),
      [['Mo', 'other']],
    );
    const before = widget.range?.start.line ?? 0;
    await editor.edit(edit => edit.insert(editor.document.lineAt(8).range.end, '\n\nA line more.'));
    await until('the thread to follow', () => widget.range?.start.line === before + 2 && start() === WORDS);
    await write(
      MINE,
      line({ comment: 'Comfort.', reply: 'talk000001', created: '2026-05-05T09:12:03Z', id: 'talk000002' }),
    );
    await until('the reply', () => widget.comments.length === 2);
    assert.equal(widget.comments[1]?.contextValue, 'own');
  });

  it('takes replies, decisions and whether it is settled by its buttons', async () => {
    await write(MO, line({ comment: 'Too broad?', on: 'code hope', id: 'talk000001' }));
    await open('codebook.md');
    const { widget } = await shown('talk000001');
    await vscode.commands.executeCommand('verbatim.sendDecision', { thread: widget, text: 'We split it.' });
    await until('the reply', () => widget.comments.length === 2);
    assert.match((await read(MINE)) ?? '', /^\{"comment": "We split it\.", "reply": "talk000001", "decision": true, /);
    assert.equal(widget.contextValue, 'open');
    await vscode.commands.executeCommand('verbatim.resolveThread', widget);
    await until('it to be resolved', () => widget.contextValue === 'resolved');
    assert.equal(widget.state, vscode.CommentThreadState.Resolved);
    assert.match(widget.label ?? '', /^Hope by being there · resolved by Bo, /);
    await vscode.commands.executeCommand('verbatim.reopenThread', widget);
    await until('it to be open', () => widget.contextValue === 'open');
    await vscode.commands.executeCommand('verbatim.undo');
    await until('it to be resolved again', () => widget.contextValue === 'resolved');
    // Nobody changes what another person wrote, whatever command is called.
    const before = await read(MO);
    await vscode.commands.executeCommand('verbatim.markDecision', widget.comments[0]);
    assert.equal(await read(MO), before);
  });

  it('begins with the words in the box that VS Code opens, about the one coding there', async () => {
    const editor = await open(PP03);
    const at = editor.document.positionAt(editor.document.getText().indexOf(WORDS) + 5);
    const controller = vscode.comments.createCommentController('test', 'Test');
    try {
      const thread = controller.createCommentThread(editor.document.uri, new vscode.Range(at, at.translate(0, 3)), []);
      await vscode.commands.executeCommand('verbatim.sendComment', { thread, text: 'Is this hope?' });
      const text = await until('the comment', () => read(MINE));
      assert.match(text, new RegExp(`^\\{"comment": "Is this hope\\?", "on": "coding ${CODING}", `));
      await until('the box to show it', () => bodies(thread).join() === 'Is this hope\\?');
    } finally {
      controller.dispose();
    }
  });

  it('is still to be found when what it was about is gone', async () => {
    await write(MO, line({ comment: 'And this?', on: 'coding nothing001', id: 'talk000001' }));
    await open(MO);
    const { widget } = await shown('talk000001');
    assert.equal(widget.uri.toString(), uriOf(MO).toString());
    assert.match(widget.label ?? '', /^a coding that is not here/);
  });

  it('has links that go to places of the study and do nothing else', async () => {
    const link = async (argument: unknown): Promise<string> => {
      await vscode.commands.executeCommand('verbatim.followLink', argument);
      return vscode.window.activeTextEditor?.document.uri.toString() ?? '';
    };
    await open(PP03);
    const uri = `${uriOf('').toString().replace(/\/$/, '')}/`;
    assert.equal(await link({ uri, link: 'hope' }), uriOf('codebook.md').toString());
    assert.equal(await link({ uri, link: `pp-03#${CODING}` }), uriOf(PP03).toString());
    for (const hostile of [
      undefined,
      7,
      {},
      { uri, link: 7 },
      { uri, link: '../../etc/passwd' },
      { uri: 'x', link: 'hope' },
    ])
      assert.equal(await link(hostile), uriOf(PP03).toString());
  });
});
