import assert from 'node:assert/strict';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { attributeComparison } from '../../../src/core/review/attributeComparison.js';
import { compareStates } from '../../../src/core/review/compare.js';
import { commonBase, INDEX, resolveState, stateLabel, WORKING } from '../../../src/core/review/names.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { NodeFileStore } from '../../../src/node/fileStore.js';
import { coding } from '../support/coding.js';
import { TemporaryRepository } from '../support/repository.js';

const EA = 'codings/EA/transcripts/pp-03.jsonl';
const PP = 'transcripts/pp-03.md';
const MEMO = 'memos/hope.md';
const book = (title: string, id: string, former: string, text: string): string =>
  `# Codebook\n\n## ${title} {#${id}${former}}\n\n${text}\n\n## Trust {#trust}\n`;

describe('who changed what, as far as git knows', () => {
  const repository = new TemporaryRepository();
  let store: NodeFileStore;
  after(() => repository.remove());

  function commit(author: string, files: Readonly<Record<string, string | undefined>>): void {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) repository.git('rm', '--quiet', '--force', path);
      else repository.put(path, text);
    }
    repository.git('add', '--all');
    repository.git('commit', '--quiet', `--author=${author} <x@example.org>`, '--message', 'A version');
  }

  before(() => {
    commit('EA', {
      'codebook.md': book('Hope', 'hope', '', 'Better.'),
      [PP]: 'It got better.\n',
      [MEMO]: 'A thought.\n',
    });
    repository.git('tag', 'start');
    commit('MB', {
      'codebook.md': book('Living hope', 'hope', '', 'Better.'),
      'participants.csv': 'participant\nPP3\n',
    });
    commit('Zoë', {
      'codebook.md': book('Living hope', 'living', ' formerly=hope', 'Better.'),
      'transcripts/pp-3.md': 'It got better.\n',
      [PP]: undefined,
    });
    commit('MB', {
      'codebook.md': book('Living hope', 'living', ' formerly=hope', 'Much better.'),
      'transcripts/pp-3.md': 'It got better now.\n',
    });
    repository.git('checkout', '--quiet', '-b', 'side', 'start');
    commit('Side', { [MEMO]: 'Another thought.\n' });
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-edit', 'side');
    commit('EA', { [EA]: `${formatCodingLine(coding({ code: 'living' }))}\n` });
    store = new NodeFileStore(repository.root, () => true);
  });

  async function compared(from: string, to: string) {
    const git = await store.git();
    assert.ok(git);
    const [before, after] = [await resolveState(store, git, from), await resolveState(store, git, to)];
    assert.ok(before && after);
    const comparison = await compareStates(new StudyState(before), new StudyState(after));
    return { git, comparison, changes: await attributeComparison(comparison, git) };
  }

  const shown = (changes: readonly Parameters<typeof describeChange>[0][]): string[] =>
    changes.map(change => `${change.by ?? '?'}: ${describeChange(change).text}`);

  it('gives each change the author of the last commit in which just that changed', async () => {
    const { changes } = await compared('start', 'main');
    assert.deepEqual(shown(changes), [
      'MB: Renamed “Hope” to “Living hope”',
      'MB: Defined “Living hope” anew',
      'Zoë: Changed the id of “Living hope” from hope to living',
      'Zoë: Renamed the transcript pp-03 to pp-3',
      'MB: pp-3 was edited: 1 word came',
      'EA: EA coded with “Living hope”',
      'MB: Added the participant PP3',
      'Side: Edited the memo “hope”',
    ]);
  });

  it('says nobody for what is not committed, also where somebody committed the like before', async () => {
    repository.put('codebook.md', book('Waiting hope', 'waiting', ' formerly="hope living"', 'Much better.'));
    repository.put(MEMO, 'Another thought.\n');
    try {
      const { changes } = await compared('start', WORKING);
      assert.deepEqual(shown(changes).slice(0, 3), [
        '?: Renamed “Hope” to “Waiting hope”',
        'MB: Defined “Waiting hope” anew',
        '?: Changed the id of “Waiting hope” from hope to waiting',
      ]);
      const staged = await compared('start', INDEX);
      assert.equal(staged.changes[0]?.by, 'MB');
    } finally {
      repository.git('checkout', '--quiet', '--', '.');
    }
  });

  it('finds states by their names', async () => {
    const git = await store.git();
    assert.ok(git);
    const labels = [];
    for (const name of [WORKING, INDEX, 'main']) {
      const state = await resolveState(store, git, name);
      labels.push(state && stateLabel(state.name));
      assert.deepEqual(
        [...(state?.files.keys() ?? [])].sort(),
        ['codebook.md', EA, MEMO, 'participants.csv', 'transcripts/pp-3.md'].sort(),
      );
    }
    assert.deepEqual(labels, ['the files as they are now', 'what is staged', 'main']);
    assert.equal(await resolveState(store, git, 'no-such-branch'), undefined);
    assert.equal(await resolveState(store, undefined, 'main'), undefined);
    const [main, side] = [await resolveState(store, git, 'main'), await resolveState(store, git, 'side')];
    assert.ok(main && side);
    const base = await commonBase(git, main.name, side.name);
    assert.deepEqual(base?.name.is === 'commit' && base.name.commit.id, (await git.commit('side'))?.id);
    const working = await resolveState(store, git, WORKING);
    assert.ok(working);
    assert.deepEqual((await compareStates(new StudyState(main), new StudyState(working))).changes, []);
  });

  it('reads a file again only where its size or time changed, or somebody types in it', async () => {
    const reads: string[] = [];
    const counting = new Proxy(store, {
      get: (target, key, receiver) => {
        if (key !== 'read') return Reflect.get(target, key, receiver);
        return (path: string) => {
          reads.push(path);
          return target.read(path);
        };
      },
    });
    // Nor is anything read that cannot hold anything of the analysis.
    repository.put('data/large.json', '{}');
    await resolveState(counting, undefined, WORKING);
    assert.deepEqual([...reads].sort(), ['codebook.md', EA, MEMO, 'participants.csv', 'transcripts/pp-3.md'].sort());
    await resolveState(counting, undefined, WORKING);
    assert.equal(reads.length, 5);
    await resolveState(counting, undefined, WORKING, new Set(['codebook.md']));
    assert.deepEqual(reads.slice(5), ['codebook.md']);
  });
});
