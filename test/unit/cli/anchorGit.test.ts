import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gitIn } from '../support/repository.js';
import { code, TemporaryStudy, UNCODED } from './support/study.js';

const PATH = 'transcripts/pp-03.md';
const CODINGS = 'codings/EA/transcripts/pp-03.jsonl';
const TURNS = [
  '**I:** How did the first year go for you, looking back at it now?',
  '**PP3:** I think it got better after that summer, when the second peer came to the team.',
  '**I:** What changed in the meetings with the network then?',
  '**PP3:** We could disagree in front of people, and nobody took it for a quarrel. That was new.',
  '**I:** And what stayed the way it had been before she came?',
  '**PP3:** The pay did, and the small office beside the stairs where nobody ever comes by.',
  '**I:** Is there anything that you would tell somebody who starts?',
  '**PP3:** Do not answer at once. Count to nine, and most people have spoken by seven.',
];
const TEXT = `${TURNS.join('\n\n')}\n`;
const QUOTES = [
  'it got better after that summer',
  'nobody took it for a quarrel. That was new.',
  'the small office beside the stairs',
  'most people have spoken by seven',
] as const;

interface Row {
  readonly outcome: string;
  readonly text: string | null;
  readonly quote: string;
  readonly base: string;
}

describe('codings in a repository', () => {
  let study: TemporaryStudy;
  const git = (...args: string[]): string => gitIn(study.root, args);
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  const put = (text: string | Uint8Array): void => writeFileSync(path.join(study.root, PATH), text);
  const edit = (change: (text: string) => string): void => {
    const text = study.read(PATH);
    const changed = change(text);
    assert.notEqual(changed, text);
    put(changed);
  };
  const codeAll = async (): Promise<void> => {
    for (const quote of QUOTES) await code(study, 'pp-03.md', quote, 'hope', 'EA');
  };
  const anchor = async (...args: string[]): Promise<Row[]> => {
    const { exit, out, err } = await study.run(['anchor', '--json', PATH, ...args]);
    assert.ok(exit < 2, err);
    return JSON.parse(out).codings;
  };
  /** What becomes of each quote; an outcome alone where it has no place or its words are as they were. */
  const fate = async (): Promise<string[]> => {
    const rows = await anchor();
    return QUOTES.map(quote => {
      const row = rows.find(each => each.quote === quote) ?? assert.fail(quote);
      return row.text === null || row.text === quote ? row.outcome : `${row.outcome}: ${row.text}`;
    });
  };
  const all = (outcome: string): string[] => QUOTES.map(() => outcome);

  beforeEach(async () => {
    study = new TemporaryStudy({ 'codebook.md': UNCODED['codebook.md'], [PATH]: TEXT });
    git('init', '--quiet', '--initial-branch', 'main');
  });
  afterEach(() => study.remove());

  const start = async (): Promise<void> => {
    await codeAll();
    commit('coded');
  };

  it('follow what a script does to the transcript', async () => {
    await start();
    edit(text =>
      text.replace('that summer', 'that long summer').replaceAll('PP3', 'Anna').replaceAll('nobody', 'no-one'),
    );
    edit(text => text.replace(' Count to nine, and most people have spoken by seven.', ''));
    assert.deepEqual(await fate(), [
      'changed: it got better after that long summer',
      'changed: no-one took it for a quarrel. That was new.',
      'relocated',
      'orphan',
    ]);
  });

  it('follow a passage that was moved, and do not take a look-alike for what was deleted', async () => {
    const alike = '**I:** Which office?\n\n**PP3:** Well, the small office beside the stairs.\n';
    await start();
    edit(text => `${text}\n${alike}`);
    await study.run(['anchor', '--refresh']);
    commit('more');
    const [first, second, third, moved, ask, deleted, ...others] = TURNS as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    put(`${[first, second, third, ask, ...others, moved].join('\n\n')}\n\n${alike}`);
    assert.ok(!study.read(PATH).includes(deleted));
    const rows = await anchor();
    const outcomes = QUOTES.map(quote => rows.find(row => row.quote === quote)?.outcome);
    assert.deepEqual(outcomes, ['exact', 'relocated', 'orphan', 'relocated']);
  });

  it('are where they were on another branch, and after the way back', async () => {
    await start();
    git('switch', '--quiet', '--create', 'names');
    edit(text =>
      text.replace('the second peer', 'Maria, who also had been a patient there,').replace('better', 'much better'),
    );
    commit('names');
    assert.deepEqual(await fate(), ['changed: it got much better after that summer', ...all('relocated').slice(1)]);
    git('switch', '--quiet', 'main');
    assert.deepEqual(await fate(), all('exact'));
  });

  it('are found in what a merge made of two edits', async () => {
    await start();
    git('switch', '--quiet', '--create', 'early');
    edit(text => text.replace('looking back at it now', 'then').replace('it got better', 'it got a lot better'));
    commit('early');
    git('switch', '--quiet', 'main');
    edit(text => text.replace('most people have', 'nearly all have').replace('**I:** And what', '**I:** Um, and what'));
    commit('late');
    git('merge', '--quiet', '--no-edit', 'early');
    assert.deepEqual(await fate(), [
      'changed: it got a lot better after that summer',
      'relocated',
      'relocated',
      'changed: nearly all have spoken by seven',
    ]);
  });

  it('have a place between the marks of a merge that is not resolved', async () => {
    await start();
    git('switch', '--quiet', '--create', 'other');
    edit(text => text.replace('What changed in the meetings', 'What was new in all those meetings'));
    commit('theirs');
    git('switch', '--quiet', 'main');
    edit(text => text.replace('What changed in the meetings', 'What, then, changed at the meetings'));
    commit('ours');
    assert.throws(() => git('merge', '--quiet', '--no-edit', 'other'));
    assert.match(study.read(PATH), /^<{7} HEAD$/m);
    assert.deepEqual(await fate(), ['exact', ...all('relocated').slice(1)]);
  });

  it('are where they were while an edit is stashed, and follow it back', async () => {
    await start();
    edit(text => `**I:** Shall we begin?\n\n${text}`.replace('The pay did', 'The bad pay did'));
    git('stash', '--quiet');
    assert.deepEqual(await fate(), all('exact'));
    git('stash', 'pop', '--quiet');
    assert.deepEqual(await fate(), all('relocated'));
  });

  it('are found where the checkout has CRLF and git LF', async () => {
    study.put('.gitattributes', '*.md text eol=crlf\n');
    put(TEXT.replaceAll('\n', '\r\n'));
    commit('transcript');
    rmSync(path.join(study.root, PATH));
    git('checkout', '--', PATH);
    assert.match(study.read(PATH), /\r\n/);
    await start();
    const id = git('rev-parse', `HEAD:${PATH}`);
    assert.deepEqual(new Set((await anchor()).map(({ base }) => base)), new Set([id.slice(0, 12)]));
    // The same text with other line ends is the same version.
    put(TEXT);
    assert.deepEqual(await fate(), all('exact'));
    edit(text => text.replace('that summer', 'that long summer').replaceAll('\n', '\r\n'));
    assert.deepEqual(await fate(), ['changed: it got better after that long summer', ...all('relocated').slice(1)]);
    assert.equal((await study.run(['anchor', '--refresh', PATH])).exit, 0);
    commit('refreshed');
    const now = git('rev-parse', `HEAD:${PATH}`);
    assert.deepEqual(new Set((await anchor()).map(({ base }) => base)), new Set([now.slice(0, 12)]));
  });

  it('do not mind a byte order mark that comes or goes', async () => {
    await start();
    put(`\ufeff${TEXT}`);
    assert.deepEqual(await fate(), all('exact'));
    edit(text => text.replace('that summer', 'that long summer'));
    assert.deepEqual((await fate())[0], 'changed: it got better after that long summer');
    assert.equal((await study.run(['anchor', '--refresh'])).exit, 0);
    put(study.read(PATH).slice(1));
    assert.deepEqual(await fate(), ['changed: it got better after that long summer', ...all('exact').slice(1)]);
  });

  describe('whose version git no longer has', () => {
    const far = (text: string): string =>
      text.replace('that summer', 'that long summer').replace('**I:** And what', '**I:** Um, and what');

    it('are found by their words in a shallow clone', async () => {
      await start();
      edit(far);
      commit('edited');
      const clone = path.join(study.root, 'clone');
      git('clone', '--quiet', '--depth', '1', `file://${study.root}`, clone);
      const base = (await anchor())[0]?.base ?? '';
      assert.throws(() => gitIn(clone, ['cat-file', '-e', base]));
      const { out } = await study.run(['anchor', '--json', '--study', clone]);
      const outcomes = JSON.parse(out).codings.map((row: Row) => [row.quote, row.outcome]);
      assert.deepEqual(
        QUOTES.slice(1).map(quote => outcomes.find(([each]: [string]) => each === quote)),
        QUOTES.slice(1).map(quote => [quote, 'relocated']),
      );
    });

    it('are found by their words where it was never committed, and where it was pruned', async () => {
      await codeAll();
      edit(far);
      assert.deepEqual((await fate()).slice(1), all('relocated').slice(1));
      git('add', '--all');
      edit(text => `**I:** Shall we begin?\n\n${text}`);
      git('add', '--all');
      git('gc', '--quiet', '--prune=now');
      assert.deepEqual((await fate()).slice(1), all('relocated').slice(1));
    });

    it('are as certain after a refresh as before it', async () => {
      await start();
      edit(far);
      const before = await fate();
      assert.equal((await study.run(['anchor', '--refresh'])).exit, 0);
      rmSync(path.join(study.root, '.git'), { recursive: true });
      assert.deepEqual(await fate(), [before[0], ...all('exact').slice(1)]);
    });
  });

  describe('refreshed', () => {
    const refresh = async (...args: string[]) => {
      const { exit, out, err } = await study.run(['anchor', '--refresh', '--json', ...args]);
      assert.equal(exit, 0, err);
      return JSON.parse(out);
    };

    it('name the version on disk, which is said to be uncommitted until it is committed', async () => {
      await start();
      edit(text => text.replace('that summer', 'that long summer'));
      const base = git('hash-object', PATH).slice(0, 12);
      const { out } = await study.run(['anchor', '--refresh', '--dry-run']);
      assert.match(out, /^Today’s text is not committed in git: transcripts\/pp-03\.md\.\n {2}Commit it together/m);
      const report = await refresh();
      assert.deepEqual([report.transcripts[0].base, report.transcripts[0].committed], [base, false]);
      assert.deepEqual(new Set((await anchor()).map(each => each.base)), new Set([base]));
      assert.deepEqual(
        git('status', '--porcelain')
          .split('\n')
          .map(line => line.slice(3))
          .sort(),
        [CODINGS, PATH].sort(),
      );
      commit('refreshed');
      assert.equal(git('rev-parse', `HEAD:${PATH}`).slice(0, 12), base);
      assert.equal((await refresh()).transcripts[0].committed, true);
    });

    it('keep the older wording, and follow from edit to edit', async () => {
      await start();
      const edits: [string, string][] = [
        ['that summer', 'that long summer'],
        ['got better', 'got much better'],
        ['**I:** How', '**I:** So how'],
        ['long summer', 'long, hot summer'],
      ];
      for (const [from, to] of edits) {
        edit(text => text.replace(from, to));
        await refresh();
        commit(to);
      }
      assert.deepEqual(await fate(), [
        'changed: it got much better after that long, hot summer',
        ...all('exact').slice(1),
      ]);
      edit(() => TEXT);
      assert.deepEqual(await fate(), all('relocated'));
    });

    it('by two coders on two branches merge without a conflict', async () => {
      await codeAll();
      await code(study, 'pp-03.md', QUOTES[0], 'hope', 'JS');
      edit(text => `**I:** Shall we begin?\n\n${text}`);
      commit('edited');
      git('switch', '--quiet', '--create', 'js');
      await refresh('--coder', 'JS');
      commit('JS');
      git('switch', '--quiet', 'main');
      await refresh('--coder', 'EA');
      commit('EA');
      git('merge', '--quiet', '--no-edit', 'js');
      assert.equal((await refresh()).counts.moved, 0);
    });

    it('are of the study, wherever it lies in the repository and before anything was committed', async () => {
      await codeAll();
      edit(text => `**I:** Shall we begin?\n\n${text}`);
      assert.equal((await refresh('--dry-run')).transcripts[0].committed, false);
      rmSync(path.join(study.root, '.git'), { recursive: true });
      assert.equal((await refresh('--dry-run')).transcripts[0].committed, null);
      const outer = new TemporaryStudy({});
      const inner = path.join(outer.root, 'ä studies', 'peers');
      for (const file of [PATH, CODINGS, 'codebook.md'])
        outer.put(path.join('ä studies/peers', file), study.read(file));
      gitIn(outer.root, ['init', '--quiet']);
      gitIn(outer.root, ['add', '--all']);
      gitIn(outer.root, ['commit', '--quiet', '--message', 'start']);
      const { out } = await outer.run(['anchor', '--refresh', '--json'], path.relative(outer.root, inner));
      assert.deepEqual([JSON.parse(out).transcripts[0].committed, JSON.parse(out).counts.moved], [true, 4]);
      outer.remove();
    });
  });
});
