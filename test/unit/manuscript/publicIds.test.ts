import assert from 'node:assert/strict';
import { attributionFor } from '../../../src/core/manuscript/attributionFor.js';
import { balanceOf } from '../../../src/core/manuscript/balance.js';
import { checkManuscript } from '../../../src/core/manuscript/check.js';
import { isWrong } from '../../../src/core/manuscript/checked.js';
import { readManuscript } from '../../../src/core/manuscript/read.js';
import { atOnce } from '../../../src/core/pieces.js';
import { FILES, QuotedStudy } from './support/study.js';

const POLICY = {
  ...FILES,
  'participants.csv': 'participant,role,public\nPP3,peer,P-1\nPP4,peer,P-2\nNP1,non-peer,N-1\n',
  'verbatim.json': '{"disclosure": {"withhold": ["role"], "publicIds": "public"}}',
};

describe('a manuscript of a study with public ids', () => {
  let study: QuotedStudy;
  before(async () => {
    study = await QuotedStudy.of(POLICY);
  });

  it('names people by them, and so does what is said of it', async () => {
    const [right, wrong] = await study.check('“it was quieter after that” (P-1) and then “I stayed” (P-1, peer).');
    assert.deepEqual([right?.verdict, right?.quotation.attribution?.person, right?.remarks], ['verbatim', 'PP3', []]);
    assert.match(wrong?.message ?? '', /^P-1 did not say it; P-2 did: /);
  });

  it('gives somebody away who is named by an id of the study', async () => {
    const [given] = await study.check('“it was quieter after that” (PP3)');
    assert.deepEqual([given?.verdict, given?.remarks.map(({ kind }) => kind)], ['verbatim', ['internal-id']]);
    assert.equal(given && isWrong(given), true);
    assert.equal(given?.remedy, 'Write P-1.');
  });

  it('tells nothing that is withheld', async () => {
    const session = study.corpus.transcripts.find(({ path }) => path.includes('joint'));
    assert.equal(attributionFor('PP3', study.corpus, study.people, session, true).text, 'P-1, joint interview');
    const read = atOnce(readManuscript('paper/m.md', '“it was quieter after that” (P-1)', study.people));
    const checked = await checkManuscript(read, study.corpus, async path => study.files[path] ?? '');
    const balance = balanceOf(checked, study.corpus);
    assert.deepEqual(
      [balance.roles, balance.people.map(({ name, role }) => [name, role])],
      [
        [],
        [
          ['N-1', undefined],
          ['P-1', undefined],
          ['P-2', undefined],
        ],
      ],
    );
  });
});
