import assert from 'node:assert/strict';
import { gitIn } from '../support/repository.js';
import { code, codedStudy, type Result, TemporaryStudy, UNCODED } from './support/study.js';

const EA = 'codings/EA/transcripts/pp-01.jsonl';

describe('verbatim diff', () => {
  let study: TemporaryStudy;
  const git = (...args: string[]): string => gitIn(study.root, args);
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', message);
  };
  const diff = (...args: string[]): Promise<Result> => study.run(['diff', ...args]);
  const change = (file: string, from: string, to: string): void => {
    assert.ok(study.read(file).includes(from), from);
    study.put(file, study.read(file).replace(from, to));
  };
  const texts = async (...args: string[]): Promise<string[]> => {
    const { exit, out, err } = await diff(...args, '--json');
    assert.ok(exit < 2, err);
    return (JSON.parse(out).changes as { text: string }[]).map(({ text }) => text);
  };

  beforeEach(async () => {
    study = await codedStudy();
    git('init', '--quiet', '--initial-branch', 'main');
    commit('start');
  });
  afterEach(() => study.remove());

  it('says what changed since the last version, group by group, with counts; the exit code tells whether anything did', async () => {
    assert.deepEqual(await diff(), { exit: 0, out: 'No changes from HEAD to the files as they are now.\n', err: '' });
    change(EA, '"code": "hope"', '"code": "valuing-the-role"');
    await code(study, 'pp-01.md', 'What did you do', 'hope', 'EA', '--memo', 'A question.');
    change('codebook.md', "Sharing one's own", "Telling one's own");
    assert.deepEqual(await diff(), {
      exit: 1,
      out: `3 changes from HEAD to the files as they are now.
  Codebook: 1 redefined.
  Codings: 1 added, 1 recoded.

EA  (2)

  EA coded with “Hope” (transcripts/pp-01.md)
      What did you do
      memo: A question.
  EA gave “Valuing the role” instead of “Hope” (transcripts/pp-01.md)
      it got quiet

Codebook  (1)

  Defined “Self-disclosure” anew
      was: Sharing one's own experience.
      now: Telling one's own experience.
`,
      err: '',
    });
  });

  it('compares whatever goes by a name: what is staged, branches, older versions, in either way of writing', async () => {
    git('branch', 'feature/eva');
    await code(study, 'pp-01.md', 'What did you do', 'hope', 'EA');
    git('add', '--all');
    await code(study, 'group.md', 'quietly', 'hope', 'MB');
    const [first, second] = ['EA coded with “Hope”', 'MB coded with “Hope”'];
    assert.deepEqual(await texts('HEAD', ':index'), [first]);
    assert.deepEqual(await texts(':index'), [second]);
    assert.deepEqual((await texts('feature/eva')).sort(), [first, second]);
    commit('second');
    for (const names of [
      ['feature/eva', 'main'],
      ['feature/eva..main'],
      ['HEAD~1', git('rev-parse', 'HEAD').slice(0, 9)],
    ])
      assert.deepEqual((await texts(...names)).sort(), [first, second]);
    assert.deepEqual((await texts('main', 'feature/eva')).length, 2);
  });

  it('says what one side changed since it branched off', async () => {
    git('switch', '--quiet', '--create', 'eva');
    await code(study, 'pp-01.md', 'What did you do', 'hope', 'EA');
    commit('eva');
    git('switch', '--quiet', 'main');
    await code(study, 'group.md', 'quietly', 'hope', 'MB');
    commit('main');
    assert.deepEqual(await texts('main...eva'), ['EA coded with “Hope”']);
    assert.deepEqual(await texts('eva...main'), ['MB coded with “Hope”']);
    assert.deepEqual(await texts('eva...'), ['MB coded with “Hope”']);
    assert.match((await diff('main...eva')).out, /^1 change in eva since it branched off main\.\n/);
    git('switch', '--quiet', '--orphan', 'other');
    study.put('x.md', 'x');
    commit('other');
    const { exit, err } = await diff('main...other');
    assert.equal(exit, 2);
    assert.match(err, /main and other have no saved version in common/);
  });

  it('gives everything it knows as JSON, positions in code points', async () => {
    await code(study, 'group.md', 'bring hope 🌱, quietly', 'self-disclosure', 'EA');
    const { exit, out } = await diff('--json');
    assert.equal(exit, 1);
    const { before, after, changes, counts, branchedOff } = JSON.parse(out);
    const id = git('rev-parse', 'HEAD');
    assert.deepEqual(
      [before, after, branchedOff],
      [{ state: 'commit', name: 'HEAD', commit: id }, { state: 'working' }, null],
    );
    assert.deepEqual(counts, { changes: 1, codings: 1 });
    const [{ after: side, key, fingerprint, ...rest }] = changes;
    assert.deepEqual(rest, {
      what: 'coding-added',
      about: 'codings',
      text: 'EA coded with “Self-disclosure”',
      quote: 'bring hope 🌱, quietly',
      by: 'EA',
      path: 'codings/EA/transcripts/group.jsonl',
      transcript: 'transcripts/group.md',
      entries: ['self-disclosure'],
    });
    assert.ok(key.length > 0 && fingerprint.length > 0);
    const text = [...study.read('transcripts/group.md').slice(1).replaceAll('\r\n', '\n')];
    assert.equal(text.slice(...side.coding.at).join(''), 'bring hope 🌱, quietly');
    change('codebook.md', '### Hope {#hope}', '### Hope {#hope color=teal}');
    const [recoloured] = JSON.parse((await diff('--code', 'hope', '--json')).out).changes;
    assert.deepEqual([recoloured.aspect, recoloured.before.color, recoloured.after.color], ['color', null, 'teal']);
    assert.equal(recoloured.after.parent, 'influence');
  });

  it('lists by code, theme or transcript, and only what is wanted', async () => {
    await code(study, 'pp-01.md', 'What did you do', 'hope', 'EA');
    await code(study, 'group.md', 'quietly', 'hope', 'MB');
    await code(study, 'group.md', 'True', 'valuing-the-role', 'MB');
    const headings = async (by: string) => (await diff('--by', by)).out.match(/^\S.*(?= {2}\(\d+\)$)/gm);
    assert.deepEqual(await headings('coder'), ['EA', 'MB']);
    assert.deepEqual(await headings('code'), ['Influence on meetings / Hope', 'The role / Valuing the role']);
    assert.deepEqual(await headings('theme'), ['Influence on meetings', 'The role']);
    assert.deepEqual(await headings('transcript'), ['transcripts/group.md', 'transcripts/pp-01.md']);
    assert.equal((await texts('--coder', 'ea')).length, 1);
    assert.equal((await texts('--code', 'Hope')).length, 2);
    assert.equal((await texts('--code', 'influence')).length, 2);
    assert.equal((await texts('--transcript', 'group')).length, 2);
    assert.equal((await texts('--transcript', 'transcripts/group.md', '--code', 'hope', '--coder', 'MB')).length, 1);
    assert.equal((await diff('--coder', 'JS')).exit, 0);
    assert.match((await diff('--code', 'hoep')).err, /no theme or code “hoep”.*\n.*Did you mean .*hope/);
    assert.match((await diff('--transcript', 'gruop')).err, /no transcript gruop/);
    assert.match((await diff('--coder', 'EV')).err, /no coder “EV”/);
    assert.match((await diff('--by', 'codr')).err, /cannot be listed by “codr”.\n {2}Did you mean code or coder/);
    assert.match((await diff('--md', '--json')).err, /do not go together/);
  });

  it('says who changed what stands in nobody’s folder, where that is saved', async () => {
    change('codebook.md', '### Hope {#hope}', '### Trust {#hope}');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'renamed', '--author=Bo <bo@x>');
    assert.match((await diff('HEAD~1', 'HEAD')).out, /^Bo {2}\(1\)\n\n {2}Renamed “Hope” to “Trust”\n/m);
    assert.match((await diff('HEAD~1')).out, /^Codebook {2}\(1\)/m);
  });

  it('refuses what it does not know with what is near, and starts nothing by a name', async () => {
    git('branch', 'feature/eva');
    const refused = async (pattern: RegExp, ...args: string[]): Promise<void> => {
      const { exit, err, out } = await diff(...args);
      assert.deepEqual([exit, out], [2, ''], args.join(' '));
      assert.match(err, pattern);
    };
    await refused(/There is no version “mian”.\n {2}Did you mean main\?/, 'mian');
    await refused(/Did you mean feature\/eva\?/, 'main', 'eva');
    await refused(/Did you mean :working\?/, ':workin');
    await refused(/no version “zzzzzz”.\n {2}git branch --all/, 'zzzzzz');
    await refused(/There is no option --output/, '--output=x');
    await refused(/no version “--output=x”/, '--', '--output=x');
    await refused(/no version “main\s+eva”/, 'main\neva');
    await refused(/one argument too many/, 'main', 'main', 'main');
    await refused(/no folder/, '--study', 'gone');
    assert.deepEqual(JSON.parse((await diff('mian', '--json')).out).error.near, ['main']);
    const text = UNCODED['codebook.md'];
    const outside = new TemporaryStudy({ 'codebook.md': text });
    assert.match((await outside.run(['diff'])).err, /There is no history of this study/);
    assert.match((await outside.run(['diff', 'main'])).err, /There is no history of this study/);
    gitIn(outside.root, ['init', '--quiet']);
    assert.match((await outside.run(['diff'])).err, /No version of this study has been saved yet/);
    outside.remove();
  });

  it('leaves no trace', async () => {
    await code(study, 'pp-01.md', 'What did you do', 'hope', 'EA');
    const before = [study.hash(), study.names()];
    for (const more of [[], ['--json'], ['--md'], ['HEAD', ':index']]) await diff(...more);
    assert.deepEqual([study.hash(), study.names()], before);
  });
});
