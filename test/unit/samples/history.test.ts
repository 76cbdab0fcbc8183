import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { OUTCOMES } from '../../../src/core/anchoring/resolution.js';
import { placeProblems, studyProblems } from '../../../src/core/study/problems.js';
import type { Study } from '../../../src/core/study/study.js';
import { openStudy } from '../../../src/node/studies.js';
import { gitIn } from '../support/repository.js';

const SAMPLE = path.resolve('samples/peer-support');

describe('the history of the sample study', () => {
  let root: string;
  before(async () => {
    root = mkdtempSync(path.join(os.tmpdir(), 'verbatim-sample-'));
    const { copyStudy } = await import(pathToFileURL(path.resolve('scripts/lib/study-copy.mjs')).href);
    copyStudy(SAMPLE, root);
  });
  after(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));

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
    assert.deepEqual([counts[0], counts.at(-1)], [0, 80]);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
  });
});
