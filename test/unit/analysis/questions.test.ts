import assert from 'node:assert/strict';
import { groupQuestions, type Question, type QuestionSide } from '../../../src/core/analysis/questions/question.js';
import { QuestionReader } from '../../../src/core/analysis/questions/questionReader.js';
import type { ReviewTurn } from '../../../src/core/analysis/reviewPassage.js';
import type { ConflictSubject, FileVersions, MergeConflict } from '../../../src/core/merge/merge.js';
import type { DiffPart } from '../../../src/core/text/wordDiff.js';
import { absent, codingConflict, conflict, says } from '../support/conflicts.js';
import { EA_ONE, edit, made, ONE, reviewStudy, TWO } from '../support/reviewStudy.js';

/** Words that only one side has in braces. */
const marked = (words: readonly DiffPart[]): string =>
  words.map(({ text, kind }) => (kind === 'same' ? text : `{${text}}`)).join('');
const wordsOf = ({ words }: QuestionSide): string => marked(words);
const passageOf = (turns: readonly ReviewTurn[] | undefined): string =>
  marked((turns ?? []).flatMap(({ words }) => words));
const around = (turns: readonly ReviewTurn[] | undefined): string =>
  (turns ?? []).map(({ before, after }) => `${before}|${after}`).join(' / ');

async function read(
  conflicts: readonly MergeConflict[],
  study?: Awaited<ReturnType<typeof reviewStudy>>,
  further: readonly FileVersions[] = [],
): Promise<readonly Question[]> {
  const opened = study ?? (await reviewStudy());
  const files = [...new Set(conflicts.map(({ path }) => path))].map(path => ({
    versions: { path, bases: [], ours: undefined, theirs: undefined },
    conflicts: conflicts.filter(one => one.path === path),
  }));
  const asked = [...files, ...further.map(versions => ({ versions, conflicts: [] }))];
  return new QuestionReader(opened.study).read(asked);
}

async function only(one: MergeConflict, study?: Awaited<ReturnType<typeof reviewStudy>>): Promise<Question> {
  const [question] = await read([one], study);
  assert.ok(question);
  return question;
}

const KITCHEN = made('Maria from the kitchen brought me tea every morning', 'kitchen000');

