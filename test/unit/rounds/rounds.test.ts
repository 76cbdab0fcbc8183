import assert from 'node:assert/strict';
import { codersOf } from '../../../src/core/analysis/coderFigures.js';
import { removeCodingsById } from '../../../src/core/coding/actions.js';
import { mergedKindOf } from '../../../src/core/merge/kinds.js';
import { takeSide } from '../../../src/core/review/apply.js';
import { compareStates } from '../../../src/core/review/compare.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { workingSnapshot } from '../../../src/core/review/snapshots.js';
import { sideOf } from '../../../src/core/review/status.js';
import { StudyState } from '../../../src/core/review/studyState.js';
import { summarise } from '../../../src/core/review/summary.js';
import { hideRounds, roundsOf } from '../../../src/core/rounds/hideRounds.js';
import { isOpen } from '../../../src/core/rounds/round.js';
import { isCodersFile, roundsPath, roundsPlaceOf } from '../../../src/core/study/layout.js';
import { studyProblems } from '../../../src/core/study/problems.js';
import { seenStudy } from '../../../src/core/study/seen/seenStudy.js';
import { linesOf, made, ONE, reviewStudy, TEXT_ONE, TWO } from '../support/reviewStudy.js';

const FILE = roundsPath('PI');
const opening = (over: object = {}) => ({
  round: 'pilot',
  does: 'open',
  coders: ['EA', 'MB'],
  transcripts: [ONE],
  created: '2026-03-02T10:03:11Z',
  id: 'opening000',
  ...over,
});
const closing = (id: string, over: object = {}) => ({
  does: 'close',
  of: 'opening000',
  created: '2026-03-03T10:03:11Z',
  id,
  ...over,
});
const file = (...records: readonly unknown[]): string =>
  records.map(one => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');

/** The study with rounds, by person. */
async function withRounds(files: Readonly<Record<string, string>>) {
  const { store, study } = await reviewStudy();
  for (const [person, text] of Object.entries(files)) store.put(roundsPath(person), text);
  await study.refresh();
  return { store, study };
}

describe('blind rounds', () => {
  it('are lines in the folder of whoever opens and closes them, who is no coder by that', async () => {
    assert.equal(FILE, 'codings/PI/rounds.ndjson');
    assert.deepEqual(roundsPlaceOf(FILE), { path: FILE, coder: 'PI' });
    assert.equal(roundsPlaceOf('codings/PI/transcripts/rounds.ndjson'), undefined);
    assert.ok(isCodersFile(FILE));
    assert.equal(mergedKindOf(FILE), 'records');
    const { study } = await withRounds({
      PI: file(opening()),
      MB: file(closing('closing000')),
      JS: file(closing('closing001')),
    });
    const [round] = study.rounds.all();
    assert.ok(round);
    assert.deepEqual([round.name, round.by, round.coders, round.transcripts], ['pilot', 'PI', ['EA', 'MB'], [ONE]]);
    assert.deepEqual([...round.closings.keys()], ['MB']);
    assert.ok(isOpen(round));
    assert.deepEqual(codersOf(study), ['EA']);
    assert.deepEqual(roundsOf(study, 'EA'), [round]);
    for (const other of ['MB', 'PI', undefined]) assert.deepEqual(roundsOf(study, other), []);
  });

  it('tell what is wrong with a line, and keep it', async () => {
    const { study } = await withRounds({
      PI: file(
        '{"round": "pilot", "does": "open", "coders": ["EA"], "transcripts": ["a.md"], "created": "2026-03-02T10:03:11Z", "id": "x"}',
        opening({ coders: ['EA', 'M/B'] }),
        opening({ id: 'opening001' }),
        '<<<<<<< HEAD',
      ),
      JS: file(
        closing('closing000', { of: 'opening001' }),
        closing('closing001', { of: 'nothing000' }),
        closing('closing001', { of: 'nothing000' }),
      ),
    });
    const found = studyProblems(study).map(
      ({ rule, file: path, line, message }) => `${path.split('/')[1]}:${line} ${rule}: ${message}`,
    );
    assert.deepEqual(found.sort(), [
      'JS:1 round-idle: JS takes no part in the round that this line closes.',
      'JS:2 round-idle: No round that is open here has the id nothing000.',
      'JS:3 round-idle: No round that is open here has the id nothing000.',
      'JS:3 round-twice: The id closing001 stands twice in this file.',
      'PI:1 broken-line: This opening has no "coders" with two names or more.',
      'PI:2 round-idle: “M/B” cannot be the name of a coder.',
      'PI:4 broken-line: This line is a mark of git’s: two versions were not put together here.',
    ]);
  });

  it('hide colleagues on their transcripts from who takes part, and everywhere where one of these is gone', async () => {
    const { store, study } = await withRounds({ PI: file(opening()) });
    const text = linesOf(made('frightened of the corridor', 'mbcoding00'));
    store.put('codings/MB/transcripts/pp-01.jsonl', text);
    store.put('codings/MB/transcripts/pp-02.jsonl', linesOf(made('the room', 'mbcoding01')));
    await study.refresh();
    const seen = seenStudy(study, () => hideRounds(study, 'EA', roundsOf(study, 'EA')));
    const ids = (): boolean[] => ['corridor00', 'mbcoding00', 'mbcoding01'].map(id => seen.index.has(id));
    assert.deepEqual(ids(), [true, false, true]);
    store.put(ONE, undefined);
    await study.refresh();
    assert.deepEqual(ids(), [true, false, false]);
    store.put(ONE, TEXT_ONE);
    store.put(roundsPath('EA'), file(closing('closing000')));
    await study.refresh();
    assert.deepEqual(ids(), [true, true, true]);
    await removeCodingsById(study, ['mbcoding01']);
    assert.deepEqual(ids(), [true, true, false]);
    assert.ok(study.exists(TWO));
  });

  it('are changes like others when versions are compared: said, and taken back', async () => {
    const { store, study } = await withRounds({ PI: file(opening()) });
    const before = new StudyState(await frozen(store));
    store.put(FILE, undefined);
    store.put(roundsPath('EA'), file(closing('closing000'), '{"does": "dance"}'));
    await study.refresh();
    const after = new StudyState(await frozen(store));
    const sources = await compareStates(before, after);
    assert.deepEqual(
      sources.changes.map(change => describeChange(change).text),
      [
        '1 line that cannot be read came into codings/EA/rounds.ndjson',
        'PI took back: opened the blind round “pilot” for EA and MB',
        'EA closed a blind round',
      ],
    );
    assert.match(summarise(sources.changes), /1 line of a blind round added, 1 removed/);
    const rounds = sources.changes.filter(({ what }) => what.startsWith('round-'));
    for (const change of rounds) assert.equal(await sideOf(study, change, sources), 'after');
    const taken = await takeSide(study, rounds, 'before', sources);
    assert.deepEqual(taken.refused, []);
    assert.match(store.text(FILE) ?? '', /"round": "pilot"/);
    for (const change of rounds) assert.equal(await sideOf(study, change, sources), 'before');
  });
});

/** The files as they are now, whatever becomes of them. */
async function frozen(store: Parameters<typeof workingSnapshot>[0]) {
  const snapshot = await workingSnapshot(store);
  const texts = new Map<string, string | undefined>();
  for (const path of snapshot.files.keys()) texts.set(path, await snapshot.read(path));
  return { ...snapshot, read: async (path: string) => texts.get(path) };
}
