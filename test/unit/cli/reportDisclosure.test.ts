import assert from 'node:assert/strict';
import { code, TemporaryStudy, UNCODED } from './support/study.js';

/** What a report tells under a disclosure policy. */
describe('verbatim report under a disclosure policy', () => {
  let study: TemporaryStudy;
  beforeEach(async () => {
    study = new TemporaryStudy({
      ...UNCODED,
      'participants.csv':
        'participant,role,site,public\nPP1,peer,Hilltop,Ash\nNP1,non-peer,Hilltop,Birch\nNP2,non-peer,Valley,Cedar\n',
      'verbatim.json':
        '{"title": "What PP1 said", "disclosure": {"withhold": ["site"], "smallestCell": 3, "publicIds": "public"}}',
      'paper/coreq.md': '## 3. Occupation\n\nPP1 knew one of us.\n',
    });
    await code(study, 'pp-01.md', 'my own story', 'self-disclosure', 'EA');
    await code(study, 'group.md', 'They bring hope', 'hope', 'EA');
  });
  afterEach(() => study.remove());

  it('names nobody by an id of the study, and tells no withheld attribute or small number', async () => {
    for (const format of ['md', 'html']) {
      const { exit, out } = await study.run(['report', '--format', format]);
      assert.equal(exit, 0);
      assert.doesNotMatch(out, /\b[PN]P[12]\b|Hilltop|Valley|pp-01/i, format);
      assert.match(out, /What Ash said/);
      assert.match(out, /held back/);
      assert.doesNotMatch(out, /\b[12] of [123] (?:peer|non-peer)/);
    }
    const { out } = await study.run(['report']);
    assert.match(out, /Held back by the study’s disclosure policy: site\./);
  });

  it('says who said it by public ids, without roles where few of one did', async () => {
    const { out } = await study.run(['report']);
    assert.match(out, /^\| Word \| Said it \| /m);
    assert.match(out, /\| 2 of 3: Ash, Birch \| – \| Cedar \|/);
    assert.match(out, /Who said what is not told by role or kind/);
    assert.match(out, /There is no matrix by role and kind here/);
    assert.doesNotMatch(out, /peer \(of|\| (?:non-)?peer \|/);
  });

  it('tells everything by role where no cell is small', async () => {
    study.put('verbatim.json', '{"disclosure": {"withhold": ["site"], "smallestCell": 1, "publicIds": "public"}}');
    const { out } = await study.run(['report']);
    assert.match(out, /^\| peer \| \w+ \| 1 of 1: Ash \|/m);
    assert.match(out, /peer \(of 1\)/);
  });

  it('tells the team everything where it asks for it, and says so', async () => {
    const { out, err } = await study.run(['report', '--internal']);
    assert.match(out, /What PP1 said/);
    assert.equal(err.match(/for the team alone/g)?.length, 1);
  });

  it('is not written where the policy cannot be followed', async () => {
    study.put('verbatim.json', '{"disclosure": {"withold": ["site"]}}');
    const { exit, out, err } = await study.run(['report']);
    assert.deepEqual([exit, out], [2, '']);
    assert.match(err, /verbatim\.json/);
  });
});
