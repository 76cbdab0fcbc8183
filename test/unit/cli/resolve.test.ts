import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseCodingFile } from '../../../src/core/coding/file.js';
import { codingLine, GitStudy } from './support/gitStudy.js';
import type { Result } from './support/study.js';

const FILE = 'codings/EA/transcripts/pp-03.jsonl';
const MEMO = 'memos/a.md';
const line = (number: number, code = 'hope'): string => codingLine(number, code);
const BASE = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => line(number)).join('');
/** The same, and some more. */
const LONG = BASE + [10, 11, 12].map(number => line(number)).join('');
const recoded = (text: string, number: number, code: string): string => text.replace(line(number), line(number, code));
const without = (text: string, number: number): string => text.replace(line(number), '');
/** The text with a line at another place, as programs that sort lines leave it. */
const moved = (text: string, number: number, before: number, code = 'hope'): string =>
  without(text, number).replace(line(before), line(number, code) + line(before));

interface Json {
  readonly merges: readonly { readonly underWay: string | null; readonly ours: { readonly subject: string } }[];
  readonly files: readonly { readonly path: string; readonly changed: boolean; readonly settled: boolean }[];
  readonly questions: readonly {
    readonly id: string;
    readonly key: string;
    readonly aspect: string;
    readonly ours: { readonly text: string };
    readonly theirs: { readonly text: string };
    readonly from: { readonly ours: string; readonly theirs: string };
  }[];
  readonly left: readonly unknown[];
  readonly unknown: readonly string[];
  readonly counts: unknown;
}

