import assert from 'node:assert/strict';
import { checkStudy } from '../../../src/core/analysis/check.js';
import { EMPTY_HISTORY, record, redo, undo } from '../../../src/core/coding/history.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { appendQuote, createMemo } from '../../../src/core/memos/create.js';
import { memoFixes } from '../../../src/core/memos/fixes.js';
import { markdownOf } from '../../../src/core/memos/markdown.js';
import { memosOfEntry, memosOfExcerpt, memosOfTranscript } from '../../../src/core/memos/mentioning.js';
import { parseMemo } from '../../../src/core/memos/parse.js';
import { memoProblems, quoteProblems } from '../../../src/core/memos/problems.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';
import { smallStudy } from '../support/studies.js';

const HOPE = 'memos/2026-03-02-hope.md';
const TRANSCRIPT =
  '**INT:** How was it?\n\n**PP3:** Before that I was so careful. I think it got better after that, in the end. I ironed everything.\n';
const quote = 'it got better after that';
const at = TRANSCRIPT.indexOf(quote);
const CODING = coding({
  quote,
  at: [at, at + quote.length],
  context: [TRANSCRIPT.slice(at - 32, at), TRANSCRIPT.slice(at + quote.length, at + quote.length + 32)],
  id: 'aaaaaaaaaa',
});
const line = (words: string, link = 'pp-03#aaaaaaaaaa'): string => `> ${words}\n>\n> — PP3, [[${link}]]\n`;

async function open(memos: Readonly<Record<string, string>>): Promise<{ study: Study; store: MemoryStore }> {
  const store = new MemoryStore({
    ...smallStudy(),
    'transcripts/pp-03.md': TRANSCRIPT,
    'codings/EA/transcripts/pp-03.jsonl': `${formatCodingLine(CODING)}\n`,
    'codings/Bo/transcripts/pp-03.jsonl': '',
    ...memos,
  });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { study, store };
}

async function problemsOf(study: Study, path = HOPE) {
  const memo = await study.memos.get(path);
  assert.ok(memo);
  return [...memoProblems(study, memo), ...(await quoteProblems(study, memo))];
}

/** The memo with the first fix of its first problem. */
async function mended(study: Study): Promise<string> {
  const [problem] = await problemsOf(study);
  const [fix] = problem === undefined ? [] : memoFixes(study, problem);
  const memo = await study.memos.get(HOPE);
  assert.ok(fix && memo);
  return memo.points.slice(0, fix.span.start) + fix.text + memo.points.slice(fix.span.end, memo.points.length);
}

describe('the memos of a study', () => {
  const memos = {
    [HOPE]: '# Hope\n\nAs [[optimism]] and [[hope]]; [[#aaaaaaaaaa]], all over [[pp-03]].\n',
    'memos/2026-03-09-later.md': '---\nabout: influence\n---\n\n[[hope]]\n',
  };
  const titles = (found: readonly { memo: { title: string }; mentions: readonly unknown[] }[]): [string, number][] =>
    found.map(({ memo, mentions }) => [memo.title, mentions.length]);

  it('are not read before somebody asks, and then once', async () => {
    const { study, store } = await open(memos);
    const reads = (): string[] => store.readPaths.filter(path => path.startsWith('memos/'));
    assert.deepEqual(reads(), []);
    await Promise.all([study.memos.all(), study.memos.all()]);
    await study.memos.all();
    assert.equal(reads().length, 2);
  });

  it('are found by what they mention, former ids included, the latest first', async () => {
    const { study } = await open(memos);
    const entry = (id: string) => {
      const found = study.entry(id);
      assert.ok(found);
      return found;
    };
    assert.deepEqual(titles(await memosOfEntry(study, entry('hope'))), [
      ['later', 1],
      ['Hope', 2],
    ]);
    assert.deepEqual(titles(await memosOfEntry(study, entry('influence'))), [['later', 1]]);
    assert.deepEqual(titles(await memosOfExcerpt(study, 'aaaaaaaaaa')), [['Hope', 1]]);
    assert.deepEqual(titles(await memosOfTranscript(study, 'transcripts/pp-03.md')), [['Hope', 1]]);
  });

  it('follow every change one file at a time', async () => {
    const { study, store } = await open(memos);
    await study.memos.all();
    store.put(HOPE, '# Hope\n\nNothing.\n');
    store.put('memos/2026-04-01-new.md', '[[#aaaaaaaaaa]]\n');
    store.put('memos/2026-03-09-later.md', undefined);
    await study.reload([HOPE, 'memos/2026-04-01-new.md', 'memos/2026-03-09-later.md']);
    const before = store.calls.read;
    assert.deepEqual(titles(await memosOfExcerpt(study, 'aaaaaaaaaa')), [['new', 1]]);
    assert.equal(store.calls.read - before, 3);
    assert.equal((await study.memos.all()).length, 2);
  });

  it('that cannot be read are reported, and harm no other', async () => {
    const { study, store } = await open(memos);
    store.unreadable.add(HOPE);
    const { problems } = await checkStudy(study);
    assert.deepEqual(
      problems.filter(({ rule }) => rule.includes('memo')).map(({ rule, file }) => [rule, file]),
      [['unreadable-memo', HOPE]],
    );
    store.unreadable.clear();
    assert.equal((await study.memos.all()).length, 2);
  });
});

