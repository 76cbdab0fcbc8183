import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OUTCOMES } from '../../../src/core/anchoring/resolution.js';
import { placeProblems, studyProblems } from '../../../src/core/study/problems.js';
import type { Study } from '../../../src/core/study/study.js';
import { openStudy } from '../../../src/node/studies.js';
import { gitIn } from '../support/repository.js';
import { copyOfSample, FIRST_SEVEN, type SampleCopy, WHOLE_STUDY } from '../support/sample.js';
import { sessionsIn } from './plainStudy.js';

const SAMPLE = path.resolve('samples/peer-support');

describe('the history of the sample study', function () {
  // Two dozen versions are made, and each is opened.
  this.timeout(60_000);
  let copy: SampleCopy;
  let root: string;
  before(async () => {
    copy = await copyOfSample(WHOLE_STUDY);
    root = copy.root;
  });
  after(() => copy.remove());

  const versions = (...of: string[]): string[] => gitIn(root, ['rev-list', '--reverse', ...of]).split('\n');
  const open = async (version: string): Promise<Study> => {
    gitIn(root, ['checkout', '--quiet', version]);
    return openStudy(root);
  };

  it('ends with the sample as it is', () => {
    gitIn(root, ['checkout', '--quiet', 'main']);
    assert.equal(gitIn(root, ['status', '--porcelain']), '');
    for (const file of gitIn(root, ['ls-tree', '-r', '--name-only', 'main']).split('\n'))
      assert.equal(readFileSync(path.join(root, file), 'utf8'), readFileSync(path.join(SAMPLE, file), 'utf8'), file);
  });

  it('is a study without problems in every version, whose codings are all in their places', async () => {
    for (const version of versions('main', 'mb-second-reading')) {
      const study = await open(version);
      const found = studyProblems(study).filter(({ severity }) => severity !== 'hint');
      for (const transcript of study.transcriptPaths()) {
        found.push(...(await placeProblems(study, transcript)));
        const anchors = await study.anchors(transcript);
        for (const record of study.recordsOf(transcript))
          assert.equal(anchors?.resolve(record).outcome, OUTCOMES[0], `${version} ${record.id}`);
      }
      assert.deepEqual(found, [], version);
    }
  });

  it('begins with uncoded transcripts and grows', async () => {
    const counts: number[] = [];
    for (const version of versions('main')) counts.push((await open(version)).index.size);
    const today = sessionsIn(SAMPLE, '').reduce((sum, { codings }) => sum + codings.length, 0);
    assert.deepEqual([counts.length, counts[0], counts[10], counts.at(-1)], [22, 0, 80, today]);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
  });

  it('ends with a branch on which MB offers changes, and nothing else, to the study as it is', () => {
    assert.equal(gitIn(root, ['rev-parse', 'mb-second-reading~2']), gitIn(root, ['rev-parse', 'main']));
    assert.deepEqual(gitIn(root, ['diff', '--name-only', 'main', 'mb-second-reading']).split('\n'), [
      'codebook.md',
      'codings/MB/transcripts/np-02.jsonl',
      'codings/MB/transcripts/np-07.jsonl',
    ]);
    const dates = gitIn(root, ['log', '--reverse', '--format=%ct', 'mb-second-reading']).split('\n').map(Number);
    assert.deepEqual(
      dates,
      [...dates].sort((a, b) => a - b),
    );
  });

  it('can be made up to its first seven sessions: those versions, and the branch of that time', async () => {
    const first = await copyOfSample(FIRST_SEVEN);
    const log = (of: string): string[] => gitIn(first.root, ['rev-list', '--reverse', of]).split('\n');
    assert.equal(log('main').length, 11);
    // Other tests and the documentation count and quote what is in it.
    assert.equal(log('main')[10], '107a47d18040686f09255500296e0013a0c3b356');
    assert.deepEqual(log('main'), versions('main').slice(0, 11));
    assert.deepEqual(log('mb-second-reading').slice(0, 11), log('main'));
    assert.equal(log('mb-second-reading').length, 13);
    assert.equal(gitIn(first.root, ['status', '--porcelain']), '');
    const study = await openStudy(first.root);
    assert.deepEqual([[...study.transcriptPaths()].length, study.index.size], [7, 80]);
    first.remove();
    await assert.rejects(
      copyOfSample('peer-support@never'),
      /No version of peer-support\.history\.json is named never/,
    );
  });
});
