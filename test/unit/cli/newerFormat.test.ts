import assert from 'node:assert/strict';
import { KNOWN_FORMAT } from '../../../src/core/study/config.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import type { VersionSource } from '../../../src/core/versions/source.js';
import { putTogether } from '../../../src/core/versions/together.js';
import { codedStudy, type TemporaryStudy } from './support/study.js';

/** Every verb that writes into a study, as somebody might call it. */
const WRITING = [
  'code transcripts/pp-01.md --quote=it --code hope --coder EA',
  'codebook rename hope Faith',
  'codebook move hope',
  'codebook merge hope self-disclosure',
  'codebook unmerge sharing',
  'codebook import other.qdc',
  'transcripts move transcripts/pp-01.md transcripts/pp-02.md',
  'anchor --refresh',
  'resolve',
  'round open pilot',
  'round close pilot',
  'git setup',
  'git unset',
].map(call => call.split(' '));

describe('a study of a newer format, on the command line', () => {
  let study: TemporaryStudy;
  before(async () => {
    study = await codedStudy();
    study.put('verbatim.json', JSON.stringify({ format: KNOWN_FORMAT + 1 }));
  });
  after(() => study.remove());

  for (const call of WRITING) {
    it(`is not written by verbatim ${call.slice(0, 2).join(' ')}`, async () => {
      const before = study.hash();
      const { exit, err } = await study.run(call);
      assert.equal(exit, 2);
      assert.match(
        err,
        /The study is written in format 2, and this version .* for reading only\.\n {2}Update Verbatim/,
      );
      assert.equal(study.hash(), before);
    });
  }

  it('is not merged by meaning: git merges its files by lines', async () => {
    for (const name of ['base', 'ours', 'theirs']) study.put(name, `# Codebook\n\n## ${name}\n`);
    const { exit, err } = await study.run(['merge-driver', 'base', 'ours', 'theirs', '7', 'codebook.md']);
    assert.equal(exit, 2);
    assert.match(err, /for reading only/);
    assert.equal(study.read('ours'), '# Codebook\n\n## ours\n');
  });

  it('is not put together with one of a format that is known', async () => {
    const git = {
      files: async () => new Map([['verbatim.json', 'b10b']]),
      read: async () => encodeUtf8('{"format": 2}'),
    };
    const made = { relation: 'both', foreign: [], bothChanged: [] };
    const work = { merge: async () => made, conclude: async () => assert.fail('a version was made') };
    const source = { git, work } as unknown as VersionSource;
    await assert.rejects(
      putTogether(
        source,
        'c0ffee',
        async () => new Map(),
        async () => '',
      ),
      /for reading only/,
    );
  });

  it('is read', async () => {
    const { exit, out } = await study.run(['excerpts', '--code', 'hope']);
    assert.equal(exit, 0);
    assert.match(out, /it got quiet/);
    assert.match((await study.run(['check'])).out, /verbatim\.json:1 {2}error {2}newer-format/);
  });
});