describe('problems of memos', () => {
  it('are none where every link leads somewhere and every quote stands', async () => {
    const other = 'memos/2026-03-01-first.md';
    const text = `[[hope]] [[optimism]] [[influence]] [[pp-03]] [[transcripts/pp-03.md]] [[2026-03-01-first]]\n\n${line('it got better')}`;
    const { study } = await open({ [HOPE]: text, [other]: '' });
    assert.deepEqual(await problemsOf(study), []);
  });

  it('name a link that leads nowhere, with codes that come near', async () => {
    const { study } = await open({ [HOPE]: 'First line.\n\nOn [[hoep]].\n' });
    const [problem] = await problemsOf(study);
    assert.deepEqual([problem?.rule, problem?.line, problem?.columns], ['memo-unknown-link', 3, [5, 9]]);
    assert.equal(await mended(study), 'First line.\n\nOn [[hope]].\n');
    const { study: titled } = await open({ [HOPE]: '[[Being Heard]]' });
    assert.equal(await mended(titled), '[[being-heard]]');
  });

  it('name a coding that is gone; the quote is compared with the transcript', async () => {
    const { study } = await open({ [HOPE]: line('it got better', 'pp-03#zzzzzzzzzz') });
    assert.deepEqual(
      (await problemsOf(study)).map(({ rule }) => rule),
      ['memo-lost-excerpt'],
    );
    assert.equal(await mended(study), line('it got better', 'pp-03#aaaaaaaaaa'));
    const { study: worse } = await open({ [HOPE]: line('it got much worse', 'pp-03#zzzzzzzzzz') });
    assert.deepEqual(
      (await problemsOf(worse)).map(({ rule }) => rule),
      ['memo-lost-excerpt', 'memo-quote'],
    );
    assert.equal(await mended(worse), line('it got much worse', 'pp-03'));
  });

  it('name a quote that no longer matches, with what the transcript says now', async () => {
    const text = `# Hope\n\n${line('it got better after that')}`;
    const { study, store } = await open({ [HOPE]: text });
    assert.deepEqual(await problemsOf(study), []);
    store.put('transcripts/pp-03.md', TRANSCRIPT.replace('got better', 'got *much* better'));
    await study.reload(['transcripts/pp-03.md']);
    const [problem] = await problemsOf(study);
    assert.deepEqual([problem?.rule, problem?.line], ['memo-quote', 3]);
    assert.match(problem?.message ?? '', /pp-03\.md, which says “it got much better after that”/);
    assert.equal(await mended(study), `# Hope\n\n${line('it got much better after that')}`);
  });

  it('name a quote whose passage is gone, without a guess', async () => {
    const { study, store } = await open({ [HOPE]: line('it got better after that') });
    store.put('transcripts/pp-03.md', '**INT:** How was it?\n\n**PP3:** I would rather not say.\n');
    await study.reload(['transcripts/pp-03.md']);
    const [problem] = await problemsOf(study);
    assert.match(problem?.message ?? '', /does not stand in transcripts\/pp-03\.md/);
    assert.deepEqual(problem && memoFixes(study, problem), []);
  });

  it('leave a quote alone that goes on beyond what was coded, or is of the transcript as a whole', async () => {
    const text = `${line('so careful. I think it got better')}\n${line('I ironed . . . everything', 'pp-03')}`;
    const { study } = await open({ [HOPE]: text });
    assert.deepEqual(await problemsOf(study), []);
    const { study: wrong } = await open({ [HOPE]: line('I ironed nothing', 'pp-03') });
    assert.deepEqual(
      (await problemsOf(wrong)).map(({ rule }) => rule),
      ['memo-quote'],
    );
  });

  it('are part of the check of the study, which reads no transcript for memos that quote none', async () => {
    const { study } = await open({ [HOPE]: '[[hoep]]' });
    assert.ok(
      (await checkStudy(study)).problems.some(({ rule, file }) => rule === 'memo-unknown-link' && file === HOPE),
    );
  });
});

