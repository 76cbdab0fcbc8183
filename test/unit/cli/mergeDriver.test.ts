import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseCodingFile } from '../../../src/core/coding/file.js';
import { BUILT, codingLine, GitStudy } from './support/gitStudy.js';
import type { Result } from './support/study.js';

const FILE = 'codings/EA/transcripts/pp-03.jsonl';
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const lines = (...records: readonly (readonly [number, string])[]): string =>
  records.map(([number, code]) => codingLine(number, code)).join('');
const BASE = lines(...numbers(1, 6).map(number => [number, 'hope'] as const));
const recoded = (text: string, number: number, code: string): string =>
  text.replace(codingLine(number, 'hope'), codingLine(number, code));
const without = (text: string, number: number): string => text.replace(codingLine(number, 'hope'), '');

/** What somebody can see of a merge. */
interface Seen extends Result {
  readonly file: string;
  readonly stages: string;
}

describe('the merge driver', function () {
  this.timeout(60_000);

  let study: GitStudy;
  const studies: GitStudy[] = [];
  const started = (folder?: string): GitStudy => {
    const made = new GitStudy(folder);
    studies.push(made);
    made.put('codebook.md', '# Codebook\n');
    made.put(FILE, BASE);
    made.commit('start');
    return made;
  };
  const setUp = async (made = study): Promise<void> => {
    assert.equal((await made.verbatim('git', 'setup')).exit, 0);
    made.commit('setup');
  };
  const codes = (text = study.read(FILE)): string => {
    const file = parseCodingFile(text, { path: FILE, coder: 'EA', transcript: '' });
    return `${file.codings.map(({ id, code }) => `${Number(id.slice(-4))} ${code}`).join(', ')}${file.problems.length > 0 ? ' !' : ''}`;
  };
  beforeEach(() => {
    study = started();
  });
  afterEach(() => {
    for (const made of studies.splice(0)) made.remove();
  });

  /** Two versions of the file from where things are. */
  function versions(
    ours: string | Uint8Array | undefined,
    theirs: string | Uint8Array | undefined,
    made = study,
  ): void {
    const from = made.git('rev-parse', 'HEAD');
    made.version('topic', from, { [FILE]: theirs });
    made.version('main', from, { [FILE]: ours });
  }

  const OURS = without(recoded(BASE, 2, 'fear'), 5) + codingLine(7, 'hope');
  const THEIRS = without(recoded(BASE, 3, 'trust'), 4) + codingLine(8, 'hope');
  const BOTH = '1 hope, 2 fear, 3 trust, 6 hope, 7 hope, 8 hope';

  it('puts together what both sides did, however git is told to combine them', async () => {
    await setUp();
    versions(OURS, THEIRS);
    const main = study.git('rev-parse', 'main');
    const ways: readonly (readonly [string, () => void])[] = [
      ['merge', () => study.git('merge', '--quiet', '--no-edit', 'topic')],
      ['squash', () => study.git('merge', '--quiet', '--squash', 'topic')],
      ['cherry-pick', () => study.git('cherry-pick', 'topic')],
      ['rebase', () => study.git('rebase', '--quiet', 'topic')],
      ['rebase --apply', () => study.git('rebase', '--quiet', '--apply', 'topic')],
      [
        'stash',
        () => {
          study.put(FILE, OURS);
          study.git('stash', '--quiet');
          study.git('reset', '--quiet', '--hard', 'topic');
          study.git('stash', 'pop', '--quiet');
        },
      ],
      [
        'revert',
        () => {
          study.put(FILE, BASE);
          study.commit('taken back by hand');
          study.put(FILE, THEIRS);
          study.commit('theirs after all');
          study.git('revert', '--no-edit', 'HEAD~1');
        },
      ],
    ];
    for (const [name, combine] of ways) {
      study.git('reset', '--quiet', '--hard', name === 'stash' ? 'main~1' : main);
      combine();
      assert.equal(codes(), BOTH, name);
      study.git('reset', '--quiet', '--hard', main);
    }
  });

  it('marks what is in question and nothing else, and git goes on as it does at conflicts', async () => {
    await setUp();
    versions(recoded(OURS, 1, 'grief'), recoded(THEIRS, 1, 'anger'));
    const { exit, out } = study.run('merge', 'topic');
    assert.equal(exit, 1);
    assert.match(out, /^CONFLICT \(content\): Merge conflict in codings\/EA\/transcripts\/pp-03\.jsonl$/m);
    const rest = lines([2, 'fear'], [3, 'trust'], [6, 'hope'], [7, 'hope'], [8, 'hope']);
    assert.equal(
      study.read(FILE),
      `<<<<<<< HEAD\n${codingLine(1, 'grief')}=======\n${codingLine(1, 'anger')}>>>>>>> topic\n${rest}`,
    );
    assert.equal(study.git('ls-files', '--unmerged').split('\n').length, 3);
    assert.deepEqual(
      readdirSync(study.top).filter(name => name.startsWith('.merge')),
      [],
    );
  });

  it('takes the longer marks that git asks for', async () => {
    await setUp();
    study.put('.gitattributes', `${study.read('.gitattributes')}*.jsonl conflict-marker-size=12\n`);
    study.commit('longer marks');
    versions(recoded(BASE, 1, 'grief'), recoded(BASE, 1, 'anger'));
    assert.equal(study.run('merge', 'topic').exit, 1);
    assert.match(study.read(FILE), /^<{12} HEAD\n.*\n={12}\n.*\n>{12} topic\n/);
  });

  it('knows all versions that crossed histories come from', async () => {
    await setUp();
    versions(recoded(BASE, 1, 'grief'), recoded(BASE, 1, 'anger'));
    const [main, topic] = [study.git('rev-parse', 'main'), study.git('rev-parse', 'topic')];
    for (const [branch, other, decided] of [
      ['main', topic, 'grief'],
      ['topic', main, 'anger'],
    ] as const) {
      study.git('checkout', '--quiet', branch);
      assert.equal(study.run('merge', other).exit, 1);
      study.put(FILE, recoded(branch === 'main' ? recoded(BASE, 2, 'fear') : BASE, 1, decided));
      study.commit('one way');
    }
    // Both decided, each otherwise: that is a question still. What only one did is none.
    assert.equal(study.run('merge', 'main').exit, 1);
    assert.match(study.read(FILE), /^<{7} HEAD\n.*"anger".*\n={7}\n.*"grief".*\n>{7} main\n.*"fear"/);
    study.git('merge', '--abort');
    study.put(FILE, recoded(recoded(BASE, 1, 'shame'), 6, 'trust'));
    study.commit('a third way');
    // A third way does not follow from what both had before, and neither does theirs.
    assert.equal(study.run('merge', 'main').exit, 1);
    assert.match(study.read(FILE), /^<{7} HEAD\n.*"shame".*\n={7}\n.*"grief".*\n>{7} main\n.*"fear"/);
    study.put(FILE, study.read(FILE).replace(/<{7}.*\n(.*\n)={7}\n.*\n>{7}.*\n/, '$1'));
    assert.equal(codes(), '1 shame, 2 fear, 3 hope, 4 hope, 5 hope, 6 trust');
  });

  it('takes files that both sides began, and leaves to git what one side removed or renamed', async () => {
    await setUp();
    const [a, b] = [lines([1, 'hope'], [3, 'hope']), lines([2, 'fear'], [3, 'hope'])];
    study.version('topic', 'main', { 'codings/EA/new.jsonl': b });
    study.version('main', 'main~0', { 'codings/EA/new.jsonl': a });
    study.git('merge', '--quiet', '--no-edit', 'topic');
    assert.equal(codes(study.read('codings/EA/new.jsonl')), '1 hope, 2 fear, 3 hope');
    versions(undefined, THEIRS);
    const { exit, out } = study.run('merge', 'topic');
    assert.equal(exit, 1);
    assert.match(out, /CONFLICT \(modify\/delete\)/);
    study.git('reset', '--quiet', '--hard', 'HEAD~1');
    study.version('topic', 'main', { [FILE]: THEIRS });
    study.git('checkout', '--quiet', 'main');
    study.git('mv', FILE, 'codings/EA/transcripts/renamed.jsonl');
    study.put('codings/EA/transcripts/renamed.jsonl', OURS);
    study.commit('renamed');
    study.git('merge', '--quiet', '--no-edit', 'topic');
    assert.equal(codes(study.read('codings/EA/transcripts/renamed.jsonl')), BOTH);
    assert.equal(existsSync(path.join(study.root, FILE)), false);
  });

  it('works in a study in a folder, wherever Verbatim is, and whatever the folders are called', async () => {
    const odd = path.join(study.top, `it's "odd" $HOME %A %% \`x\``);
    mkdirSync(odd);
    copyFileSync(BUILT.script, path.join(odd, 'cli.js'));
    const node = path.join(odd, 'node');
    writeFileSync(node, `#!/bin/sh\n[ -n "$ELECTRON_RUN_AS_NODE" ] || exit 9\nexec '${process.execPath}' "$@"\n`);
    chmodSync(node, 0o755);
    study = started(`our $studies/codings/it's 100%A`);
    study.program = { node, script: path.join(odd, 'cli.js'), isElectron: true };
    await setUp();
    versions(OURS, THEIRS);
    study.git('merge', '--quiet', '--no-edit', 'topic');
    assert.equal(codes(), BOTH);
  });

  /** How a merge ends where the driver is set up and then spoiled, and where there is none. */
  async function compare(
    spoil: (made: GitStudy) => void,
    combine: readonly string[] = ['merge', 'topic'],
    [ours, theirs]: readonly (string | Uint8Array)[] = [OURS, recoded(THEIRS, 2, 'trust')],
  ): Promise<Seen[]> {
    const seen: Seen[] = [];
    for (const hasDriver of [true, false]) {
      const made = started();
      made.put('.gitignore', 'own\n');
      const script = path.join(made.top, 'own', 'cli.js');
      mkdirSync(path.dirname(script));
      copyFileSync(BUILT.script, script);
      made.program = { node: process.execPath, script, isElectron: false };
      await setUp(made);
      if (hasDriver) spoil(made);
      else made.git('config', '--remove-section', 'merge.verbatim');
      versions(ours, theirs, made);
      const result = made.run(...combine);
      const stages = made.git('ls-files', '--unmerged');
      seen.push({ ...result, file: Buffer.from(made.read(FILE)).toString('latin1'), stages });
      assert.deepEqual(
        readdirSync(made.top).filter(name => name.startsWith('.merge')),
        [],
      );
    }
    return seen;
  }
  const script = (made: GitStudy): string => made.program.script;
  const spoils: Readonly<Record<string, (made: GitStudy) => void>> = {
    'is gone': made => rmSync(script(made)),
    crashes: made => writeFileSync(script(made), 'throw new Error("broken");\n'),
    'is no program': made => writeFileSync(script(made), '<html>'),
    'ends in an unheard-of way': made => writeFileSync(script(made), 'process.exit(77);\n'),
    'says that all is well and nothing else': made => writeFileSync(script(made), ''),
    'is killed': made => writeFileSync(script(made), "process.kill(process.pid, 'SIGKILL');\n"),
    'has lost its Node': made => {
      const command = made.git('config', 'merge.verbatim.driver');
      made.git('config', 'merge.verbatim.driver', command.replace(process.execPath, '/nowhere/node'));
    },
  };
  for (const [what, spoil] of Object.entries(spoils)) {
    it(`is as if there were none where it ${what}: git's own marks and exit code`, async () => {
      const [spoiled, plain] = await compare(spoil);
      assert.equal(plain?.exit, 1);
      assert.match(plain?.file ?? '', /^<{7} HEAD$/m);
      assert.deepEqual({ ...spoiled, err: '' }, { ...plain, err: '' });
      const clean = await compare(
        spoil,
        ['merge', '--no-edit', 'topic'],
        [recoded(BASE, 1, 'fear'), recoded(BASE, 6, 'fear')],
      );
      assert.deepEqual([clean[0]?.exit, clean[0]?.file], [0, clean[1]?.file]);
    });
  }

  it('leaves large files to git without reading them, and files that are no text or have marks', async function () {
    this.timeout(120_000);
    const large = `${'x'.repeat(1023)}\n`.repeat(100 * 1024);
    const contents: readonly (readonly (string | Uint8Array)[])[] = [
      [recoded(BASE, 1, 'fear') + large, recoded(BASE, 1, 'trust')],
      [Buffer.from(`${OURS}\xe9\n`, 'latin1'), Buffer.from(`${THEIRS}\xe8\n`, 'latin1')],
      [Buffer.from([0, 1, 2]), Buffer.from([0, 1, 3])],
      [`<<<<<<< a\n${codingLine(1, 'x')}=======\n${codingLine(1, 'y')}>>>>>>> b\n`, THEIRS],
    ];
    for (const versions of contents) {
      const [driver, plain] = await compare(() => undefined, ['merge', 'topic'], versions);
      assert.equal(plain?.exit, 1);
      assert.deepEqual([driver?.exit, driver?.stages], [1, plain.stages]);
      assert.ok(driver?.file === plain.file);
      assert.match(driver.err, /Git merges it line by line\.$/m);
    }
  });

  it('follows the style of marks that somebody likes, also where it is git that merges', async () => {
    const spoil = (made: GitStudy): void => {
      made.git('config', 'merge.conflictStyle', 'zdiff3');
      rmSync(script(made));
    };
    const [spoiled] = await compare(spoil);
    assert.match(spoiled?.file ?? '', /^\|{7} /m);
  });

  it('says what it needs where somebody calls it by hand', async () => {
    const { exit, err } = await study.verbatim('merge-driver', 'a', 'b');
    assert.equal(exit, 2);
    assert.match(err, /Five arguments are needed/);
    study.put('ours', OURS);
    const other = await study.verbatim('merge-driver', 'ours', 'ours', 'ours', '7', 'transcripts/a.md');
    assert.deepEqual([other.exit, study.read('ours')], [2, OURS]);
    const gone = await study.verbatim('merge-driver', 'gone', 'ours', 'ours', '7', FILE);
    assert.match(gone.err, /cannot be read \(ENOENT\)/);
  });
});
