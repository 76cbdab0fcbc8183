import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { codingLine, GitStudy } from './support/gitStudy.js';
import { TemporaryStudy } from './support/study.js';

const BLOCK = `# Verbatim merges these files by their meaning. Written by “verbatim git setup”; “verbatim git unset” takes it away.
/codings/**/*.jsonl merge=verbatim
/codings/**/*.ndjson merge=verbatim
/codebook.md merge=verbatim
/participants.csv merge=verbatim
/verbatim.json merge=verbatim
# End of what Verbatim wrote.
`;

describe('verbatim git setup and unset', function () {
  this.timeout(60_000);

  let study: GitStudy;
  const begin = (folder?: string): void => {
    study = new GitStudy(folder);
    study.put('codebook.md', '# Codebook\n');
    study.commit('start');
  };
  const done = async (verb: 'setup' | 'unset'): Promise<string> => {
    const { exit, out, err } = await study.verbatim('git', verb);
    assert.deepEqual([exit, err], [0, '']);
    return out;
  };
  const settings = (): string => readFileSync(path.join(study.top, '.git/config'), 'utf8');
  const attribute = (file: string): string =>
    study.git('check-attr', 'merge', '--', path.relative(study.top, path.join(study.root, file)));
  /** Everything that they may change. */
  const state = (): (string | undefined)[] => [
    existsSync(path.join(study.root, '.gitattributes')) ? study.read('.gitattributes') : undefined,
    settings(),
  ];
  afterEach(() => study.remove());

  it('write attributes and settings, say what is to be done next, and do nothing a second time', async () => {
    begin();
    const before = state();
    const out = await done('setup');
    assert.match(out, /^Git merges this study by meaning from now on\.$/m);
    assert.match(out, /git add \.gitattributes && git commit/);
    assert.match(
      out,
      /Each colleague runs “verbatim git setup” once in their own copy\. Without it git merges by lines/,
    );
    assert.equal(study.read('.gitattributes'), BLOCK);
    assert.match(study.git('config', 'merge.verbatim.driver'), /dist\/cli\.js' merge-driver --say -- "\$@"\)/);
    const after = state();
    assert.equal(await done('setup'), 'Git merges this study by meaning already. Nothing was changed.\n');
    assert.deepEqual(state(), after);
    assert.match(await done('unset'), /^Git merges this study by lines again\.$/m);
    assert.deepEqual(state(), before);
    assert.equal(await done('unset'), 'Nothing was set up here. Nothing was changed.\n');
    assert.deepEqual(state(), before);
  });

  it('print the same as JSON', async () => {
    begin();
    const json = async (verb: string): Promise<unknown> =>
      JSON.parse((await study.verbatim('git', verb, '--json')).out);
    assert.deepEqual(await json('setup'), { attributes: 'written', settings: 'written' });
    assert.deepEqual(await json('setup'), { attributes: 'unchanged', settings: 'unchanged' });
    assert.deepEqual(await json('unset'), { attributes: 'removed', settings: 'removed', others: [] });
    assert.deepEqual(await json('unset'), { attributes: 'unchanged', settings: 'unchanged', others: [] });
  });

  for (const folder of ['.', 'study', 'our studies/peer [1] support']) {
    it(`are about the files of a study in ${folder} and no others`, async () => {
      begin(folder);
      await done('setup');
      for (const file of ['codings/EA/a.jsonl', 'codings/EA/b/c.reading.ndjson', 'codings/EA/discussion.ndjson'])
        assert.match(attribute(file), /: merge: verbatim$/);
      for (const file of ['codebook.md', 'participants.csv', 'verbatim.json'])
        assert.match(attribute(file), /: merge: verbatim$/);
      for (const file of ['transcripts/a.md', 'transcripts/codebook.md', 'data.jsonl', 'memos/participants.csv'])
        assert.match(attribute(file), /: merge: unspecified$/);
    });
  }

  it('leave all other lines as they are, with their line ends, also what colleagues write around and between them', async () => {
    const cases: readonly (readonly [string, string, string])[] = [
      ['*.md diff=markdown\n', '', ''],
      ['*.md diff=markdown\r\n* text=auto\r\n', '', ''],
      ['*.md diff=markdown', '', ''],
      ['*.md diff=markdown', '', '*.png binary\n'],
      ['\ufeff# größe\n', '*.csv text\n', '*.png binary\n\n'],
    ];
    for (const [above, between, below] of cases) {
      begin();
      study.put('.gitattributes', above);
      await done('setup');
      const written = study.read('.gitattributes');
      assert.ok(written.startsWith(above));
      assert.equal(/\r\n/.test(written), /\r\n/.test(above));
      assert.equal(/[^\r]\n/.test(written), !/\r\n/.test(above));
      study.put('.gitattributes', written.replace(/^(\/codebook\.md)/m, `${between}$1`) + below);
      const edited = study.read('.gitattributes');
      await done('setup');
      assert.equal(study.read('.gitattributes').includes(between), true);
      assert.match(attribute('participants.csv'), /: verbatim$/);
      if (between === '') assert.equal(study.read('.gitattributes'), edited);
      await done('unset');
      const ended = below === '' || above.endsWith('\n') ? above : `${above}\n`;
      assert.equal(study.read('.gitattributes'), ended + between + below);
      study.remove();
    }
  });

  it('complete lines of ours that somebody cut', async () => {
    begin();
    await done('setup');
    study.put('.gitattributes', BLOCK.replace('/codebook.md merge=verbatim\n', '').replace(/# End.*\n/, '*.md text\n'));
    await done('setup');
    assert.equal(study.read('.gitattributes'), `${BLOCK}*.md text\n`);
    await done('unset');
    assert.equal(study.read('.gitattributes'), '*.md text\n');
  });

  it('bring the path of an older Verbatim up to date', async () => {
    begin();
    study.program = { node: '/old/node', script: '/old/cli.js', isElectron: false };
    await done('setup');
    const old = state();
    study.program = { node: '/new/code', script: '/new/cli.js', isElectron: true };
    assert.match(await done('setup'), /The settings of this repository say how/);
    const command = study.git('config', 'merge.verbatim.driver');
    assert.match(
      command,
      /^verbatim\(\) \{ case \$\(ELECTRON_RUN_AS_NODE=1 '\/new\/code' '\/new\/cli\.js' merge-driver /,
    );
    assert.equal(study.git('config', '--get-all', 'merge.verbatim.driver'), command);
    study.program = { node: '/old/node', script: '/old/cli.js', isElectron: false };
    await done('setup');
    assert.deepEqual(state(), old);
  });

  it('refuse where somebody has told git otherwise, and change nothing', async () => {
    const ways: readonly (readonly [string, string, RegExp])[] = [
      [
        '.gitattributes',
        '*.jsonl merge=union\n',
        /codings\/EA\/transcripts\/pp-01\.jsonl in another way \(merge=union\)/,
      ],
      ['.gitattributes', 'codebook.md binary\n', /codebook\.md in another way \(-merge or binary\)/],
      ['codings/MB/.gitattributes', '* merge=ours\n', /codings\/MB\/x\.jsonl in another way \(merge=ours\)/],
    ];
    for (const [file, text, said] of ways) {
      begin();
      study.put('codings/MB/x.jsonl', codingLine(1, 'hope'));
      study.put(file, text);
      const before = state();
      const { exit, out, err } = await study.verbatim('git', 'setup', '--json');
      assert.equal(exit, 2);
      assert.match(err, said);
      assert.match(err, /Take that out of \.gitattributes/);
      assert.equal(JSON.parse(out).error.rule, 'own-settings');
      assert.deepEqual(state(), before);
      study.remove();
    }
    begin();
    study.git('config', 'merge.verbatim.driver', 'my-own-driver %A');
    assert.match(
      (await study.verbatim('git', 'setup')).err,
      /somebody set up by hand: my-own-driver %A\n.*remove-section/,
    );
    assert.match(await done('unset'), /Nothing was set up here/);
    assert.equal(study.git('config', 'merge.verbatim.driver'), 'my-own-driver %A');
    study.put('.gitattributes', new Uint8Array([0x23, 0xe9, 0x0a]));
    study.git('config', '--remove-section', 'merge.verbatim');
    assert.match((await study.verbatim('git', 'setup')).err, /\.gitattributes is no text in UTF-8/);
  });

  it('leave settings that somebody added, and those that another study needs', async () => {
    begin('one');
    await done('setup');
    study.git('config', 'merge.verbatim.recursive', 'binary');
    await done('unset');
    assert.equal(study.git('config', '--get-regexp', '^merge'), 'merge.verbatim.recursive binary');
    await done('setup');
    study.put('../other study/.gitattributes', BLOCK);
    assert.match(await done('unset'), /The settings of the repository stay: other study needs them/);
    assert.match(study.git('config', 'merge.verbatim.driver'), /merge-driver/);
  });

  it('say where there is no repository', async () => {
    begin();
    const alone = new TemporaryStudy({ 'codebook.md': '# Codebook\n' });
    try {
      for (const verb of ['setup', 'unset'])
        assert.match((await alone.run(['git', verb])).err, /in no git repository.*\n.*git init/);
      assert.deepEqual(alone.names(), ['codebook.md']);
    } finally {
      alone.remove();
    }
  });
});