describe('a question about a coding', () => {
  it('shows which codes the sides give it, by title and colour, and the quote in its surroundings', async () => {
    const ours = { ...KITCHEN, code: 'being-heard' };
    const theirs = { ...KITCHEN, code: 'optimism' };
    const question = await only(codingConflict('code', ours, theirs, { ...KITCHEN, code: 'gone' }, ({ code }) => code));
    assert.deepEqual(question.about, { is: 'coding', coder: 'EA' });
    assert.deepEqual(question.group, { is: 'transcript', path: ONE, name: 'pp-01' });
    // A former id goes by the code it is part of now.
    assert.deepEqual([question.ours, question.theirs].map(wordsOf), ['Being heard', 'Hope']);
    assert.ok(question.ours.color !== undefined && question.ours.color !== question.theirs.color);
    assert.equal(question.before && wordsOf(question.before), 'gone');
    assert.equal(passageOf(question.passage?.turns), KITCHEN.quote);
    assert.match(around(question.passage?.turns), /\|\. That was the moment I stayed\./);
    assert.equal(question.passage?.isToday, true);
  });

  it('calls a code as the codebook does that comes in with it', async () => {
    const theirs = { ...KITCHEN, code: 'warmth' };
    const book = {
      path: 'codebook.md',
      bases: [''],
      ours: '# Codebook\n',
      theirs: '# Codebook\n\n## Human warmth {#warmth color=red}\n',
    };
    const [question] = await read([codingConflict('code', KITCHEN, theirs, undefined, ({ code }) => code)], undefined, [
      book,
    ]);
    assert.ok(question);
    assert.deepEqual([wordsOf(question.theirs), question.theirs.color], ['Human warmth', 'red']);
  });

  it('follows the passage to where it is today', async () => {
    const study = await reviewStudy();
    await edit(study, ONE, text => `**I:** Is this all right?\n\n${text.replace('I stayed', 'I decided to stay')}`);
    const question = await only(
      codingConflict('memo', { ...KITCHEN, memo: 'a' }, { ...KITCHEN, memo: 'b' }, KITCHEN, ({ memo = '' }) => memo),
      study,
    );
    assert.equal(question.passage?.isToday, true);
    assert.match(around(question.passage?.turns), /That was the moment I decided to stay/);
  });

  it('shows a passage that is gone as it was coded, and says so', async () => {
    const study = await reviewStudy();
    await edit(study, ONE, text => text.replace(/\*\*PP1:\*\* Maria.*\n/, ''));
    const question = await only(
      codingConflict('memo', { ...KITCHEN, memo: 'a' }, { ...KITCHEN, memo: 'b' }, KITCHEN, ({ memo = '' }) => memo),
      study,
    );
    assert.equal(question.passage?.isToday, false);
    assert.equal(passageOf(question.passage?.turns), KITCHEN.quote);
    assert.match(around(question.passage?.turns), /That was the moment I stayed/);
  });

  it('lays both passages out where that is the question, the words marked that one has alone', async () => {
    const longer = made(`${KITCHEN.quote}. That was the moment I stayed`, 'kitchen000');
    const question = await only(codingConflict('passage', KITCHEN, longer, KITCHEN, ({ quote }) => quote));
    assert.equal(question.passage, undefined);
    assert.equal(passageOf(question.ours.passage?.turns), KITCHEN.quote);
    assert.equal(passageOf(question.theirs.passage?.turns), `${KITCHEN.quote}{. That was the moment I stayed}`);
    assert.match(around(question.theirs.passage?.turns), / \/ \|\. \/ /);
    const other = made('frightened of the corridor', 'kitchen000');
    const moved = await only(codingConflict('passage', KITCHEN, other, KITCHEN, ({ quote }) => quote));
    assert.match(around(moved.theirs.passage?.turns), /When they asked me I was \|\./);
  });

  it('compares what was coded where both sides have one place', async () => {
    const study = await reviewStudy();
    await edit(study, ONE, text => text.replace('brought me tea', 'brought me green tea'));
    const { points } = { points: await study.study.transcripts.text(ONE) };
    const now = {
      ...KITCHEN,
      quote: KITCHEN.quote.replace('me tea', 'me green tea'),
      at: [KITCHEN.at[0], KITCHEN.at[1] + 6] as const,
      base: points?.base as string,
    };
    const question = await only(
      codingConflict('passage', KITCHEN, now, KITCHEN, ({ quote }) => quote),
      study,
    );
    assert.equal(passageOf(question.ours.passage?.turns), KITCHEN.quote);
    assert.match(passageOf(question.theirs.passage?.turns), /brought me \{green ?\} ?tea/);
  });

  it('marks the words of memos that only one side has, unless they have nothing in common', async () => {
    const memo = async (ours: string, theirs: string): Promise<string[]> => {
      const question = await only(
        codingConflict(
          'memo',
          { ...KITCHEN, memo: ours },
          { ...KITCHEN, memo: theirs },
          undefined,
          one => one.memo ?? '',
        ),
      );
      return [question.ours, question.theirs].map(wordsOf);
    };
    assert.deepEqual(await memo('The tea is care, not service.', 'The tea is care and routine.'), [
      'The tea is care{, not service}.',
      'The tea is care{ and routine}.',
    ]);
    assert.deepEqual(await memo('Quite something else', 'No word is shared'), [
      'Quite something else',
      'No word is shared',
    ]);
    assert.deepEqual(await memo('', 'New'), ['', 'New']);
  });

  it('says of a coding that one side removed what the other made of it', async () => {
    const theirs = { ...KITCHEN, code: 'being-heard', memo: 'It is care, and routine', flag: 7 };
    const known = await only(
      codingConflict('presence', undefined, theirs, { ...KITCHEN, memo: 'It is care' }, ({ quote }) => quote),
    );
    assert.deepEqual(known.ours, { isThere: false, isRemoved: true, words: [] });
    assert.deepEqual(
      known.theirs.changed?.map(({ aspect, words }) => [aspect, marked(words)]),
      [
        ['code', 'Being heard'],
        ['memo', 'It is care{, and routine}'],
        ['flag', '7'],
      ],
    );
    assert.equal(known.before, undefined);
    assert.deepEqual(known.about, {
      is: 'coding',
      coder: 'EA',
      code: { title: 'Being heard', color: known.about.is === 'coding' && known.about.code?.color },
    });
    // Where nobody knows what was before, nobody can say that it was removed: all that it says is said.
    const unknown = await only(codingConflict('presence', KITCHEN, undefined, undefined, ({ quote }) => quote));
    assert.deepEqual(unknown.theirs, { isThere: false, words: [] });
    assert.deepEqual(
      unknown.ours.changed?.map(({ aspect, words }) => [aspect, marked(words)]),
      [['code', 'Hope']],
    );
    assert.equal(passageOf(unknown.passage?.turns), KITCHEN.quote);
  });
});