describe('verbatim resolve', function () {
  this.timeout(60_000);

  let study: GitStudy;
  const resolve = async (exit: number, ...args: string[]): Promise<Result> => {
    const result = await study.verbatim('resolve', ...args);
    assert.equal(result.exit, exit, result.out + result.err);
    return result;
  };
  const json = async (exit: number, ...args: string[]): Promise<Json> =>
    JSON.parse((await resolve(exit, '--json', ...args)).out) as Json;
  const codes = (text = study.read(FILE)): string => {
    const { codings, problems } = parseCodingFile(text, { path: FILE, coder: 'EA', transcript: '' });
    assert.deepEqual(problems, []);
    return codings.map(({ id, code }) => Number(id.slice(-4)) + (code === 'hope' ? '' : ` ${code}`)).join(', ');
  };
  const stops = (...args: string[]): void => assert.notEqual(study.run(...args).exit, 0, args.join(' '));
  const unmerged = (): string => study.git('ls-files', '--unmerged');
  const versions = (ours: string | undefined, theirs: string | undefined): void => {
    const from = study.git('rev-parse', 'main');
    study.version('topic', from, { [FILE]: theirs });
    study.version('main', from, { [FILE]: ours });
  };
  beforeEach(() => {
    study = new GitStudy('our study');
    study.put('codebook.md', '# Codebook\n');
    study.put(FILE, BASE);
    study.put(MEMO, 'a\n\nb\n\nc\n\nd\n\ne\n');
    study.commit('start');
  });
  afterEach(() => study.remove());

  // Changes of lines that touch each other, which is a conflict to git.
  const OURS = without(recoded(BASE, 2, 'fear'), 5);
  const THEIRS = without(recoded(BASE, 3, 'trust'), 4);
  const BOTH = '1, 2 fear, 3 trust, 6, 7, 8, 9';

  describe('while git waits', () => {
    const ways: Readonly<Record<string, readonly [begin: () => void, end: () => void]>> = {
      merge: [() => stops('merge', 'topic'), () => study.git('commit', '--no-edit')],
      squash: [() => stops('merge', '--squash', 'topic'), () => study.git('commit', '--no-edit')],
      'cherry-pick': [() => stops('cherry-pick', 'topic'), () => study.git('cherry-pick', '--continue')],
      rebase: [() => stops('rebase', 'topic'), () => study.git('rebase', '--continue')],
      revert: [
        () => {
          study.put(FILE, BASE);
          study.commit('by hand');
          study.put(FILE, THEIRS);
          study.commit('theirs');
          stops('revert', '--no-edit', 'HEAD~1');
        },
        () => study.git('revert', '--continue'),
      ],
      stash: [
        () => {
          study.git('reset', '--quiet', '--hard', 'main~1');
          study.put(FILE, OURS);
          study.git('stash', '--quiet');
          study.git('reset', '--quiet', '--hard', 'topic');
          stops('stash', 'pop');
        },
        () => study.commit('popped'),
      ],
    };
    for (const [name, [begin, end]] of Object.entries(ways)) {
      it(`settles a ${name} in which nothing is in question`, async () => {
        versions(OURS, THEIRS);
        begin();
        assert.notEqual(unmerged(), '');
        const listed = await resolve(0, '--list');
        assert.match(listed.out, /^Would put together codings\/EA\/transcripts\/pp-03\.jsonl\.$/m);
        assert.notEqual(unmerged(), '');
        const { merges, files } = await json(0);
        assert.equal(merges[0]?.underWay, name);
        assert.deepEqual(files, [{ path: FILE, changed: true, settled: true, questions: 0 }]);
        assert.deepEqual([codes(), unmerged()], [BOTH, '']);
        await resolve(0);
        end();
        assert.equal(study.git('status', '--porcelain'), '');
        assert.equal(codes(), BOTH);
        await resolve(0);
        assert.equal(study.git('status', '--porcelain'), '');
      });
    }

    it('leaves marks around what is in question alone, says who says what, and takes what is decided', async () => {
      versions(recoded(recoded(OURS, 1, 'grief'), 7, 'awe'), recoded(recoded(THEIRS, 1, 'anger'), 7, 'joy'));
      stops('merge', 'topic');
      const { out } = await resolve(1);
      assert.match(out, /^\w{7} {2}the code of a coding by EA {2}\(codings\/EA\/transcripts\/pp-03\.jsonl\)$/m);
      assert.match(
        out,
        /^ {4}“What was said at 100”\n {2}before\n {6}hope\n {2}ours {2}\(EA: What main did\)\n {6}grief$/m,
      );
      assert.match(
        out,
        /^ {2}theirs {2}\(EA: What topic did\)\n {6}anger\n {2}verbatim resolve --take \w{7}=ours\|theirs/m,
      );
      assert.match(out, /^2 questions to decide\. Marks stand around them in the files\.$/m);
      const mark = (ours: string, theirs: string): string =>
        `<<<<<<< EA: What main did\n${ours}=======\n${theirs}>>>>>>> EA: What topic did\n`;
      const rest = [line(2, 'fear'), line(3, 'trust'), line(6)].join('');
      const [first, second] = [mark(line(1, 'grief'), line(1, 'anger')), mark(line(7, 'awe'), line(7, 'joy'))];
      assert.equal(study.read(FILE), first + rest + second + line(8) + line(9));
      assert.notEqual(unmerged(), '');
      const { questions } = await json(1);
      assert.equal(study.read(FILE), first + rest + second + line(8) + line(9));
      assert.deepEqual(
        questions.map(({ aspect, ours, theirs, from }) => [aspect, ours.text, theirs.text, from.theirs]),
        [
          ['code', 'grief', 'anger', 'EA: What topic did'],
          ['code', 'awe', 'joy', 'EA: What topic did'],
        ],
      );
      await resolve(1, '--take', `${questions[0]?.id}=theirs`);
      assert.equal(study.read(FILE), line(1, 'anger') + rest + second + line(8) + line(9));
      await resolve(0, '--take', `${questions[1]?.key}=ours`);
      assert.equal(codes(), '1 anger, 2 fear, 3 trust, 6, 7 awe, 8, 9');
      assert.equal(unmerged(), '');
      study.git('commit', '--quiet', '--no-edit');
      // What was decided is not asked again.
      assert.match((await resolve(0)).out, /nothing is to be mended/);
      assert.equal(study.git('status', '--porcelain'), '');
    });

    it('decides all that is left as one side has it, and lists what it would do', async () => {
      versions(recoded(OURS, 1, 'grief'), recoded(THEIRS, 1, 'anger'));
      stops('merge', 'topic');
      const before = study.read(FILE);
      assert.match((await resolve(0, '--list', '--theirs')).out, /Would put together/);
      await resolve(1, '--list');
      assert.equal(study.read(FILE), before);
      await resolve(0, '--theirs');
      assert.equal(codes(), '1 anger, 2 fear, 3 trust, 6, 7, 8, 9');
    });

    it('keeps what somebody settled by hand, with marks left elsewhere or without', async () => {
      versions(recoded(recoded(BASE, 2, 'fear'), 7, 'awe'), recoded(recoded(BASE, 2, 'trust'), 7, 'joy'));
      stops('merge', 'topic');
      const marked = study.read(FILE);
      study.put(FILE, marked.replace(/<{7}[\s\S]*?>{7}[^\n]*\n/, line(2, 'neither')));
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ ours }) => ours.text),
        ['awe'],
      );
      assert.match(study.read(FILE), /"neither"/);
      study.put(FILE, recoded(recoded(BASE, 2, 'neither'), 7, 'joy'));
      await resolve(0);
      assert.equal(codes(), '1, 2 neither, 3, 4, 5, 6, 7 joy, 8, 9');
      assert.equal(unmerged(), '');
    });

    it('mends what git put together by itself, next to what it could not', async () => {
      study.put(FILE, LONG);
      study.commit('more');
      // Moved on both sides: two lines that are one coding. Removed on one, moved on the other: back again.
      versions(
        moved(moved(recoded(LONG, 1, 'grief'), 3, 6), 10, 7),
        without(moved(recoded(LONG, 1, 'anger'), 3, 12), 10),
      );
      stops('merge', 'topic');
      await resolve(1);
      study.put(FILE, study.read(FILE).replace(/<{7}[\s\S]*?>{7}[^\n]*\n/, line(1, 'grief')));
      await resolve(0);
      assert.deepEqual(codes().split(', ').sort(), ['1 grief', '11', '12', '2', '3', '4', '5', '6', '7', '8', '9']);
    });

    it('makes a conflict of what git put together although it contradicts itself', async () => {
      const other = 'codings/EA/other.jsonl';
      study.put(other, BASE);
      study.commit('another file');
      const from = study.git('rev-parse', 'main');
      study.version('topic', from, { [FILE]: recoded(BASE, 1, 'anger'), [other]: moved(BASE, 3, 9, 'joy') });
      study.version('main', from, { [FILE]: recoded(BASE, 1, 'grief'), [other]: moved(BASE, 3, 6, 'awe') });
      stops('merge', 'topic');
      assert.doesNotMatch(unmerged(), /other/);
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ ours, theirs }) => [ours.text, theirs.text]),
        [
          ['awe', 'joy'],
          ['grief', 'anger'],
        ],
      );
      assert.match(unmerged(), /other/);
      stops('commit', '--no-edit');
      await resolve(0, '--ours');
      assert.equal(unmerged(), '');
      assert.deepEqual(codes(study.read(other)).split(', ').sort(), ['1', '2', '3 awe', '4', '5', '6', '7', '8', '9']);
    });

    it('asks about files that one side removed, takes those both began, and follows renames', async () => {
      versions(undefined, THEIRS);
      stops('merge', 'topic');
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ aspect }) => aspect),
        ['presence'],
      );
      await resolve(0, '--ours');
      assert.deepEqual([existsSync(path.join(study.root, FILE)), unmerged()], [false, '']);
      study.git('reset', '--quiet', '--hard', 'main~1');
      versions(BASE, THEIRS);
      const begun = 'codings/EA/new.jsonl';
      study.version('topic', 'topic', { [begun]: line(2) + line(3) });
      study.version('main', 'main', { [begun]: line(1) + line(3) });
      study.git('mv', `our study/${FILE}`, 'our study/codings/EA/renamed.jsonl');
      study.put('codings/EA/renamed.jsonl', OURS);
      study.commit('renamed');
      stops('merge', 'topic');
      await resolve(0);
      assert.deepEqual([codes(study.read(begun)), codes(study.read('codings/EA/renamed.jsonl'))], ['1, 2, 3', BOTH]);
      assert.equal(unmerged(), '');
    });

    it('puts memos and transcripts together only where git could not, and touches no others', async () => {
      const transcript = 'transcripts/pp-03.md';
      study.put(transcript, 'I: a\n\nPP3: b\n\nI: c\n\nPP3: d\n');
      study.commit('a transcript');
      const from = study.git('rev-parse', 'main');
      const text = study.read(transcript);
      study.version('topic', from, { [MEMO]: 'a1\n\nb\n\nc\n\nd\n\ne\n', [transcript]: text.replace('a', 'theirs') });
      study.version('main', from, { [MEMO]: 'a2\n\nb\n\nc\n\nd\n\ne\n', [transcript]: text.replace('d', 'ours') });
      stops('merge', 'topic');
      study.put(transcript, `${study.read(transcript)}\nI: by hand\n`);
      const by = study.read(transcript);
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ ours, theirs }) => [ours.text, theirs.text]),
        [['a2', 'a1']],
      );
      await resolve(0, '--take', `${questions[0]?.id}=both`);
      assert.match(study.read(MEMO), /^a2\na1\n\nb/);
      assert.equal(study.read(transcript), by);
    });

    it('writes the line ends that git writes here', async () => {
      study.git('config', 'core.autocrlf', 'true');
      study.git('rm', '--quiet', '-r', '--cached', '.');
      study.git('reset', '--quiet', '--hard');
      const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
      assert.equal(study.read(FILE), crlf(BASE));
      versions(crlf(recoded(OURS, 1, 'grief')), crlf(recoded(THEIRS, 1, 'anger')));
      stops('merge', 'topic');
      await resolve(1);
      assert.doesNotMatch(study.read(FILE), /[^\r]\n/);
      await resolve(0, '--ours');
      assert.equal(
        study.read(FILE),
        crlf(recoded(without(without(recoded(recoded(BASE, 2, 'fear'), 3, 'trust'), 4), 5), 1, 'grief')),
      );
      study.git('commit', '--quiet', '--no-edit');
      assert.match((await resolve(0)).out, /nothing is to be mended/);
      assert.equal(study.git('status', '--porcelain'), '');
    });

    it('is about the files that are named, and refuses what it does not know', async () => {
      versions(OURS, THEIRS);
      study.version('topic', 'topic', { [MEMO]: 'x\n' });
      study.version('main', 'main', { [MEMO]: 'y\n' });
      stops('merge', 'topic');
      await resolve(0, 'codings');
      assert.doesNotMatch(unmerged(), /codings/);
      assert.match(unmerged(), /memos/);
      const before = study.read(MEMO);
      const refused = async (said: RegExp, ...args: string[]): Promise<void> =>
        assert.match((await resolve(2, ...args)).err, said);
      await refused(/no open question “nothing”/, '--take', 'nothing=ours');
      await refused(/does not say what to take/, '--take', 'nothing');
      await refused(/do not go together/, '--ours', '--theirs');
      await refused(/outside the study/, '../elsewhere');
      await refused(/no version “nowhere”/, '--our-version', 'nowhere');
      await refused(/needed together/, '--our-version', 'main');
      assert.equal(study.read(MEMO), before);
    });

    it('leaves to the person what is a question of names, and what is no text', async () => {
      study.version('topic', 'main', {});
      study.git('mv', `our study/${FILE}`, 'our study/codings/EA/one.jsonl');
      study.put('participants.csv', Buffer.from('participant\nJos\xe9\n', 'latin1'));
      study.commit('one name');
      study.git('checkout', '--quiet', 'main');
      study.git('mv', `our study/${FILE}`, 'our study/codings/EA/another.jsonl');
      study.put('participants.csv', Buffer.from('participant\nRen\xe9\n', 'latin1'));
      study.commit('another name');
      stops('merge', 'topic');
      const { out } = await resolve(1);
      assert.match(out, /^codings\/EA\/one\.jsonl is in question by its name: say with git add/m);
      assert.match(out, /^participants\.csv is no text in UTF-8: take one side with git checkout --ours/m);
      assert.deepEqual((await json(1)).files, []);
    });
  });

  describe('when all is done', () => {
    const clean = (...args: string[]): string => study.git(...args);

    it('takes out what git put in twice, and what it brought back', async () => {
      study.put(FILE, LONG);
      study.commit('more');
      versions(moved(moved(LONG, 3, 6), 10, 7), without(moved(LONG, 3, 12), 10));
      clean('merge', '--no-edit', 'topic');
      assert.equal(codes(), '1, 2, 4, 5, 3, 6, 10, 7, 8, 9, 11, 3, 12');
      const { out } = await resolve(0);
      assert.match(
        out,
        /^Put together codings\/EA\/transcripts\/pp-03\.jsonl\.\nNothing is in question\. Look at it with/,
      );
      assert.equal(codes().split(', ').sort().join(), '1,11,12,2,3,4,5,6,7,8,9');
      assert.equal(study.git('diff', '--name-only'), `our study/${FILE}`);
      assert.match((await resolve(0)).out, /nothing is to be mended/);
    });

    it('keeps later work, in the file as in the versions since', async () => {
      versions(moved(BASE, 3, 6), moved(BASE, 3, 9));
      clean('merge', '--no-edit', 'topic');
      study.put(FILE, recoded(without(study.read(FILE), 7), 5, 'later'));
      await resolve(0);
      assert.equal(codes().split(', ').sort().join(), '1,2,3,4,5 later,6,8,9');
    });

    it('asks about what contradicts itself and was put together all the same, and leaves it until that is decided', async () => {
      versions(moved(BASE, 3, 6, 'awe'), moved(BASE, 3, 9, 'joy'));
      clean('merge', '--no-edit', 'topic');
      const before = study.read(FILE);
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ ours, theirs }) => [ours.text, theirs.text]),
        [['awe', 'joy']],
      );
      assert.equal(study.read(FILE), before);
      await resolve(0, '--take', `${questions[0]?.id}=theirs`);
      assert.equal(codes().split(', ').sort().join(), '1,2,3 joy,4,5,6,7,8,9');
      await resolve(0);
    });

    it('asks where somebody took one side whole, and the other side had done something else beside it', async () => {
      versions(recoded(BASE, 2, 'fear'), recoded(BASE, 3, 'trust'));
      stops('merge', 'topic');
      clean('checkout', '--ours', '.');
      study.commit('ours');
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ ours, theirs }) => [ours.text, theirs.text]),
        [['hope', 'trust']],
      );
      assert.equal(codes(), '1, 2 fear, 3, 4, 5, 6, 7, 8, 9');
      await resolve(0, '--theirs');
      assert.equal(codes(), '1, 2 fear, 3 trust, 4, 5, 6, 7, 8, 9');
    });

    it('does not ask again what somebody decided by hand, in whatever way', async () => {
      for (const code of ['fear', 'trust', 'neither']) {
        versions(recoded(BASE, 2, 'fear'), recoded(BASE, 2, 'trust'));
        stops('merge', 'topic');
        study.put(FILE, recoded(BASE, 2, code));
        study.commit('decided');
        assert.match((await resolve(0)).out, /nothing is to be mended/);
        assert.equal(codes(), `1, 2 ${code}, 3, 4, 5, 6, 7, 8, 9`);
        study.git('reset', '--quiet', '--hard', 'main~2');
        study.put(FILE, BASE);
      }
    });

    it('looks at each version that a rebase or a cherry-pick put on top, and at squashes', async () => {
      const wrong = '1,2,3,3,4,5,6,7,8,9';
      const ways: Readonly<Record<string, () => void>> = {
        rebase: () => {
          study.git('checkout', '--quiet', 'topic');
          study.version('topic', 'topic', { 'memos/more.md': 'more\n' });
          clean('rebase', 'main');
        },
        'cherry-pick': () => clean('cherry-pick', 'topic'),
        squash: () => {
          clean('merge', '--squash', 'topic');
          clean('commit', '--no-edit');
        },
      };
      for (const [name, combine] of Object.entries(ways)) {
        versions(moved(BASE, 3, 6), moved(BASE, 3, 9));
        combine();
        assert.equal(codes().split(', ').sort().join(), wrong, name);
        await resolve(0);
        assert.equal(codes().split(', ').sort().join(), '1,2,3,4,5,6,7,8,9', name);
        study.git('checkout', '--quiet', '--force', 'main');
        study.git('reset', '--quiet', '--hard', ':/^start');
      }
    });

    it('says where it cannot look, since what was picked has no name here, and looks once that is named', async () => {
      versions(moved(BASE, 3, 6), moved(BASE, 3, 9));
      clean('cherry-pick', 'topic');
      const [copied, made] = [study.git('rev-parse', 'topic'), study.git('rev-parse', 'main')];
      study.git('branch', '--quiet', '-D', 'topic');
      const { out } = await resolve(0);
      assert.match(out, /^[0-9a-f]{7} was put on top of another version, and the one that it is a copy of is not/);
      assert.doesNotMatch(out, /[Nn]othing is/);
      assert.deepEqual((await json(0)).unknown, [made]);
      const [, named = ''] = /^ {2}verbatim resolve (.*)$/m.exec(out) ?? [];
      await resolve(0, ...named.replaceAll('COPIED', copied).split(' '));
      assert.equal(codes().split(', ').sort().join(), '1,2,3,4,5,6,7,8,9');
    });

    it('looks at an earlier merge whose versions are named', async () => {
      versions(moved(BASE, 3, 6), moved(BASE, 3, 9));
      const ours = study.git('rev-parse', 'main');
      clean('merge', '--no-edit', 'topic');
      study.version('main', 'main', { [MEMO]: 'later\n' });
      assert.match((await resolve(0)).out, /Nothing is to be put together/);
      await resolve(0, '--our-version', ours, '--their-version', 'topic');
      assert.equal(codes().split(', ').sort().join(), '1,2,3,4,5,6,7,8,9');
    });
  });

  describe('with nothing but marks', () => {
    const marked = (ours: string, theirs: string): string => `<<<<<<< a\n${ours}=======\n${theirs}>>>>>>> b\n`;

    it('finds out what they were before in the merge that they were saved with', async () => {
      versions(OURS, recoded(THEIRS, 2, 'joy'));
      stops('merge', 'topic');
      study.commit('marks and all');
      study.version('main', 'main', { [MEMO]: 'later\n' });
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ ours, theirs }) => [ours.text, theirs.text]),
        [['fear', 'joy']],
      );
      await resolve(0, '--theirs');
      assert.equal(codes(), '1, 2 joy, 3 trust, 6, 7, 8, 9');
    });

    it('takes every difference for a question where nothing tells', async () => {
      study.put(FILE, line(1) + marked(line(2, 'fear') + line(3), line(2, 'trust')) + line(4));
      const { questions } = await json(1);
      assert.deepEqual(
        questions.map(({ aspect }) => aspect),
        ['code', 'presence'],
      );
      await resolve(1, '--take', `${questions[1]?.id}=ours`);
      assert.equal(
        study.read(FILE),
        line(1) +
          marked(line(2, 'fear'), line(2, 'trust')).replace('a\n', 'ours\n').replace('b\n', 'theirs\n') +
          line(3) +
          line(4),
      );
      await resolve(0, '--theirs');
      assert.equal(codes(), '1, 2 trust, 3, 4');
    });

    it('knows more where the marks say what was before', async () => {
      study.put(
        FILE,
        `<<<<<<< a\n${line(2, 'fear')}||||||| base\n${line(2)}${line(3)}=======\n${line(2)}${line(3)}${line(4)}>>>>>>> b\n`,
      );
      await resolve(0);
      assert.equal(codes(), '2 fear, 4');
    });
  });

  it('has nothing to do where nothing was merged', async () => {
    assert.deepEqual(await resolve(0), { exit: 0, out: 'Nothing is to be put together.\n', err: '' });
    assert.deepEqual((await json(0)).counts, { files: 0, changed: 0, questions: 0 });
    rmSync(path.join(study.top, '.git'), { recursive: true });
    assert.match((await resolve(2)).err, /in no git repository/);
  });
});
