import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
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
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { changeLetterCase, isOneEntry } from '../../../src/node/letterCase.js';

const OLD = 'codings/EA/transcripts/deep/pp 03 ä希望.jsonl';
const NEW = 'codings/EA/interviews/x.jsonl';

describe('moving a file on a disk', () => {
  let outside = '';
  let root = '';
  let store: NodeFileStore;
  const at = (file: string): string => path.join(root, file);
  const put = (file: string, content: string | Uint8Array): void => {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), content);
  };

  beforeEach(() => {
    outside = mkdtempSync(path.join(os.tmpdir(), 'verbatim-move-'));
    root = path.join(outside, 'study');
    mkdirSync(root);
    store = new NodeFileStore(root);
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  it('keeps its bytes and its permissions, makes folders, and leaves none behind that is empty', async () => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x0d, 0x0a, 0x00]);
    put(OLD, bytes);
    put('codings/EA/other.jsonl', '');
    chmodSync(at(OLD), 0o600);
    assert.equal(await store.move(OLD, NEW), true);
    assert.deepEqual(new Uint8Array(readFileSync(at(NEW))), bytes);
    assert.equal(statSync(at(NEW)).mode & 0o777, 0o600);
    assert.deepEqual(readdirSync(at('codings/EA')).sort(), ['interviews', 'other.jsonl']);
    assert.deepEqual(readdirSync(at('.verbatim')), ['.gitignore']);
  });

  it('never writes over another file, and moves nothing that is not there', async () => {
    put(OLD, 'old');
    put(NEW, 'new');
    assert.equal(await store.move(OLD, NEW), false);
    assert.equal(await store.move('nothing.jsonl', 'x.jsonl'), false);
    assert.equal(await store.move(OLD, OLD), false);
    assert.deepEqual([readFileSync(at(OLD), 'utf8'), readFileSync(at(NEW), 'utf8')], ['old', 'new']);
    assert.ok(!existsSync(at('x.jsonl')));
  });

  it('stays in the study', async () => {
    put(OLD, 'old');
    mkdirSync(path.join(outside, 'elsewhere'));
    symlinkSync(path.join(outside, 'elsewhere'), at('linked'));
    await assert.rejects(store.move(OLD, '../x.jsonl'), /outside the study/);
    await assert.rejects(store.move(OLD, 'linked/x.jsonl'), /behind a link/);
    assert.equal(readFileSync(at(OLD), 'utf8'), 'old');
    assert.deepEqual(readdirSync(path.join(outside, 'elsewhere')), []);
  });

  it('says what is in the way where a folder has the new path or a file is where a folder is needed', async () => {
    put(OLD, 'old');
    put('a.jsonl', 'x');
    mkdirSync(at('b.jsonl'));
    assert.equal(await store.move(OLD, 'b.jsonl'), false);
    await assert.rejects(store.move(OLD, 'a.jsonl/b.jsonl'), /was not changed\. A part of its path is a file/);
    assert.equal(readFileSync(at(OLD), 'utf8'), 'old');
  });

  it('lets one of several that want the same path have it', async () => {
    const files = Array.from({ length: 8 }, (_, i) => `codings/EA/${i}.jsonl`);
    for (const file of files) put(file, file);
    const moved = await Promise.all(files.map(file => new NodeFileStore(root).move(file, NEW)));
    assert.equal(moved.filter(Boolean).length, 1);
    const left = files.filter((_, i) => !moved[i]);
    assert.ok(left.every(file => readFileSync(at(file), 'utf8') === file));
    assert.equal(readFileSync(at(NEW), 'utf8'), files[moved.indexOf(true)]);
  });

  it('takes two hard links to one file for two files', async () => {
    put(OLD, 'old');
    mkdirSync(path.dirname(at(NEW)), { recursive: true });
    linkSync(at(OLD), at(NEW));
    put('codings/EA/a.jsonl', 'a');
    linkSync(at('codings/EA/a.jsonl'), at('codings/EA/A.jsonl'));
    assert.equal(await isOneEntry(at(OLD), at(NEW)), false);
    assert.equal(await isOneEntry(at('codings/EA/a.jsonl'), at('codings/EA/A.jsonl')), false);
    assert.equal(await isOneEntry(at(OLD), at('nothing')), false);
    assert.equal(await store.move(OLD, NEW), false);
    assert.equal(readFileSync(at(OLD), 'utf8'), 'old');
  });

  it('writes letter case anew in the names of the file and of the folders it is in', async () => {
    put('codings/EA/transcripts/pp-03.jsonl', 'x');
    put('codings/EA/transcripts/other.jsonl', 'y');
    assert.equal(await isOneEntry(at('codings/EA/transcripts'), at('codings/EA/../EA/transcripts')), true);
    await changeLetterCase(root, 'codings/EA/Transcripts/PP-03.jsonl');
    const names = execFileSync('find', ['codings', '-type', 'f'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
    assert.deepEqual(names.sort(), ['codings/EA/Transcripts/PP-03.jsonl', 'codings/EA/Transcripts/other.jsonl']);
  });
});
