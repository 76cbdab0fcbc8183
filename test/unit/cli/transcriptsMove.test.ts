import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { codedStudy, type TemporaryStudy } from './support/study.js';

const OLD = 'transcripts/pp-01.md';
const NEW = 'transcripts/Gespräch 1.md';

describe('verbatim transcripts move', () => {
  let study: TemporaryStudy;
  const at = (file: string): string => path.join(study.root, file);
  const move = (...args: string[]) => study.run(['transcripts', 'move', ...args]);
  const moveJson = async (...args: string[]) => JSON.parse((await move(...args, '--json')).out);
  const codings = async (transcript: string): Promise<unknown> => {
    const { transcripts } = JSON.parse((await study.run(['transcripts', '--json'])).out);
    return transcripts.find((row: { transcript: string }) => row.transcript === transcript)?.coders;
  };

  beforeEach(async () => {
    study = await codedStudy();
    study.put('memos/a.md', 'As [[pp-01]] says.\n');
  });
  afterEach(() => study.remove());

  it('moves the transcript, the codings of all coders and the links in memos', async () => {
    const lines = study.read('codings/JS/transcripts/pp-01.jsonl');
    const { exit, out, err } = await move(OLD, NEW);
    assert.deepEqual([exit, err], [0, '']);
    assert.equal(
      out,
      `Moved ${OLD} to ${NEW}.
  Moved codings/EA/transcripts/pp-01.jsonl to codings/EA/transcripts/Gespräch 1.jsonl.
  Moved codings/JS/transcripts/pp-01.jsonl to codings/JS/transcripts/Gespräch 1.jsonl.
Links in 1 memo written anew: memos/a.md.
`,
    );
    assert.equal(study.read('codings/JS/transcripts/Gespräch 1.jsonl'), lines);
    assert.equal(study.read('memos/a.md'), 'As [[Gespräch 1]] says.\n');
    assert.deepEqual(await codings(NEW), { EA: 2, JS: 3 });
    assert.match((await move(OLD, NEW)).err, /There is no transcript transcripts\/pp-01\.md/);
  });

  it('catches up with a transcript that was moved by hand, whose codings were shown there already', async () => {
    renameSync(at(OLD), at(NEW));
    assert.deepEqual(await codings(NEW), { EA: 2, JS: 3 });
    const { problems } = JSON.parse((await study.run(['check', '--json'])).out);
    const renamed = problems.filter(({ rule }: { rule: string }) => rule === 'transcript-renamed');
    assert.equal(renamed.length, 2);
    assert.match(renamed[0].remedy, /verbatim transcripts move transcripts\/pp-01\.md "transcripts\/Gespräch 1\.md"/);
    const before = study.hash();
    assert.deepEqual((await moveJson(OLD, NEW, '--dry-run')).counts, { transcripts: 0, files: 2, memos: 0, left: 0 });
    assert.equal(study.hash(), before);
    const done = await moveJson(OLD, NEW);
    assert.deepEqual(done.transcripts, [{ from: OLD, to: NEW, moved: false }]);
    assert.deepEqual(done.files[0], {
      coder: 'EA',
      from: 'codings/EA/transcripts/pp-01.jsonl',
      to: 'codings/EA/transcripts/Gespräch 1.jsonl',
      merged: false,
    });
    assert.deepEqual(done.memos, ['memos/a.md']);
  });

  it('moves a folder, and a file into a folder', async () => {
    const { transcripts, counts } = await moveJson('transcripts', 'interviews/2026');
    assert.deepEqual(
      transcripts.map(({ to }: { to: string }) => to),
      ['interviews/2026/group.md', 'interviews/2026/pp-01.md'],
    );
    assert.deepEqual(counts, { transcripts: 2, files: 4, memos: 0, left: 0 });
    assert.ok(!existsSync(at('transcripts')) && existsSync(at('codings/JS/interviews/2026/group.jsonl')));
    assert.equal((await study.run(['transcripts', 'move', 'pp-01.md', 'one/'], 'interviews/2026')).exit, 2);
    const inside = await study.run(['transcripts', 'move', 'pp-01.md', 'one/', '--study', '../..'], 'interviews/2026');
    assert.match(inside.out, /^Moved interviews\/2026\/pp-01\.md to interviews\/2026\/one\/pp-01\.md\.\n/);
    assert.equal((await moveJson('interviews/2026/one/pp-01.md', 'interviews')).counts.transcripts, 1);
    assert.deepEqual(await codings('interviews/pp-01.md'), { EA: 2, JS: 3 });
  });

  it('merges files that are there already, and says so', async () => {
    study.put(
      'codings/EA/transcripts/Gespräch 1.jsonl',
      '{"code": "hope", "quote": "x", "at": [1, 2], "id": "there00001"}\n',
    );
    const { out } = await move(OLD, NEW);
    assert.match(
      out,
      /^ {2}Merged codings\/EA\/transcripts\/pp-01\.jsonl to codings\/EA\/transcripts\/Gespräch 1\.jsonl\.$/m,
    );
    assert.deepEqual(await codings(NEW), { EA: 3, JS: 3 });
  });

  it('says which lines it had to leave', async () => {
    study.put(
      'codings/EA/transcripts/Gespräch 1.jsonl',
      '{"code": "hope", "quote": "x", "at": [1, 2], "id": "there00001"}\n',
    );
    const file = 'codings/EA/transcripts/pp-01.jsonl';
    writeFileSync(at(file), Buffer.concat([readFileSync(at(file)), Buffer.from([0xff, 0x0a])]));
    const { exit, err } = await move(OLD, NEW);
    assert.equal(exit, 1);
    assert.match(err, /^Hint: codings\/EA\/transcripts\/pp-01\.jsonl has lines that are no text/);
    assert.deepEqual([...readFileSync(at(file))], [0xff, 0x0a]);
  });

  it('picks one where several fit', async () => {
    study.put('transcripts/copy.md', study.read(OLD));
    renameSync(at(OLD), at(NEW));
    assert.deepEqual(await codings(NEW), {});
    assert.match(
      (await study.run(['check'])).out,
      /It may be transcripts\/Gespräch 1\.md or transcripts\/copy\.md now\./,
    );
    assert.equal((await move(OLD, NEW)).exit, 0);
    assert.deepEqual(await codings(NEW), { EA: 2, JS: 3 });
  });

  it('refuses what could be a mistake, and moves nothing', async () => {
    const before = study.hash();
    for (const [rule, args] of [
      ['arguments', []],
      ['arguments', [OLD]],
      ['arguments', [OLD, NEW, 'more']],
      ['missing-transcript', ['transcripts/pp-1.md', NEW]],
      ['missing-transcript', ['codebook.md', NEW]],
      ['outside-study', [OLD, '../x.md']],
      ['not-markdown', [OLD, 'transcripts/x.txt']],
      ['not-markdown', [OLD, 'transcripts/x']],
      ['no-transcript', [OLD, 'memos/x.md']],
      ['no-transcript', [OLD, 'codebook.md']],
      ['arguments', ['transcripts', 'transcripts/old']],
      ['refused', [OLD, 'transcripts/group.md']],
    ] as const) {
      const { exit, out } = await move(...args, '--json');
      assert.deepEqual([exit, JSON.parse(out).error.rule], [2, rule], args.join(' '));
    }
    assert.equal(study.hash(), before);
  });
});
