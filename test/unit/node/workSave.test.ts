import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { startRepository } from '../../../src/node/work/startRepository.js';
import { gitIn } from '../support/repository.js';
import { type Copy, SharedStudy } from './support/workStudy.js';

describe('saving a version', function () {
  this.timeout(30_000);
  let shared: SharedStudy;
  let eva: Copy;

  beforeEach(() => {
    shared = new SharedStudy();
    eva = shared.clone('Eva', 'studies/peers');
  });
  afterEach(() => shared.remove());

  const committed = (copy: Copy): string[] =>
    copy.git('show', '--no-renames', '--name-status', '--format=', 'HEAD').split('\n').sort();

  it('takes exactly the files it is told, new, changed and removed ones; what else is changed or staged stays as it is', async () => {
    for (const file of ['transcripts/a.md', 'transcripts/b.md', 'codebook.md', 'codings/EA/a.jsonl'])
      eva.put(file, 'x\n');
    eva.put('../../other.txt', 'x\n');
    eva.commit('start');
    eva.put('transcripts/a.md', 'y\n');
    eva.delete('transcripts/b.md');
    eva.put('codings/EA/transcripts/ä "b"\n希望.jsonl', '{}\n');
    eva.put('memos/new.md', 'n\n');
    eva.put('codebook.md', 'staged\n');
    eva.put('../../other.txt', 'staged\n');
    eva.git('add', 'other.txt', 'studies/peers/codebook.md');
    eva.put('codebook.md', 'after staging\n');
    const work = await eva.work();
    const unsaved = await work.unsaved();
    const odd = 'codings/EA/transcripts/ä "b"\n希望.jsonl';
    assert.deepEqual(unsaved, ['codebook.md', odd, 'memos/new.md', 'transcripts/a.md', 'transcripts/b.md']);
    const made = await work.save([odd, 'transcripts/a.md', 'transcripts/b.md'], 'Coded a\n\n# 14 excerpts\n');
    assert.equal(made, eva.git('rev-parse', 'HEAD'));
    assert.equal(eva.git('log', '-1', '--format=%B%an'), 'Coded a\n\n# 14 excerpts\nEva');
    assert.deepEqual(committed(eva).length, 3);
    assert.equal(eva.git('diff', '--cached', '--name-only'), 'other.txt\nstudies/peers/codebook.md');
    assert.equal(eva.git('show', ':studies/peers/codebook.md'), 'staged');
    assert.deepEqual(await work.unsaved(), ['codebook.md', 'memos/new.md']);
    assert.equal(eva.git('status', '--porcelain').includes('verbatim'), false);
  });

  it('can be the first one, in a folder of which no versions were kept', async () => {
    const root = path.join(shared.folder, 'new');
    mkdirSync(root);
    writeFileSync(path.join(root, 'a.md'), 'x\n');
    assert.equal(await new NodeFileStore(root, () => true).work(), undefined);
    await startRepository(root);
    await startRepository(root);
    const work = (await new NodeFileStore(root, () => true).work()) ?? assert.fail();
    await work.identify('Eva', 'eva@example.org');
    const standing = await work.standing();
    assert.deepEqual([standing.branch, standing.commit, standing.remote], ['main', undefined, undefined]);
    assert.deepEqual(await work.unsaved(), ['a.md']);
    const made = await work.save(['a.md'], 'first');
    assert.equal(gitIn(root, ['log', '--format=%H %P%s']), `${made} first`);
    assert.equal(gitIn(root, ['status', '--porcelain']), '');
    await assert.rejects(startRepository(path.join(root, 'nowhere')), { kind: 'no-git' });
  });

  it('leaves alone what git ignores, what is nobody’s analysis, links, and repositories within', async () => {
    eva.put('../.gitignore', 'draft-*\n');
    eva.put('a.md', 'x\n');
    eva.commit('start');
    for (const file of ['draft-1.md', 'names.csv', 'data.json', '.verbatim/x.md', 'audio.mp3', 'node_modules/x.md'])
      eva.put(file, 'x\n');
    symlinkSync('/etc/passwd', path.join(eva.study, 'link.md'));
    mkdirSync(path.join(eva.study, 'inner'));
    gitIn(path.join(eva.study, 'inner'), ['init', '--quiet']);
    eva.put('inner/a.md', 'x\n');
    const work = await eva.work();
    assert.deepEqual(await work.unsaved(), []);
    eva.put('participants.csv', 'participant\n');
    eva.put('verbatim.json', '{}\n');
    eva.put('codings/EA/discussion.ndjson', '{}\n');
    assert.deepEqual(await work.unsaved(), ['codings/EA/discussion.ndjson', 'participants.csv', 'verbatim.json']);
    const before = eva.git('status', '--porcelain', '--ignored');
    await work.save(await work.unsaved(), 'all');
    assert.deepEqual(
      committed(eva),
      ['codings/EA/discussion.ndjson', 'participants.csv', 'verbatim.json'].map(name => `A\tstudies/peers/${name}`),
    );
    assert.notEqual(eva.git('status', '--porcelain', '--ignored'), before);
    assert.deepEqual(await work.unsaved(), []);
  });

  it('takes what a check changes on the way, as git would', async () => {
    eva.put('a.md', 'x\n');
    eva.commit('start');
    eva.put('a.md', 'y \n');
    eva.hook('pre-commit', 'printf "y\\n" > studies/peers/a.md; git add studies/peers/a.md');
    eva.hook('commit-msg', 'echo "Checked-by: a hook" >> "$1"');
    eva.hook('post-commit', 'exit 3');
    const work = await eva.work();
    await work.save(['a.md'], 'Größer: é\n\nmore');
    assert.equal(eva.git('log', '-1', '--format=%B').trim(), 'Größer: é\n\nmore\nChecked-by: a hook');
    assert.equal(eva.git('show', 'HEAD:studies/peers/a.md'), 'y');
    assert.equal(eva.git('status', '--porcelain'), '');
  });

  it('is about what differs from the last version, whatever was staged, touched or converted', async () => {
    for (const file of ['a.md', 'b.md', 'c.md', 'd.md']) eva.put(file, 'x\r\n');
    eva.git('config', 'core.autocrlf', 'true');
    eva.commit('start');
    const work = await eva.work();
    eva.put('a.md', 'staged\r\n');
    eva.git('add', '--all');
    eva.put('a.md', 'x\r\n');
    eva.git('rm', '--quiet', '--cached', 'studies/peers/b.md');
    eva.put('new.md', 'new\r\n');
    eva.git('add', '--intent-to-add', 'studies/peers/new.md');
    utimesSync(path.join(eva.study, 'c.md'), 1, 1);
    eva.put('d.md', 'x\n');
    assert.deepEqual(await work.unsaved(), ['new.md']);
    const before = eva.git('diff', '--cached', '--name-status');
    await work.save(['new.md', 'a.md', 'b.md'], 'new');
    assert.deepEqual(committed(eva), ['A\tstudies/peers/new.md']);
    assert.equal(eva.git('cat-file', '-s', 'HEAD:studies/peers/new.md'), '4');
    assert.equal(eva.git('diff', '--cached', '--name-status'), before);
  });

  it('starts nothing that settings name to see what has changed, and what the person set up to save it', async () => {
    const marker = path.join(shared.folder, 'started');
    eva.put('a.md', 'x\n');
    eva.commit('start');
    eva.put('../.gitattributes', '*.md filter=own\n');
    eva.put('a.md', 'y\n');
    eva.put('new.md', 'y\n');
    for (const what of ['filter.own.clean', 'filter.own.process', 'core.fsmonitor'])
      eva.git('config', what, `touch '${marker}'; exit 1`);
    eva.git('config', 'filter.own.required', 'true');
    eva.hook('post-index-change', `touch '${marker}'`);
    const work = await eva.work();
    assert.deepEqual(await work.unsaved(), ['a.md', 'new.md']);
    assert.equal(existsSync(marker), false);
    for (const what of ['filter.own.process', 'core.fsmonitor']) eva.git('config', '--unset', what);
    eva.git('config', 'filter.own.clean', 'tr y z');
    await work.save(['a.md'], 'more');
    assert.equal(eva.git('show', 'HEAD:studies/peers/a.md'), 'z');
    eva.git('config', 'filter.a=b.clean', `touch '${marker}'`);
    await assert.rejects(work.unsaved(), { kind: 'other' });
  });

  it('turns a file into a folder and back, and names accents as the disk has them', async () => {
    eva.put('a.md', 'x\n');
    eva.put('e\u0301.md', 'x\n');
    eva.commit('start');
    const work = await eva.work();
    eva.delete('a.md');
    eva.put('a.md/b.md', 'x\n');
    eva.put('e\u0301.md', 'y\n');
    assert.deepEqual(await work.unsaved(), ['a.md', 'a.md/b.md', '\u00e9.md']);
    await work.save(await work.unsaved(), 'more');
    assert.equal(eva.git('status', '--porcelain'), '');
    rmSync(path.join(eva.study, 'a.md'), { recursive: true });
    eva.put('a.md', 'x\n');
    await work.save(await work.unsaved(), 'back');
    assert.equal(eva.git('status', '--porcelain'), '');
  });

  it('is one after the other where two are saved at once, also from several windows', async () => {
    eva.put('a.md', 'x\n');
    eva.commit('start');
    const files = ['1', '2', '3', '4'].map(name => `${name}.md`);
    for (const file of files) eva.put(file, 'x\n');
    await Promise.all(files.map(async file => (await eva.work()).save([file], file)));
    assert.deepEqual(eva.git('log', '-4', '--format=%s').split('\n').sort(), files);
    assert.equal(eva.git('status', '--porcelain'), '');
  });
});
