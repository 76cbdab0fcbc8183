import assert from 'node:assert/strict';
import path from 'node:path';
import { studyHistory } from '../../../src/core/review/history.js';
import { historyOf } from '../node/support/studyInGit.js';
import { codebook, id, lines, StoryRepository, toldBy } from './support/storyRepository.js';

const HOPE = '## Hope {#hope}';
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const MB = 'codings/MB/transcripts/pp-03.jsonl';
const TEXT = 'transcripts/pp-03.md';

describe('the history of a study', () => {
  let repository: StoryRepository;
  beforeEach(() => {
    repository = new StoryRepository();
  });
  afterEach(() => repository.remove());

  it('tells each version from the first on, with figures as they were then', async () => {
    repository.save('start', { 'codebook.md': codebook(HOPE), [TEXT]: 'PP3: It got better.\n' });
    repository.save('coded', {
      [EA]: lines({ id: id('a') }, { id: id('b'), at: [20, 33] }),
      [MB]: lines({ id: id('c') }),
    });
    repository.save('grouped', { 'codebook.md': codebook('## Ends {#ends .theme}', '### Hope {#hope}') });
    repository.save('thought again', { [EA]: lines({ id: id('a') }) });
    const { versions, structures, complete, isCutOff } = await repository.history();
    assert.deepEqual(toldBy(versions), [
      ['start', 'Added the code “Hope”.', 'Added the transcript pp-03.'],
      ['coded', 'EA coded with “Hope”.', 'MB coded with “Hope”.', 'EA coded with “Hope”.'],
      ['grouped', 'Added the theme “Ends”.', 'Moved “Hope” to “Ends”.'],
      ['thought again', 'EA removed “Hope” from a passage.'],
    ]);
    assert.deepEqual(
      versions.map(({ figures }) => [figures.codings, figures.codes, figures.themes, figures.transcripts]),
      [
        [0, 1, 0, 0],
        [3, 1, 0, 1],
        [3, 1, 1, 1],
        [2, 1, 1, 1],
      ],
    );
    assert.deepEqual(
      [...(versions[1]?.figures.byCoder ?? [])],
      [
        ['EA', 2],
        ['MB', 1],
      ],
    );
    assert.deepEqual([...(versions[1]?.figures.byTheme ?? [])], [['', 3]]);
    assert.deepEqual([...(versions[3]?.figures.byTheme ?? [])], [['ends', 2]]);
    assert.equal(structures.length, 2);
    assert.deepEqual([complete, isCutOff, versions.every(({ isMain }) => isMain)], [true, false, true]);
    assert.deepEqual(
      versions.map(({ before }) => before),
      [undefined, 0, 1, 2],
    );
  });

  it('tells what came by a merge where it was made, and of the merge only what is its own', async () => {
    repository.save('start', { 'codebook.md': codebook(HOPE, '## Fear {#fear}', '## Trust {#trust}') });
    repository.git('switch', '--quiet', '--create', 'mb');
    repository.save('mb coded', { [MB]: lines({ id: id('c') }) });
    repository.save('mb renamed', { 'codebook.md': codebook(HOPE, '## Worry {#fear}', '## Trust {#trust}') });
    repository.git('switch', '--quiet', 'main');
    repository.save('ea coded', { [EA]: lines({ id: id('a') }) });
    repository.save('ea renamed', {
      'codebook.md': codebook('## Hopes {#hope}', '## Fear {#fear}', '## Trust {#trust}'),
    });
    repository.git('merge', '--quiet', '--no-ff', '--no-commit', '--strategy-option', 'ours', 'mb');
    const both = codebook('## Hopes {#hope}', '## Worry {#fear}', '## Confidence {#trust}');
    repository.save('together', { 'codebook.md': both });
    const { versions } = await repository.history();
    const told = new Map(toldBy(versions).map(([subject, ...texts]) => [subject, texts]));
    assert.deepEqual(told.get('mb coded'), ['MB coded with “Hope”.']);
    assert.deepEqual(told.get('mb renamed'), ['Renamed “Fear” to “Worry”.']);
    assert.deepEqual(told.get('ea renamed'), ['Renamed “Hope” to “Hopes”.']);
    assert.deepEqual(told.get('together'), ['Renamed “Trust” to “Confidence”.']);
    const isMain = new Map(versions.map(version => [version.commit?.subject, version.isMain]));
    assert.deepEqual([isMain.get('mb coded'), isMain.get('mb renamed'), isMain.get('ea coded')], [false, false, true]);
    const last = versions.at(-1);
    assert.deepEqual([last?.isMerge, last?.isMain, last?.figures.codings], [true, true, 2]);
    // Every change is told once.
    const texts = versions.flatMap(version => version.told.map(({ text }) => text));
    assert.equal(texts.length, new Set(texts).size);
  });

  it('says nothing of a merge that only brings together', async () => {
    repository.save('start', { 'codebook.md': codebook(HOPE) });
    repository.git('switch', '--quiet', '--create', 'mb');
    repository.save('mb coded', { [MB]: lines({ id: id('c') }) });
    repository.git('switch', '--quiet', 'main');
    repository.save('ea coded', { [EA]: lines({ id: id('a') }) });
    repository.git('merge', '--quiet', '--no-ff', '--message', 'together', 'mb');
    const { versions } = await repository.history();
    assert.deepEqual(toldBy(versions.slice(-1)), [['together']]);
    assert.equal(versions.at(-1)?.figures.codings, 2);
  });

  it('is that of a study in a folder of a repository, whatever else is saved there', async () => {
    const nested = new StoryRepository('analysis/study');
    try {
      nested.put('README.md', 'About.');
      nested.commit('before there was a study');
      nested.save('start', { 'codebook.md': codebook(HOPE) });
      nested.put('README.md', 'More about.');
      nested.commit('elsewhere');
      nested.save('coded', { [EA]: lines({ id: id('a') }) });
      nested.put('README.md', 'Most about.');
      nested.commit('elsewhere again');
      const { versions } = await nested.history();
      assert.deepEqual(toldBy(versions), [
        ['start', 'Added the code “Hope”.'],
        ['coded', 'EA coded with “Hope”.'],
      ]);
      assert.deepEqual(
        versions.map(({ isMain, figures }) => [isMain, figures.codings, figures.codes]),
        [
          [true, 0, 1],
          [true, 1, 1],
        ],
      );
    } finally {
      nested.remove();
    }
  });

  it('is on the line that the last commit took over, where that gave the other one up', async () => {
    repository.save('start', { 'codebook.md': codebook(HOPE) });
    repository.git('switch', '--quiet', '--create', 'mb');
    repository.save('mb coded', { [MB]: lines({ id: id('c') }) });
    repository.git('switch', '--quiet', 'main');
    repository.save('ea coded', { [EA]: lines({ id: id('a') }) });
    repository.git('merge', '--quiet', '--strategy', 'ours', '--message', 'not theirs', 'mb');
    const { versions } = await repository.history();
    const main = versions.filter(({ isMain }) => isMain).map(({ commit }) => commit?.subject);
    assert.deepEqual(main, ['start', 'ea coded']);
  });

  it('begins where a shallow clone does, and says so', async () => {
    repository.save('start', { 'codebook.md': codebook(HOPE) });
    repository.save('coded', { [EA]: lines({ id: id('a') }) });
    repository.save('more', { [MB]: lines({ id: id('c') }) });
    const clone = path.join(repository.root, 'clone');
    repository.git('clone', '--quiet', '--depth', '2', `file://${repository.root}`, clone);
    const git = await historyOf(clone);
    const head = await git.commit('HEAD');
    assert.ok(head);
    const { versions, isCutOff } = await studyHistory(git, head);
    assert.equal(isCutOff, true);
    assert.deepEqual(toldBy(versions), [
      ['coded', 'Added the code “Hope”.', 'EA coded with “Hope”.'],
      ['more', 'MB coded with “Hope”.'],
    ]);
  });

  it('tells a renamed transcript once, and nothing of the codings that moved with it', async () => {
    const text = 'PP3: I think it got better after that.\n';
    repository.save('start', { 'codebook.md': codebook(HOPE), [TEXT]: text, [EA]: lines({ id: id('a') }) });
    const to = 'transcripts/peer-03.md';
    repository.save('renamed', {
      [TEXT]: undefined,
      [EA]: undefined,
      [to]: text,
      'codings/EA/transcripts/peer-03.jsonl': lines({ id: id('a') }),
    });
    const { versions } = await repository.history();
    assert.deepEqual(toldBy(versions.slice(-1)), [['renamed', 'Renamed the transcript pp-03 to peer-03.']]);
    assert.deepEqual([versions.at(-1)?.figures.codings, versions.at(-1)?.figures.transcripts], [1, 1]);
  });

  it('takes messages as they are, and no harm from codebooks and lines that are broken', async () => {
    const hostile = `<img src=x onerror=alert(1)> [a](command:b) ${'long '.repeat(2000)}`;
    repository.save('start', { 'codebook.md': codebook(HOPE) });
    repository.save(hostile, { [EA]: `{"code": "hope", "quote": \n${lines({ id: id('a'), quote: '**bold** <b>' })}` });
    repository.save('nothing left of it', { 'codebook.md': '\u0000\u0007{#' });
    const { versions } = await repository.history();
    assert.equal(versions[1]?.commit?.subject, hostile.trim());
    assert.equal(versions[1]?.figures.codings, 1);
    assert.ok(versions[1]?.told.some(({ quote }) => quote === '**bold** <b>'));
    assert.ok(versions[2]?.told.some(({ text }) => text.includes('Removed the code “Hope”')));
  });

  it('tells how far it has come, pauses after each version, and stops when that is wished', async () => {
    for (let i = 0; i < 5; i++) repository.save(`version ${i}`, { [EA]: lines({ id: id(`a${i}`) }) });
    const cancellation = { cancelled: false };
    const seen: [number, number][] = [];
    const paused = new Set<number>();
    const history = await repository.history({
      progress: (done, total) => {
        seen.push([done, total]);
        cancellation.cancelled = done === 3;
      },
      pause: () => {
        paused.add(seen.length);
        return Promise.resolve();
      },
      cancellation,
    });
    assert.deepEqual([...paused], [0, 1, 2, 3]);
    assert.deepEqual(seen, [
      [1, 5],
      [2, 5],
      [3, 5],
    ]);
    assert.deepEqual([history.complete, history.versions.length], [false, 3]);
  });

  it('reads every blob once', async () => {
    for (let i = 0; i < 6; i++) {
      repository.save(`version ${i}`, {
        [EA]: lines({ id: id(`a${i}`) }),
        'codebook.md': codebook(`## Hope ${i} {#hope}`),
      });
    }
    const git = await repository.studyGit();
    const read: string[] = [];
    const head = await git.commit('HEAD');
    assert.ok(head);
    const counted = (blob: string): Promise<Uint8Array | undefined> => {
      read.push(blob);
      return git.read(blob);
    };
    const counting = Object.create(git, { read: { value: counted } }) as typeof git;
    await studyHistory(counting, head);
    assert.deepEqual(read.length, new Set(read).size);
    assert.equal(read.length, 12);
  });
});
