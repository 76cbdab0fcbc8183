import assert from 'node:assert/strict';
import path from 'node:path';
import { ENGLISH } from '../../../src/core/analysis/sample/english.js';
import { readSample } from '../../../src/core/analysis/sample/readSample.js';
import type { Sample } from '../../../src/core/analysis/sample/sample.js';
import { sampleStatements } from '../../../src/core/analysis/sample/statement.js';
import { addsUp } from '../../../src/core/analysis/sample/sum.js';
import { openStudy } from '../../../src/node/studies.js';
import { fixedEnvironment } from '../support/environment.js';

describe('the account of the whole sample study', () => {
  let sample: Sample;
  before(async () => {
    sample = await readSample(await openStudy(path.resolve('samples/peer-support'), fixedEnvironment()));
  });

  it('is 9 of 11 peers from 6 individual and 2 joint interviews, with the arithmetic', () => {
    const [peers] = sampleStatements(sample, ENGLISH);
    assert.deepEqual(peers, {
      name: 'peer',
      headline: '9 of 11 eligible · 6 interviews, 2 joint interviews',
      arithmetic: '6 interviews (6 people) + 2 joint interviews (4 people) = 10; in both kinds: PP7 −1; 9 people',
      recruitment: '11 approached − 2 declined − 0 excluded = 9; 9 took part: it adds up',
      verdict: 'adds-up',
    });
  });

  it('is 18 others from 11 interviews and 4 focus groups, three of them in both', () => {
    const [, others] = sampleStatements(sample, ENGLISH);
    assert.match(others?.headline ?? '', /^18 of \d+ eligible · 11 interviews, 4 focus groups$/);
    assert.equal(
      others?.arithmetic,
      '11 interviews (11 people) + 4 focus groups (14 places; NP10, NP12, NP14 and NP17 twice: −4; 10 people) = 21; in both kinds: NP4, NP8 and NP16 −3; 18 people',
    );
    assert.equal(others?.verdict, 'adds-up');
  });

  it('is 27 people in 23 sessions, and comes out at every step', () => {
    const { total, groups, sessions } = sample;
    assert.deepEqual([total.people, total.places, total.sessions, sessions.length], [27, 35, 23, 23]);
    for (const { sum } of [...groups, { sum: total }]) assert.ok(addsUp(sum));
  });

  it('tells apart who speaks in a session, but not of what the study is about', () => {
    const outside = sample.sessions.flatMap(({ name, people }) =>
      people.filter(({ presence }) => presence !== 'took-part').map(({ id, presence }) => `${name} ${id} ${presence}`),
    );
    assert.deepEqual(outside, ['np-group-04 NP18 outside']);
    assert.equal(sample.people.find(({ id }) => id === 'NP18')?.presence, 'took-part');
  });
});
