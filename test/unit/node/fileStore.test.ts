import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { baseOf } from '../../../src/core/coding/blobId.js';
import { Study } from '../../../src/core/study/study.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { fixedEnvironment } from '../support/environment.js';

const FILE = 'codings/EA/transcripts/pp-03.jsonl';
const isRoot = process.getuid?.() === 0;

describe('the files of a study on a disk', () => {
  let outside = '';
  let root = '';
  let store: NodeFileStore;
  const at = (...parts: string[]): string => path.join(root, ...parts);
  const put = (file: string, text: string): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  };
  const replace = (file: string, expected: string | undefined, next: string | undefined): Promise<boolean> =>
    store.replace(
      file,
      expected === undefined ? undefined : encodeUtf8(expected),
      next === undefined ? undefined : encodeUtf8(next),
    );

  beforeEach(() => {
    outside = mkdtempSync(path.join(os.tmpdir(), 'verbatim-store-'));
    root = path.join(outside, 'study');
    mkdirSync(root);
    store = new NodeFileStore(root);
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  it('are Markdown, coding lines, study file and tables; hidden and dependency folders are left out', async () => {
    const read = ['verbatim.json', 'codebook.md', FILE, 'participants.csv', 'transcripts/deep/ä 希望.markdown'];
    const not = [
      '.git/x.md',
      '.verbatim/x.md',
      'node_modules/a/README.md',
      'node_modules/x.md',
      'a.txt',
      'transcripts/.hidden.md',
      'a.docx',
    ];
    for (const file of [...read, ...not]) put(file, 'text');
    const stamps = await store.list();
    assert.deepEqual(stamps.map(stamp => stamp.path).sort(), [...read].sort());
    for (const file of not) assert.equal(await store.stamp(file), undefined, file);
    for (const stamp of stamps) assert.deepEqual(await store.stamp(stamp.path), stamp);
  });

  it('have the id under which git stores them, line ends converted as the repository wants it; git is asked only if allowed', async () => {
    const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    git('init', '--quiet');
    git('config', 'core.autocrlf', 'true');
    put('transcripts/pp-03.md', 'I: Why?\r\n\r\nPP3: Because.\r\n');
    const study = new Study(new NodeFileStore(root, () => true), fixedEnvironment());
    const stored = baseOf(encodeUtf8('I: Why?\n\nPP3: Because.\n'));
    assert.equal((await study.transcripts.get('transcripts/pp-03.md'))?.base, stored);
    assert.equal(await store.gitBlobId('transcripts/pp-03.md'), undefined);
  });

  it('are none where the folder is missing', async () => {
    const nowhere = new NodeFileStore(at('nowhere'));
    assert.deepEqual(
      [await nowhere.list(), await nowhere.read('a.md'), await nowhere.stamp('a.md')],
      [[], undefined, undefined],
    );
  });

  it('are read as bytes; what is not there is undefined', async () => {
    put('a.md', '\ufeffä\r\n');
    assert.equal(decodeUtf8((await store.read('a.md')) ?? assert.fail()), '\ufeffä\r\n');
    assert.equal(await store.read('b.md'), undefined);
    assert.equal(await store.read('a.md/b.md'), undefined);
  });

  it('are made with the folders they need, changed and removed', async () => {
    assert.equal(await replace(FILE, undefined, 'one\n'), true);
    assert.equal(readFileSync(at(FILE), 'utf8'), 'one\n');
    assert.equal(await replace(FILE, 'one\n', 'two\n'), true);
    assert.equal(readFileSync(at(FILE), 'utf8'), 'two\n');
    assert.equal(await replace(FILE, 'two\n', undefined), true);
    assert.equal(await store.read(FILE), undefined);
  });

  it('are left alone when they are not what was expected', async () => {
    put(FILE, 'theirs\n');
    const before = statSync(at(FILE), { bigint: true });
    for (const [expected, next] of [
      ['mine\n', 'new\n'],
      [undefined, 'new\n'],
      ['mine\n', undefined],
      [undefined, undefined],
    ] as const) {
      assert.equal(await replace(FILE, expected, next), false);
    }
    assert.equal(await replace('new.md', 'was here', 'x'), false);
    const after = statSync(at(FILE), { bigint: true });
    assert.deepEqual(
      [after.ino, after.mtimeNs, readFileSync(at(FILE), 'utf8')],
      [before.ino, before.mtimeNs, 'theirs\n'],
    );
    assert.equal(await store.read('new.md'), undefined);
  });

  it('are replaced in one step: a reader has the old file or the new one', async () => {
    put(FILE, 'old\n'.repeat(50_000));
    const versions = new Set(['old\n'.repeat(50_000), 'new\n'.repeat(60_000)]);
    let done = false;
    const reading = (async () => {
      while (!done)
        assert.ok(versions.has(decodeUtf8((await store.read(FILE)) ?? assert.fail('no file'))), 'half a file');
    })();
    let [now, next] = [...versions] as [string, string];
    for (let i = 0; i < 20; i++) {
      assert.equal(await replace(FILE, now, next), true);
      [now, next] = [next, now];
    }
    done = true;
    await reading;
  });

  it('keep their permissions', async () => {
    put('a.md', 'x');
    execFileSync('chmod', ['600', at('a.md')]);
    await replace('a.md', 'x', 'y');
    assert.equal(statSync(at('a.md')).mode & 0o777, 0o600);
  });

  it('outside the study are neither read nor written', async () => {
    writeFileSync(path.join(outside, 'secret.md'), 'secret');
    for (const file of ['../secret.md', 'a/../../secret.md', path.join(outside, 'secret.md'), '', '.']) {
      await assert.rejects(store.read(file), /outside the study/, file);
      await assert.rejects(replace(file, undefined, 'x'), /outside the study/, file);
    }
    assert.deepEqual(readdirSync(outside).sort(), ['secret.md', 'study']);
  });

  it('behind a link that leads out are not written', async () => {
    mkdirSync(path.join(outside, 'elsewhere'));
    writeFileSync(path.join(outside, 'elsewhere', 'a.md'), 'theirs');
    symlinkSync(path.join(outside, 'elsewhere'), at('codings'));
    symlinkSync(path.join(outside, 'elsewhere', 'a.md'), at('linked.md'));
    symlinkSync(path.join(outside, 'nowhere'), at('memos'));
    const refused = /behind a link that leads elsewhere\. Nothing was written/;
    await assert.rejects(replace('codings/EA/b.jsonl', undefined, 'x'), refused);
    await assert.rejects(replace('codings/a.md', 'theirs', undefined), refused);
    await assert.rejects(replace('linked.md', 'theirs', 'x'), refused);
    await assert.rejects(replace('memos/a.md', undefined, 'x'), refused);
    assert.deepEqual(readdirSync(path.join(outside, 'elsewhere')), ['a.md']);
    assert.equal(readFileSync(path.join(outside, 'elsewhere', 'a.md'), 'utf8'), 'theirs');
    assert.deepEqual(
      (await store.list()).map(stamp => stamp.path),
      [],
    );
    assert.equal(await store.stamp('linked.md'), undefined);
  });

  it('are not written when Verbatim’s own folder is a link that leads out', async () => {
    mkdirSync(path.join(outside, 'elsewhere'));
    symlinkSync(path.join(outside, 'elsewhere'), at('.verbatim'));
    await assert.rejects(replace('a.md', undefined, 'x'), /behind a link/);
    assert.deepEqual(readdirSync(path.join(outside, 'elsewhere')), []);
  });

  it('may be in a study that is itself reached by a link', async () => {
    symlinkSync(root, path.join(outside, 'link'));
    const linked = new NodeFileStore(path.join(outside, 'link'));
    assert.equal(await linked.replace(FILE, undefined, encodeUtf8('x')), true);
    assert.equal(readFileSync(at(FILE), 'utf8'), 'x');
  });

  it('show nothing of Verbatim’s own to git, and leave no temporary file behind', async () => {
    execFileSync('git', ['init', '--quiet'], { cwd: root });
    await replace('codebook.md', undefined, '# Codebook\n');
    await replace('codebook.md', '# Codebook\n', '# Codebook\n\n');
    await replace('codebook.md', 'other', 'x');
    const status = execFileSync('git', ['status', '--porcelain', '--untracked-files=all'], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(status, '?? codebook.md\n');
    assert.deepEqual(readdirSync(at('.verbatim')), ['.gitignore']);
  });

  describe('that the disk refuses to write', () => {
    const assertClear = async (file: string, message: RegExp): Promise<void> => {
      await assert.rejects(replace(file, undefined, 'x'), (error: Error) => {
        assert.ok(error.message.startsWith(`${file} was not changed.`), error.message);
        assert.match(error.message, message);
        return true;
      });
      assert.deepEqual(
        readdirSync(at('.verbatim')).filter(name => name.endsWith('.tmp') || name === 'lock'),
        [],
      );
    };

    beforeEach(async () => {
      await replace('first.md', undefined, 'x');
    });

    it('are named with the reason where a folder is in the way', async () => {
      mkdirSync(at(FILE), { recursive: true });
      await assertClear(FILE, /There is a folder of that name/);
    });

    it('are named with the reason where a file is in the way of a folder', async () => {
      put('codings', 'a file');
      await assertClear(FILE, /a file where a folder is needed/);
      assert.equal(readFileSync(at('codings'), 'utf8'), 'a file');
    });

    it('are named with the reason where the name is too long', async () => {
      await assertClear(`${'x'.repeat(300)}.md`, /too long/);
    });

    it('are as they were where the folder is read-only', async function () {
      if (isRoot || process.platform === 'win32') this.skip();
      put('locked/a.md', 'x');
      execFileSync('chmod', ['500', at('locked')]);
      await assert.rejects(replace('locked/a.md', 'x', 'y'), /not allowed to write/);
      execFileSync('chmod', ['700', at('locked')]);
      assert.equal(readFileSync(at('locked/a.md'), 'utf8'), 'x');
    });
  });
});
