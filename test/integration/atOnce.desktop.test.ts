import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codePassage } from '../../src/core/coding/actions';
import { parseCodingFile } from '../../src/core/coding/file';
import { takeBack } from '../../src/core/coding/takeBack';
import { CodePoints } from '../../src/core/text/codePoints';
import type { Span } from '../../src/core/text/span';
import { until, uriOf, verbatim } from './support/study';

const TRANSCRIPT = 'transcripts/np-07.md';
/** A coder whom no other test has. */
const CODER = 'AtOnce';
const CODINGS = `codings/${CODER}/transcripts/np-07.jsonl`;
/** So many codings each: the window makes them in the same time as the command line, which starts anew for each. */
const EACH = 12;

describe('the window and the command line at the same time', () => {
  let words: { start: number; end: number; quote: string }[] = [];
  let points: CodePoints;
  let base = '';

  before(async () => {
    const { studies } = await verbatim();
    const opened = await until('the study', () => studies.of(uriOf('codebook.md')));
    const transcript = (await opened.study.transcripts.get(TRANSCRIPT)) ?? assert.fail();
    points = new CodePoints(transcript.text);
    base = transcript.base;
    const found = [...transcript.text.matchAll(/[a-z]{6,}/g)].slice(40, 40 + 2 * EACH);
    words = found.map(match => {
      const start = points.fromUtf16(match.index);
      return { start, end: start + match[0].length, quote: match[0] };
    });
  });
  after(async () => {
    const { studies } = await verbatim();
    const opened = await until('the study', () => studies.of(uriOf('codebook.md')));
    await vscode.workspace.fs.delete(uriOf(`codings/${CODER}`), { recursive: true });
    // As coming back to the window does: watchers may drop what becomes of folders that were just made.
    await studies.refresh();
    assert.equal(opened.study.index.file(CODINGS), undefined);
  });

  /** What the command line does, as a process of its own. */
  function codeOutside({ start, end }: { start: number; end: number }): Promise<number | null> {
    const cli = path.join(
      vscode.extensions.getExtension('verbatim-qda.verbatim')?.extensionPath ?? '',
      'dist',
      'cli.js',
    );
    const passage = ['code', TRANSCRIPT, '--at', `${start}-${end}`, '--code', 'own-story', '--coder', CODER];
    const args = [cli, ...passage, '--study', uriOf('').fsPath];
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
    return new Promise(resolve => spawn(process.execPath, args, { stdio: 'inherit', env }).on('close', resolve));
  }

  it('lose nothing of what they code in one file, and both know all of it', async () => {
    const { studies } = await verbatim();
    const opened = await until('the study', () => studies.of(uriOf('codebook.md')));
    const outside = (async () => {
      for (const place of words.slice(0, EACH)) assert.equal(await codeOutside(place), 0);
    })();
    let isOver = false;
    void outside.finally(() => {
      isOver = true;
    });
    const { study } = opened;
    const code = (span: Span) =>
      codePassage(study, { transcript: TRANSCRIPT, points, base, span }, CODER, [{ id: 'own-story' }]);
    const inside = (async () => {
      for (const span of words.slice(EACH, -1)) await code(span);
      // It goes on writing as long as the other one is at work, and in the end has its last one, too.
      const last = words.at(-1) ?? assert.fail();
      while (!isOver) await takeBack(study, (await code(last)).edits);
      await code(last);
    })();
    await Promise.all([outside, inside]);
    const file = parseCodingFile(readFileSync(uriOf(CODINGS).fsPath, 'utf8'), {
      path: CODINGS,
      coder: CODER,
      transcript: TRANSCRIPT,
    });
    assert.deepEqual(file.problems, []);
    assert.deepEqual(
      file.codings.map(({ at, quote }) => `${at[0]} ${quote}`).sort(),
      words.map(({ start, quote }) => `${start} ${quote}`).sort(),
    );
    assert.equal(new Set(file.codings.map(({ id }) => id)).size, 2 * EACH);
    await until('the window to know them', () => opened.study.index.file(CODINGS)?.codings.length === 2 * EACH);
  });
});