describe('questions', () => {
  const SUBJECTS: readonly (readonly [string, ConflictSubject, string])[] = [
    ['transcripts/pp-02.md', { is: 'passage', line: 4 }, 'text'],
    ['participants.csv', { is: 'participant', participant: 'PP1' }, 'role'],
    ['verbatim.json', { is: 'study-file', name: 'title' }, 'title'],
    ['codings/EA/discussion.ndjson', { is: 'comment', author: 'EA', id: 'c1', comment: 'Is it?' }, 'comment'],
    ['memos/2026-03-02-hope.md', { is: 'passage', line: 0 }, 'text'],
    ['codings/EA/other.ndjson', { is: 'record', id: 'r1' }, 'presence'],
    ['codings/EA/transcripts/pp-01.reading.ndjson', { is: 'reading', coder: 'EA', transcript: ONE }, 'state'],
    ['codebook.md', { is: 'entry', kind: 'code', id: 'hope', title: 'Hope' }, 'definition'],
    ['codebook.md', { is: 'codebook-text' }, 'text'],
    ['docs/notes.md', { is: 'file' }, 'presence'],
  ];

  it('stand under the codebook, transcripts, discussion, memos, participants, the study file and other files', async () => {
    const questions = await read(
      SUBJECTS.map(([path, subject, aspect]) => conflict(subject, aspect, says('a'), says('b'), { path })),
    );
    assert.deepEqual(
      groupQuestions(questions).map(({ group, questions: all }) => [
        group.is,
        group.name,
        all.map(({ about }) => about.is),
      ]),
      [
        ['codebook', 'codebook.md', ['code', 'codebook-text']],
        ['transcript', 'pp-01', ['reading']],
        ['transcript', 'pp-02', ['passage']],
        ['discussion', '', ['comment']],
        ['memo', 'hope', ['passage']],
        ['participants', 'participants.csv', ['participant']],
        ['study-file', 'verbatim.json', ['study-file']],
        ['file', 'docs/notes.md', ['file']],
        ['file', 'codings/EA/other.ndjson', ['record']],
      ],
    );
    assert.equal(new Set(questions.map(({ key }) => key)).size, questions.length);
  });

  it('say where an entry of the codebook belongs, and show a colour as one', async () => {
    const subject = { is: 'entry', kind: 'code', id: 'hope', title: 'Hope' } as const;
    const question = await only(
      conflict(subject, 'color', says('Red'), says('#12ab34'), { path: 'codebook.md', base: says('') }),
    );
    assert.ok(question.about.is === 'code');
    assert.deepEqual([question.about.title, question.about.within], ['Hope', ['Influence']]);
    assert.deepEqual(
      [question.ours.color, question.theirs.color, question.before?.color],
      ['red', '#12ab34', undefined],
    );
  });

  it('have another fingerprint as soon as a side says something else, and else the same', async () => {
    const subject = { is: 'participant', participant: 'PP1' } as const;
    const print = async (ours: string, theirs: string): Promise<string> =>
      (await only(conflict(subject, 'role', says(ours), says(theirs), { path: 'participants.csv' }))).fingerprint;
    assert.equal(await print('peer', 'nurse'), await print('peer', 'nurse'));
    assert.equal(
      new Set([await print('peer', 'nurse'), await print('nurse', 'peer'), await print('peer', 'doctor')]).size,
      3,
    );
  });

  it('leave out of long texts what is far from the words that differ', async () => {
    const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
    const subject = { is: 'passage', line: 0 } as const;
    const question = await only(
      conflict(subject, 'text', says(`${long} here ${long}`), says(`${long} there ${long}`), { path: 'docs/a.md' }),
    );
    assert.match(wordsOf(question.ours), /^….{100,200}\{here\}.{100,200}…$/);
    assert.match(wordsOf(question.theirs), /\{there\}/);
    const gone = await only(
      conflict({ is: 'file' }, 'presence', says(long), absent, { path: 'docs/a.md', base: says(long) }),
    );
    assert.ok(wordsOf(gone.ours).length < 1000 && wordsOf(gone.ours).endsWith('…'));
    assert.deepEqual(gone.theirs, { isThere: false, isRemoved: true, words: [] });
  });

  it('of one transcript read it once, and stop where nobody wants to know any more', async () => {
    const opened = await reviewStudy();
    opened.store.readPaths.length = 0;
    const ids = ['one', 'two', 'three'];
    const conflicts = ids.map(id =>
      codingConflict(
        'memo',
        { ...KITCHEN, id, memo: 'a' },
        { ...KITCHEN, id, memo: 'b' },
        undefined,
        one => one.memo ?? '',
      ),
    );
    await read(conflicts, opened);
    assert.deepEqual(
      opened.store.readPaths.filter(path => path === ONE),
      [ONE],
    );
    const files = [{ versions: { path: EA_ONE, bases: [], ours: '', theirs: '' }, conflicts }];
    const counted: number[][] = [];
    const reader = new QuestionReader(opened.study);
    await reader.read(files, (...all) => counted.push(all));
    assert.deepEqual(counted, [
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    assert.deepEqual(await reader.read(files, undefined, { cancelled: true }), []);
    assert.equal(opened.store.readPaths.includes(TWO), false);
  });
});
