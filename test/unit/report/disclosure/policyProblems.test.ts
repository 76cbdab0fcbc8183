import assert from 'node:assert/strict';
import { publicIdProblems } from '../../../../src/core/report/disclosure/idProblems.js';
import { withheldProblems } from '../../../../src/core/report/disclosure/withheldProblems.js';
import { Study } from '../../../../src/core/study/study.js';
import { TemporaryStudy } from '../../cli/support/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';

const FILES = {
  'verbatim.json': `{
  "title": "Peers",
  "disclosure": {
    "withhold": [
      "sites",
      "ward",
      "age"
    ],
    "publicIds": "publik"
  }
}
`,
  'participants.csv': 'participant,role,age,public\nPP1,peer,,P1\nAsker,interviewer,,\n',
  'transcripts/a.md': '---\nsite: North\n---\n\nPP1: Hello.\n\nPP1: Yes.\n',
  'transcripts/b.md': '---\nkind: interview\n---\n\nPP1: Hello again.\n\nPP1: Yes.\n',
};

async function opened(files: Readonly<Record<string, string>>): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore(files);
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

describe('what is wrong with a disclosure policy', () => {
  it('is an attribute that nothing is called, at its line and with names that come near', async () => {
    const { study } = await opened(FILES);
    const [sites, ward, ...others] = await withheldProblems(study);
    assert.deepEqual(others, [], 'a column is there however empty it is');
    assert.deepEqual([sites?.file, sites?.line, sites?.severity], ['verbatim.json', 5, 'warning']);
    assert.match(sites?.message ?? '', /“sites”/);
    assert.equal(sites?.remedy, 'Did you mean site?');
    assert.equal(ward?.line, 6);
    assert.match(ward?.remedy ?? '', /column of participants\.csv or of an entry of front matter/);
  });

  it('goes when the attribute comes, in front matter or as a column', async () => {
    const { store, study } = await opened(FILES);
    await withheldProblems(study);
    const names = async (): Promise<string[]> =>
      (await withheldProblems(study)).map(({ message }) => /“(.*)”/.exec(message)?.[1] ?? '');
    store.put('transcripts/b.md', '---\nWard: two\n---\n\nPP1: Hello again.\n');
    await study.refresh();
    assert.deepEqual(await names(), ['sites']);
    store.put('participants.csv', 'participant,role,age,sites\nPP1,peer,,\n');
    await study.refresh();
    assert.deepEqual(await names(), []);
  });

  it('reads front matter only where columns do not have all names, and each file once', async () => {
    const { store, study } = await opened({
      ...FILES,
      'verbatim.json': '{"disclosure": {"withhold": ["age", "role"]}}',
    });
    const before = store.calls.read;
    assert.deepEqual(await withheldProblems(study), []);
    assert.equal(store.calls.read, before);
    const { store: other, study: wanting } = await opened(FILES);
    await withheldProblems(wanting);
    const once = other.calls.read;
    await withheldProblems(wanting);
    assert.equal(other.calls.read, once);
  });

  it('is a column of public ids that is not there: one problem, where it is written', async () => {
    const { study } = await opened(FILES);
    const [problem, ...others] = publicIdProblems(study);
    assert.deepEqual(others, []);
    assert.deepEqual([problem?.file, problem?.line, problem?.severity], ['verbatim.json', 9, 'error']);
    assert.match(problem?.message ?? '', /no column “publik”/);
    assert.equal(problem?.remedy, 'Did you mean public?');
  });

  it('is told by verbatim check, and exports say which column is missing', async () => {
    const study = new TemporaryStudy(FILES);
    try {
      const { exit, out } = await study.run(['check']);
      assert.equal(exit, 1);
      assert.match(out, /^verbatim\.json:5 {2}warning {2}withheld-attribute\n.*“sites”.*\n {2}Did you mean site\?$/m);
      assert.match(out, /^verbatim\.json:9 {2}error {2}public-id\n/m);
      const refused = await study.run(['excerpts']);
      assert.deepEqual([refused.exit, refused.out], [2, '']);
      assert.match(refused.err, /verbatim\.json:9: .*“publik”.*\n {2}Did you mean public\?/);
    } finally {
      study.remove();
    }
  });
});
