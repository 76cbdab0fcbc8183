import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { beCoder, open, read, select, until, uriOf, verbatim, write } from './support/study';

const PATH = 'transcripts/follow.md';
const OWN = 'codings/TT/transcripts/follow.jsonl';
const NOTES = 'codings/TT/transcripts/follow.reading.ndjson';
const COLLEAGUES = 'codings/Bo/transcripts/follow.jsonl';

const TEXT = [
  '**I:** How was it, back then? 😀',
  '',
  '**PP3:** I told them 😀 my own story, and the room grew quieter than before.',
  '',
  '**I:** And what came of it?',
  '',
  '**PP3:** Some came to me afterwards and said that nobody had ever put it that way.',
  '',
].join('\n');

const STORY = 'told them 😀 my own story';
const QUIETER = 'the room grew quieter';
const AFTERWARDS = 'Some came to me afterwards';

/** A record on the first place of its quote, in a text with LF line ends. */
function record(text: string, quote: string, id: string, more: Record<string, string>): string {
  const characters = [...text];
  const start = [...text.slice(0, text.indexOf(quote))].length;
  const end = start + [...quote].length;
  const context = [characters.slice(Math.max(0, start - 32), start).join(''), characters.slice(end, end + 32).join('')];
  const { memo, ...before } = more;
  return `${JSON.stringify({ ...before, quote, at: [start, end], context, ...(memo ? { memo } : {}), id })}\n`;
}