describe('making a memo', () => {
  const passage = { words: 'it got *better* [laughs]', speakers: ['PP3'], transcript: 'transcripts/pp-03.md' };
  const wish = {
    title: 'Hope, carefully',
    author: 'EA',
    about: ['hope'],
    quotes: [{ ...passage, coding: 'aaaaaaaaaa' }],
  };

  it('fills in date, author, what it is about and the quote, and names the file by day and title', async () => {
    const { study, store } = await open({});
    const { path, line: cursor } = await createMemo(study, wish);
    assert.match(path, /^memos\/2026-03-0\d-hope-carefully\.md$/);
    const text = store.text(path) ?? '';
    assert.equal(
      text.replace(/date: .*/, 'date: D'),
      '---\ndate: D\nauthor: EA\nabout: [hope]\n---\n\n# Hope, carefully\n\n> it got \\*better\\* [laughs]\n>\n> — PP3, [[pp-03#aaaaaaaaaa]]\n\n\n',
    );
    assert.equal(text.split('\n')[cursor], '');
    const memo = parseMemo(text, path);
    assert.deepEqual([memo.title, memo.author, memo.quotes[0]?.words], ['Hope, carefully', 'EA', passage.words]);
    assert.equal(memo.problems.length, 0);
  });

  it('never writes over a memo', async () => {
    const { study, store } = await open({});
    const first = await createMemo(study, wish);
    store.put(first.path.replace('.md', '-2.md'), 'there before the study knew of it');
    const second = await createMemo(study, { ...wish, about: [] });
    assert.equal(second.path, first.path.replace('.md', '-3.md'));
    assert.match(store.text(first.path) ?? '', /about: \[hope\]/);
  });

  it('reads back whatever the author is called and it is about', async () => {
    const { study, store } = await open({});
    const author = 'E: A #1 "x"';
    const about = ['pp-03#aaaaaaaaaa', 'ärger'];
    const { path } = await createMemo(study, { ...wish, title: '  ', author, about });
    const memo = parseMemo(store.text(path) ?? '', path);
    assert.deepEqual([memo.author, memo.problems], [author, []]);
    assert.deepEqual(
      memo.mentions.slice(0, 2).map(({ link }) => link),
      [
        { kind: 'excerpt', transcript: 'pp-03', id: 'aaaaaaaaaa' },
        { kind: 'name', name: 'ärger' },
      ],
    );
  });

  it('is undone and redone as long as nobody has written in it', async () => {
    const { study, store } = await open({});
    const { path, edit } = await createMemo(study, wish);
    const text = store.text(path);
    const undone = await undo(study, record(EMPTY_HISTORY, { title: 'Made', edits: [edit] }));
    assert.equal(store.text(path), undefined);
    assert.ok(!study.exists(path));
    await redo(study, undone?.history ?? EMPTY_HISTORY);
    assert.equal(store.text(path), text);
  });

  it('is no longer undone once somebody has written in it: what was done before is', async () => {
    const { study, store } = await open({ [HOPE]: 'Before.\n' });
    const appended = await appendQuote(study, HOPE, passage);
    const { path, edit } = await createMemo(study, wish);
    store.put(path, `${store.text(path)}My thoughts.\n`);
    await study.reload([path]);
    const history = record(record(EMPTY_HISTORY, { title: 'Quoted', edits: [appended] }), {
      title: 'Made',
      edits: [edit],
    });
    const undone = await undo(study, history);
    assert.equal(undone?.action.title, 'Quoted');
    assert.match(store.text(path) ?? '', /My thoughts/);
    assert.equal(store.text(HOPE), 'Before.\n');
  });

  it('puts a quote at the end of a memo behind a blank line', async () => {
    const block = '> it got \\*better\\* [laughs]\n>\n> — PP3, [[pp-03]]\n\n';
    for (const [before, after] of [
      ['Before.\n', `Before.\n\n${block}`],
      ['Before.\n\n', `Before.\n\n${block}`],
      ['', block],
    ] as const) {
      const { study, store } = await open({ [HOPE]: before });
      await appendQuote(study, HOPE, passage);
      assert.equal(store.text(HOPE), after);
    }
  });

  it('writes words so that they read as they are', () => {
    for (const words of [
      'a *b* _c_ `d`',
      '# no heading',
      '1. no list',
      '- no item',
      '<b> & &amp;',
      'snake_case [[x]]',
      '\\',
    ]) {
      const memo = parseMemo(`> ${markdownOf(words)}\n>\n> — [[pp-03#aaaaaaaaaa]]\n`, HOPE);
      assert.equal(memo.quotes[0]?.words, words);
    }
  });
});
