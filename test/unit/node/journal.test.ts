import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { recodeTo } from '../../../src/core/coding/recode.js';
import type { Journal } from '../../../src/core/ports.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import { Study } from '../../../src/core/study/study.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { digest, formatEntry, formatHead } from '../../../src/node/journal/entries.js';
import { fixedEnvironment } from '../support/environment.js';
import { FILES, IDS } from './support/writingActions.js';

/** An id that no process has. */
const NOBODY = `4194305@${os.hostname()}`;
const [A, B] = ['codings/EA/a.jsonl', 'codings/EA/b.jsonl'];

describe('a change of several files', () => {
  let root = '';
  let store: NodeFileStore;
  const at = (...parts: string[]): string => path.join(root, ...parts);
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  const text = (file: string): string | undefined =>
    existsSync(at(file)) ? readFileSync(at(file), 'utf8') : undefined;
  const replace = (journal: Journal, file: string, from: string | undefined, to: string | undefined) =>
    journal.replace(
      file,
      from === undefined ? undefined : encodeUtf8(from),
      to === undefined ? undefined : encodeUtf8(to),
    );
  const journals = (): string[] => readdirSync(at('.verbatim')).filter(name => name.endsWith('.journal'));
  /** As if whoever wrote the journals that are there had died. */
  const bury = async (journal: Journal): Promise<void> => {
    await journal.leave();
    for (const name of journals()) {
      const [, ...entries] = readFileSync(at('.verbatim', name), 'utf8').split('\n');
      rmSync(at('.verbatim', name));
      writeFileSync(at('.verbatim', `x${name}`), [formatHead(NOBODY), ...entries].join('\n'));
    }
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-journal-'));
    store = new NodeFileStore(root);
    put(A, 'a\n');
    put(B, 'b\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is noted before its first file is changed, and forgotten at its end', async () => {
    const journal = store.journal();
    assert.ok(!existsSync(at('.verbatim')));
    await replace(journal, A, 'a\n', 'A\n');
    assert.equal(journals().length, 1);
    await replace(journal, B, 'b\n', 'B\n');
    await journal.end();
    assert.deepEqual(readdirSync(at('.verbatim')), ['.gitignore']);
    await store.list();
    assert.deepEqual([text(A), text(B)], ['A\n', 'B\n']);
  });

  it('is not noted where nothing was changed', async () => {
    const journal = store.journal();
    assert.equal(await replace(journal, A, 'else\n', 'A\n'), false);
    await journal.end();
    assert.deepEqual(readdirSync(at('.verbatim')), ['.gitignore']);
  });

  it('is taken back by the next start: what was changed, made, removed and moved', async () => {
    put('codings/EA/deep/c.jsonl', 'c\n');
    const journal = store.journal();
    await replace(journal, A, 'a\n', 'A\n');
    await replace(journal, A, 'A\n', 'AA\n');
    await replace(journal, B, 'b\n', undefined);
    await replace(journal, 'codings/new/n.jsonl', undefined, 'n\n');
    await journal.move('codings/EA/deep/c.jsonl', 'codings/else/c.jsonl');
    await bury(journal);
    const stamps = await new NodeFileStore(root).list();
    assert.deepEqual(stamps.map(stamp => stamp.path).sort(), [A, B, 'codings/EA/deep/c.jsonl']);
    assert.deepEqual([text(A), text(B), text('codings/EA/deep/c.jsonl')], ['a\n', 'b\n', 'c\n']);
    assert.deepEqual(readdirSync(at('codings')), ['EA']);
    assert.deepEqual(readdirSync(at('.verbatim')), ['.gitignore']);
  });

  it('is left alone as long as its process lives, be it this one or another', async () => {
    const journal = store.journal();
    await replace(journal, A, 'a\n', 'A\n');
    writeFileSync(
      at('.verbatim', 'y.journal'),
      `${formatHead(`${process.ppid}@${os.hostname()}`)}${entry(B, 'x\n', 'b\n')}`,
    );
    await new NodeFileStore(root).list();
    assert.deepEqual([text(A), text(B), journals().length], ['A\n', 'b\n', 2]);
    await journal.end();
  });

  it('is taken back where another process has the id of the one that died', async () => {
    writeFile('x.journal', `${formatHead(`${process.pid}@${os.hostname()}`)}${entry(A, 'before\n', 'a\n')}`);
    await store.list();
    assert.equal(text(A), 'before\n');
  });

  it('of another machine is taken back only when it is old', async () => {
    writeFile('x.journal', `${formatHead('1@another-machine')}${entry(A, 'before\n', 'a\n')}`);
    await store.list();
    assert.equal(text(A), 'a\n');
    utimesSync(at('.verbatim/x.journal'), 0, 0);
    await store.list();
    assert.equal(text(A), 'before\n');
  });

  it('is taken back although its last line was not written whole', async () => {
    const lines = `${formatHead(NOBODY)}${entry(A, 'before\n', 'a\n')}${entry(B, 'before\n', 'b\n').slice(0, -20)}`;
    writeFile('x.journal', lines);
    writeFile('empty.journal', '');
    await store.list();
    assert.deepEqual([text(A), text(B), journals()], ['before\n', 'b\n', []]);
  });

  it('never leads out of the study, nor to what is hidden, whoever wrote the journal', async () => {
    const hidden = ['.git/config', '.vscode/settings.json'];
    for (const file of hidden) put(file, 'theirs');
    const outside = path.join(path.dirname(root), `${path.basename(root)}-outside.md`);
    writeFileSync(outside, 'theirs');
    const files = [...hidden, `../${path.basename(outside)}`, outside];
    writeFile('x.journal', `${formatHead(NOBODY)}${files.map(file => entry(file, 'ours', 'theirs')).join('')}`);
    await store.list();
    for (const file of [...hidden.map(each => at(each)), outside]) assert.equal(readFileSync(file, 'utf8'), 'theirs');
    rmSync(outside);
  });

  describe('of which somebody changed a file since', () => {
    const cutOff = async (change: () => void): Promise<Study> => {
      for (const [file, content] of Object.entries(FILES)) put(file, content);
      const journal = store.journal();
      await replace(journal, A, 'a\n', 'A\n');
      await replace(journal, B, 'b\n', 'B\n');
      await bury(journal);
      change();
      const study = new Study(new NodeFileStore(root), fixedEnvironment());
      await study.refresh();
      return study;
    };
    const problems = (study: Study) => studyProblems(study).filter(({ rule }) => rule === 'cut-off');

    it('writes over nothing, keeps what was there before, and says so until a person has decided', async () => {
      const study = await cutOff(() => put(B, 'B\ntheirs\n'));
      assert.deepEqual([text(A), text(B), journals()], ['A\n', 'B\ntheirs\n', []]);
      assert.deepEqual(
        problems(study)
          .map(({ file }) => file)
          .sort(),
        [A, B],
      );
      for (const { file, message, remedy } of problems(study)) {
        assert.match(message, /cut off in the middle .* somebody changed one of them meanwhile/);
        const kept = /\.verbatim\/cut-off\/\S+\.jsonl/.exec(remedy)?.[0] ?? assert.fail(remedy);
        assert.equal(text(kept), file === A ? 'a\n' : 'b\n');
        rmSync(at(kept));
      }
      await study.refresh();
      assert.deepEqual(problems(study), []);
    });

    it('is taken back all the same where that one says again what it said before', async () => {
      const study = await cutOff(() => put(B, 'b\n'));
      assert.deepEqual([text(A), text(B), problems(study)], ['a\n', 'b\n', []]);
    });

    it('is not taken back where somebody wrote between two of its steps', async () => {
      const journal = store.journal();
      await replace(journal, A, 'a\n', 'A\n');
      put(A, 'A\ntheirs\n');
      await replace(journal, A, 'A\ntheirs\n', 'AA\ntheirs\n');
      await bury(journal);
      await store.list();
      assert.equal(text(A), 'AA\ntheirs\n');
      assert.deepEqual(
        (await store.cutOff()).map(file => file.path),
        [A],
      );
    });
  });

  it('that the disk does not let be taken back is said, and tried again', async () => {
    writeFile('x.journal', `${formatHead(NOBODY)}${entry(A, 'before\n', 'a\n')}`);
    // What is to be removed before the folder can be written to: a folder has the name of the lock.
    mkdirSync(at('.verbatim/lock'));
    const study = new Study(store, fixedEnvironment());
    await study.refresh();
    const [problem] = studyProblems(study).filter(({ rule }) => rule === 'cut-off');
    assert.match(
      `${problem?.file} ${problem?.message} ${problem?.remedy}`,
      /a\.jsonl .*could not be taken back.*Open the study again/,
    );
    rmSync(at('.verbatim/lock'), { recursive: true });
    await study.refresh();
    assert.deepEqual([text(A), study.cutOff], ['before\n', []]);
  });

  it('leaves a change of one file without a journal', async () => {
    for (const [file, content] of Object.entries(FILES)) put(file, content);
    let begun = 0;
    const counting: NodeFileStore = Object.create(store, {
      journal: {
        value: () => {
          begun++;
          return store.journal();
        },
      },
    });
    const study = new Study(counting, fixedEnvironment());
    await study.refresh();
    await recodeTo(study, IDS.slice(0, 1), [{ id: 'trust' }]);
    assert.equal(begun, 0);
    await recodeTo(study, IDS, [{ id: 'hope' }]);
    assert.equal(begun, 1);
  });

  function entry(file: string, before: string, after: string): string {
    return formatEntry({ path: file, before: encodeUtf8(before), after: digest(encodeUtf8(after)) });
  }

  function writeFile(name: string, content: string): void {
    mkdirSync(at('.verbatim'), { recursive: true });
    writeFileSync(at('.verbatim/.gitignore'), '*\n');
    writeFileSync(at('.verbatim', name), content);
  }
});

describe('what a process leaves behind that dies', () => {
  let repository = '';
  beforeEach(() => {
    repository = mkdtempSync(path.join(os.tmpdir(), 'verbatim-left-'));
    execFileSync('git', ['init', '--quiet'], { cwd: repository });
  });
  afterEach(() => rmSync(repository, { recursive: true, force: true }));
  const status = (): string =>
    execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], { cwd: repository, encoding: 'utf8' });

  for (const below of ['.', 'deep/study']) {
    for (const isIgnoreGone of [false, true]) {
      const where = `${below === '.' ? '' : ', below the root'}${isIgnoreGone ? ', where somebody removed .gitignore' : ''}`;
      it(`does not show in git status, and is swept by the next start${where}`, async () => {
        const root = path.join(repository, below);
        mkdirSync(path.join(root, '.verbatim'), { recursive: true });
        const at = (name: string): string => path.join(root, '.verbatim', name);
        if (!isIgnoreGone) writeFileSync(at('.gitignore'), '*\n');
        for (const name of ['0123456789abcdef.tmp', 'lock.4194305', 'lock.12-34', 'lock.12-34.4194305.1', 'lock'])
          writeFileSync(at(name), NOBODY);
        writeFileSync(at('0123456789abcdef.journal'), formatHead(NOBODY));
        if (!isIgnoreGone) assert.equal(status(), '');
        await new NodeFileStore(root).list();
        assert.deepEqual(readdirSync(at('.')), ['.gitignore']);
        assert.equal(status(), '');
      });
    }
  }

  it('ignores itself again where only what waits for a person is there', async () => {
    const folder = path.join(repository, '.verbatim');
    mkdirSync(path.join(folder, 'cut-off/x'), { recursive: true });
    writeFileSync(path.join(folder, 'cut-off/x/codebook.md'), '# Codebook\n');
    await new NodeFileStore(repository).list();
    assert.deepEqual(readdirSync(folder).sort(), ['.gitignore', 'cut-off']);
    assert.equal(status(), '');
  });

  it('stays where another process is at work', async () => {
    const folder = path.join(repository, '.verbatim');
    mkdirSync(folder);
    writeFileSync(path.join(folder, '.gitignore'), '*\n');
    for (const name of [`lock.${process.ppid}`]) writeFileSync(path.join(folder, name), NOBODY);
    await new NodeFileStore(repository).list();
    assert.deepEqual(readdirSync(folder).sort(), ['.gitignore', `lock.${process.ppid}`]);
  });
});