describe('editing a transcript', () => {
  let editor: vscode.TextEditor;

  const coded = async () => {
    const found = await (await verbatim()).documents.get(editor.document);
    assert.ok(found);
    return found;
  };
  /** The words of each coding by its id, and where they begin. */
  const passages = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await coded()).codings.map(({ coding, range }) => [
        coding.id,
        `${range.start.line}:${range.start.character} ${editor.document.getText(range)}`,
      ]),
    );
  const wordsOf = async (id: string): Promise<string | undefined> => (await passages())[id]?.replace(/^\d+:\d+ /, '');
  /** Whoever reads the file finds a coding where it was followed to. */
  const foundOnDisk = async (id: string): Promise<void> => {
    const { opened, codings } = await coded();
    const placed = codings.find(({ coding }) => coding.id === id);
    assert.ok(placed);
    assert.deepEqual((await opened.study.anchors(PATH))?.resolve(placed.coding).span, placed.span);
  };
  /** Saves, and waits until that is dealt with. */
  const save = async (): Promise<void> => {
    await editor.document.save();
    await (await verbatim()).following.settled;
  };
  const run = (command: string): Thenable<unknown> => vscode.commands.executeCommand(command);
  const type = async (text: string): Promise<void> => {
    for (const letter of text) await vscode.commands.executeCommand('type', { text: letter });
  };
  const cursorBehind = (text: string): void => {
    select(editor, text);
    editor.selection = new vscode.Selection(editor.selection.end, editor.selection.end);
  };

  /** Types over words of a passage, one after the other, so that each time something is left of it. */
  const rewrite = async (passage: string, words: readonly (readonly [string, string])[]): Promise<void> => {
    const start = editor.document.getText().indexOf(passage);
    for (const [before, after] of words) {
      const at = editor.document.getText().indexOf(before, start);
      const { document } = editor;
      editor.selection = new vscode.Selection(document.positionAt(at), document.positionAt(at + before.length));
      await type(after);
    }
  };

  /** Makes the study's files and opens the transcript. */
  const begin = async (lineEnd = '\n'): Promise<void> => {
    await write(PATH, TEXT.replaceAll('\n', lineEnd));
    await write(
      OWN,
      record(TEXT, STORY, 'story00000', { code: 'hope' }) + record(TEXT, QUIETER, 'quieter000', { code: 'hope' }),
    );
    await write(NOTES, record(TEXT, 'what came of it', 'note000000', { memo: 'Ask again' }));
    await write(COLLEAGUES, record(TEXT, AFTERWARDS, 'colleague0', { code: 'hope' }));
    editor = await open(PATH);
    await until('all codings to be known', async () => {
      const { codings, notes } = (await (await verbatim()).documents.get(editor.document)) ?? {};
      return codings?.length === 3 && notes?.length === 1;
    });
  };

  before(async () => {
    await verbatim();
    await beCoder('TT');
  });
  afterEach(async () => {
    await run('workbench.action.files.revert');
    await run('workbench.action.closeActiveEditor');
    for (const path of [PATH, OWN, NOTES, COLLEAGUES]) await write(path, undefined);
    await (await verbatim()).studies.refresh();
  });

  for (const [name, lineEnd] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const) {
    it(`brings codings back exactly with undo and redo, whatever was typed (${name})`, async () => {
      await begin(lineEnd);
      const states = [await passages()];
      const texts = [editor.document.getText()];
      const step = async (work: () => Promise<unknown>): Promise<void> => {
        await work();
        states.push(await passages());
        texts.push(editor.document.getText());
      };
      await step(async () => {
        // Above: a new line moves everything.
        editor.selection = new vscode.Selection(0, 0, 0, 0);
        await type('Well 😀,\n');
      });
      await step(async () => {
        // Over a border: the words are changed first, then cut.
        cursorBehind('grew');
        await type(' so much');
        for (let i = 0; i < 6; i++) await run('deleteWordLeft');
      });
      await step(async () => {
        select(editor, STORY);
        await type('x');
      });
      await step(async () => {
        // Several passages at once, over line ends.
        const { document } = editor;
        editor.selection = new vscode.Selection(
          document.positionAt(document.getText().indexOf('PP3') + 9),
          document.lineAt(7).range.end,
        );
        await run('deleteLeft');
      });
      assert.equal((await coded()).codings.length < 3, true);
      assert.equal((await coded()).lost.length > 0, true);
      for (const direction of ['undo', 'redo', 'undo']) {
        const order = direction === 'undo' ? [...texts.keys()].reverse() : [...texts.keys()];
        for (const i of order) {
          for (let presses = 0; editor.document.getText() !== texts[i]; presses++) {
            assert.ok(presses < 60, `${direction} does not come back to step ${i}`);
            await run(direction);
          }
          assert.deepEqual(await passages(), states[i], `${direction}: step ${i}`);
        }
      }
      assert.equal(await wordsOf('story00000'), STORY);
    });
  }

  it('takes what is typed inside a passage in, and leaves out what is typed at its borders', async () => {
    await begin();
    cursorBehind(QUIETER);
    await type(' and calmer');
    cursorBehind('the room');
    await type(' slowly');
    select(editor, QUIETER.replace('the room', 'the room slowly'));
    editor.selection = new vscode.Selection(editor.selection.start, editor.selection.start);
    await type('all ');
    assert.equal(await wordsOf('quieter000'), 'the room slowly grew quieter');
    const placed = (await coded()).codings.find(({ coding }) => coding.id === 'quieter000');
    assert.equal(placed?.outcome, 'changed');
  });

  it('lets codings go with lines that are moved and with text that is cut and pasted', async () => {
    await begin();
    editor.selection = new vscode.Selection(2, 4, 2, 4);
    await run('editor.action.moveLinesDownAction');
    await run('editor.action.moveLinesDownAction');
    assert.deepEqual([await wordsOf('story00000'), await wordsOf('quieter000')], [STORY, QUIETER]);
    const turn = editor.document.lineAt(4);
    assert.ok(turn.text.includes(STORY));
    await editor.edit(edit => edit.delete(turn.rangeIncludingLineBreak));
    assert.equal(await wordsOf('story00000'), undefined);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), `${turn.text}\n\n`));
    assert.deepEqual([await wordsOf('story00000'), await wordsOf('quieter000')], [STORY, QUIETER]);
    const at = (await passages()).story00000;
    await editor.edit(edit => edit.insert(new vscode.Position(editor.document.lineCount - 1, 0), `${turn.text}\n`));
    assert.equal((await passages()).story00000, at);
  });

  it('lists a coding whose passage was typed over as lost until it is back', async () => {
    await begin();
    select(editor, QUIETER);
    await type('silence');
    const lost = async () => (await coded()).lost.map(({ coding, resolution }) => [coding.id, resolution.span]);
    assert.deepEqual(await lost(), [['quieter000', undefined]]);
    while (editor.document.isDirty) await run('undo');
    assert.deepEqual(await lost(), []);
    assert.equal(await wordsOf('quieter000'), QUIETER);
  });

  it('writes nothing while typing, nor on saving what is found again', async () => {
    await begin();
    const before = [await read(OWN), await read(NOTES), await read(COLLEAGUES)];
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await type('Yes. ');
    cursorBehind('the room');
    await type(' really');
    await save();
    await foundOnDisk('quieter000');
    assert.deepEqual([await read(OWN), await read(NOTES), await read(COLLEAGUES)], before);
  });

  it('writes on saving where a passage is that could not be found again, its quote kept, as one undo', async () => {
    await begin();
    const before = await read(OWN);
    const notesBefore = await read(NOTES);
    await rewrite(QUIETER, [
      ['the', 'those'],
      ['room', 'people'],
      ['grew', 'became'],
      ['quieter', 'silent'],
    ]);
    await rewrite('what came of it', [
      ['what', 'who'],
      ['came', 'went'],
      ['of', 'with'],
      ['it', 'her'],
    ]);
    assert.equal(await wordsOf('quieter000'), 'those people became silent');
    assert.equal(await read(OWN), before);
    await save();
    const after = (await read(OWN)) ?? '';
    const [story, quieter] = after
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>);
    assert.equal(after.split('\n')[0], before?.split('\n')[0], 'the line of the other coding is as it was');
    assert.equal(story?.id, 'story00000');
    assert.ok(quieter);
    assert.equal(quieter.quote, QUIETER);
    const text = [...((await read(PATH)) ?? '')];
    assert.equal(text.slice(...(quieter.at as [number, number])).join(''), 'those people became silent');
    assert.match(String(quieter.base), /^[0-9a-f]{12}$/);
    const note = (await read(NOTES)) ?? '';
    assert.notEqual(note, notesBefore);
    assert.match(note, /"quote": ?"what came of it"/);
    const placed = (await coded()).codings.find(({ coding }) => coding.id === 'quieter000');
    assert.equal(placed && editor.document.getText(placed.range), 'those people became silent');
    assert.equal(placed?.outcome, 'changed');
    await foundOnDisk('quieter000');
    await run('verbatim.undo');
    assert.deepEqual([await read(OWN), await read(NOTES)], [before, notesBefore]);
  });

  it('leaves a colleague’s coding alone that cannot be found again, and lists it', async () => {
    await begin();
    const before = await read(COLLEAGUES);
    await rewrite(AFTERWARDS, [
      ['Some', 'Nine'],
      ['came to', 'others saw'],
      ['me', 'him'],
      ['afterwards', 'there'],
    ]);
    assert.equal(await wordsOf('colleague0'), 'Nine others saw him there');
    await save();
    assert.ok((await coded()).lost.some(({ coding }) => coding.id === 'colleague0'));
    assert.equal(await read(COLLEAGUES), before);
    while (editor.document.getText() !== TEXT) await run('undo');
    assert.equal(await wordsOf('colleague0'), AFTERWARDS);
  });

  it('is as on disk after reverting, and knows nothing of what was never saved', async () => {
    await begin();
    const before = await passages();
    select(editor, STORY);
    await type('gone');
    await run('workbench.action.files.revert');
    assert.deepEqual(await passages(), before);
    cursorBehind('told');
    await type(' all of');
    await run('workbench.action.revertAndCloseActiveEditor');
    editor = await open(PATH);
    assert.deepEqual(await passages(), before);
  });

  it('follows many changes at once', async () => {
    await begin();
    const edit = new vscode.WorkspaceEdit();
    const text = editor.document.getText();
    for (const match of text.matchAll(/\w+/g)) {
      const at = editor.document.positionAt(match.index + 1);
      edit.insert(uriOf(PATH), at, '_');
    }
    await vscode.workspace.applyEdit(edit);
    assert.equal(
      await wordsOf('quieter000'),
      QUIETER.replace(/\b\w/g, letter => `${letter}_`),
    );
    await run('undo');
    assert.equal(await wordsOf('quieter000'), QUIETER);
  });

  it('finds a passage again that was typed over, once typing pauses, if its place is certain', async () => {
    await begin();
    select(editor, QUIETER);
    await type('the room then grew quieter');
    assert.equal(await wordsOf('quieter000'), undefined);
    await until('it to be found', async () => (await wordsOf('quieter000')) === 'the room then grew quieter');
  });

  it('follows what a formatter does on saving', async () => {
    await begin();
    const before = await read(OWN);
    const formatter = vscode.languages.registerDocumentFormattingEditProvider('markdown', {
      provideDocumentFormattingEdits(document) {
        const all = new vscode.Range(0, 0, document.lineCount, 0);
        return [vscode.TextEdit.replace(all, document.getText().replaceAll('I ', 'I  ').replaceAll(', ', ',\n'))];
      },
    });
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
    await settings.update('formatOnSave', true, vscode.ConfigurationTarget.Global, true);
    try {
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await type('Yes. ');
      await save();
      await until('the text to be formatted', () => editor.document.getText().includes('I  told'));
      assert.deepEqual([await wordsOf('story00000'), await wordsOf('quieter000')], [STORY, QUIETER]);
      await foundOnDisk('quieter000');
      assert.equal(await read(OWN), before);
    } finally {
      formatter.dispose();
      await settings.update('formatOnSave', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });

  it('finds everything again where another program puts a whole new text into the editor', async () => {
    await begin();
    const more = `**I:** ${'And so we talked on about this and that. '.repeat(40)}\n\n`;
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), more));
    const text = editor.document.getText().replace('How was it', 'What was it like').replaceAll('**I:**', '**INT:**');
    await editor.edit(edit => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), text));
    const found = async () => (await wordsOf('story00000')) === STORY && (await wordsOf('quieter000')) === QUIETER;
    await until('both to be found in the new text', found);
    await run('undo');
    await until('both to be found after undo', found);
  });

  it('takes in what happens to the codings on disk while it has unsaved changes', async () => {
    await begin();
    cursorBehind('the room');
    await type(' slowly');
    const own = (await read(OWN)) ?? '';
    const another = record(TEXT, 'How was it', 'another000', { code: 'hope' });
    await write(OWN, another + own.split('\n').slice(1).join('\n'));
    await until('the new coding to be known', async () => (await wordsOf('another000')) === 'How was it');
    assert.equal(await wordsOf('story00000'), undefined);
    assert.equal(await wordsOf('quieter000'), QUIETER.replace('room', 'room slowly'));
    while (editor.document.isDirty) await run('undo');
    assert.equal(await wordsOf('quieter000'), QUIETER);
    assert.equal(await wordsOf('another000'), 'How was it');
  });
});
