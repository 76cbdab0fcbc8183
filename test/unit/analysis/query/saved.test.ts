import assert from 'node:assert/strict';
import { queryProblems } from '../../../../src/core/analysis/query/saved/problems.js';
import { savedQueries, saveQuery } from '../../../../src/core/analysis/query/saved/save.js';
import { ChangeRefused } from '../../../../src/core/codebook/change.js';
import { makeAgain, takeBack } from '../../../../src/core/coding/takeBack.js';
import { Study } from '../../../../src/core/study/study.js';
import { fixedEnvironment } from '../../support/environment.js';
import { MemoryStore } from '../../support/memoryStore.js';
import { FILES } from './support/smallCorpus.js';

const PATH = 'queries/negative cases.query';

async function opened(files: Readonly<Record<string, string>> = {}): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore({ ...FILES, ...files });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

describe('saving a question', () => {
  it('makes a file that says what it is about, and takes it back and makes it again', async () => {
    const { store, study } = await opened();
    const edit = await saveQuery(
      study,
      'negative cases',
      ' Who\ndisagrees ',
      '\n# with care\r\nevidence:contradicts\n',
    );
    assert.equal(store.text(PATH), '# Who disagrees\n# with care\nevidence:contradicts\n');
    assert.deepEqual(await savedQueries(study), [
      {
        path: PATH,
        name: 'negative cases',
        title: 'Who disagrees',
        text: '# with care\nevidence:contradicts',
        source: '# Who disagrees\n# with care\nevidence:contradicts\n',
      },
    ]);
    await takeBack(study, [edit]);
    assert.equal(store.text(PATH), undefined);
    assert.deepEqual(await savedQueries(study), []);
    await makeAgain(study, [edit]);
    assert.equal((await savedQueries(study)).length, 1);
  });

  it('needs no title, and lists by name', async () => {
    const { study } = await opened({
      'queries/b.query': '\n#\n\ncode:hope',
      'queries/old/a.query': '\ufeffcode:hope\r\n# end\r\n',
    });
    await saveQuery(study, 'c', '', '');
    assert.deepEqual(
      (await savedQueries(study)).map(({ name, title, text }) => [name, title, text]),
      [
        ['b', undefined, 'code:hope'],
        ['c', undefined, ''],
        ['old/a', undefined, 'code:hope\n# end'],
      ],
    );
  });

  it('writes over another one only as it was seen', async () => {
    const { store, study } = await opened({ 'queries/a.query': '# A\ncode:hope\n' });
    const refused = (message: RegExp) => (error: unknown) =>
      error instanceof ChangeRefused && message.test(error.message);
    await assert.rejects(saveQuery(study, 'a', 'A', 'code:stray'), refused(/^There is a saved question “a” already/));
    await assert.rejects(saveQuery(study, 'A', 'A', 'code:stray'), refused(/^There is a saved question “a” already/));
    const [seen] = await savedQueries(study);
    assert.deepEqual((await saveQuery(study, 'a', 'A', 'code:hope', seen)).edits, []);
    store.beforeReplace = () => store.put('queries/a.query', '# A\ncode:optimism\n');
    await assert.rejects(saveQuery(study, 'a', 'A', 'code:stray', seen), refused(/^“a” was changed meanwhile/));
    assert.equal(store.text('queries/a.query'), '# A\ncode:optimism\n');
    await study.refresh();
    const [now] = await savedQueries(study);
    const edit = await saveQuery(study, 'a', 'A', 'code:stray', now);
    assert.equal(store.text('queries/a.query'), '# A\ncode:stray\n');
    await takeBack(study, [edit]);
    assert.equal(store.text('queries/a.query'), '# A\ncode:optimism\n');
  });

  it('refuses names that are no file’s, and what cannot be understood', async () => {
    const { store, study } = await opened();
    for (const name of ['', ' a', '../a', 'a/b', 'con', '.a', 'a?', 'x'.repeat(61)])
      await assert.rejects(saveQuery(study, name, '', 'code:hope'), ChangeRefused, name);
    await assert.rejects(saveQuery(study, 'a', '', 'code:hope and'), /A term is expected/);
    assert.deepEqual(store.writtenPaths, []);
  });

  it('follows the files', async () => {
    const { store, study } = await opened({ 'queries/a.query': 'code:hope\n' });
    store.put('queries/a.query', '# Later\ncode:hope\n');
    await study.reload(['queries/a.query']);
    assert.equal((await savedQueries(study))[0]?.title, 'Later');
    store.put('queries/a.query', undefined);
    await study.refresh();
    assert.deepEqual(await savedQueries(study), []);
  });
});

describe('problems of saved questions', () => {
  it('are what cannot be read, and codes and themes that are gone, each at its place', async () => {
    const { study } = await opened({
      'queries/a.query': '# Fine\ncode:optimism and code:STRAY and participant:nobody and words:whatever\n',
      'queries/b.query': '# Broken\n\ncode:hope and\n(is:odd',
      'queries/c.query': '# Gone\n# twice\nrole:peer\n  not within:irrelevant theme:hope\n',
      'queries/d.query': 'code:hope and',
    });
    assert.deepEqual(queryProblems(study), [
      {
        rule: 'broken-query',
        severity: 'error',
        file: 'queries/b.query',
        line: 4,
        columns: [0, 1],
        message: 'This bracket is never closed.',
        remedy: 'Write ) where it ends.',
      },
      {
        rule: 'query-name',
        severity: 'warning',
        file: 'queries/c.query',
        line: 4,
        columns: [13, 23],
        message: 'The study has no code “irrelevant”.',
        remedy: 'Choose among: influence, hope, being-heard, peer-talk.',
      },
      {
        rule: 'query-name',
        severity: 'warning',
        file: 'queries/c.query',
        line: 4,
        columns: [24, 34],
        message: '“hope” is a code, not a theme.',
        remedy: 'Write code:hope.',
      },
      {
        rule: 'broken-query',
        severity: 'error',
        file: 'queries/d.query',
        line: 1,
        columns: [12, 13],
        message: 'A term is expected, but the question ends here.',
        remedy: 'Write one, such as code:hope, or remove what waits for it.',
      },
    ]);
  });
});
