import assert from 'node:assert/strict';
import { Anchors } from '../../../src/core/anchoring/anchors.js';
import { afterSave, type FollowedRecord } from '../../../src/core/anchoring/follow.js';
import { FollowedRecords, type Keyed } from '../../../src/core/anchoring/followedRecords.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import { undo } from '../../../src/core/coding/history.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { Study } from '../../../src/core/study/study.js';
import { writeFollowed } from '../../../src/core/study/writeFollowed.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const TEXT = '**INT:** How was it? 😀\n\n**PP3:** I told my story 😀 once, and it got better after that.\n';
const BASE = 'aaaaaaaaaaaa';

/** A coding of the first place of some words. */
function codingOf(words: string, text = TEXT, base = BASE): Coding {
  const points = new CodePoints(text);
  const start = points.fromUtf16(text.indexOf(words));
  const span = { start, end: start + [...words].length };
  return {
    ...coding({ id: `${words.replace(/[^a-z]/g, '')}0000000000`.slice(0, 10) }),
    ...anchorOf(points, span, base),
  };
}

const keyed = (record: Coding): Keyed => ({ key: record.id, record });

describe('records of a text that is edited', () => {
  const story = codingOf('my story 😀 once');
  const better = codingOf('it got better');

  function followed(...records: Coding[]): FollowedRecords {
    const following = new FollowedRecords(TEXT);
    following.settle(records.map(keyed), new Anchors(following.points, BASE));
    return following;
  }

  /** Puts words in place of others, which are there once. */
  function replace(following: FollowedRecords, what: string, by: string): void {
    const { text } = following.points;
    const start = text.indexOf(what);
    const end = start + what.length;
    following.change([{ start, end, text: by }], text.slice(0, start) + by + text.slice(end));
  }

  it('are looked up once, and again where their line says something else', () => {
    const following = followed(story);
    replace(following, 'How', 'Tell me how');
    assert.deepEqual(following.wanted([keyed(story), keyed(better)]), [keyed(better)]);
    const same = { ...story, memo: 'Read again' };
    assert.deepEqual(following.wanted([keyed(same)]), []);
    const moved = { ...story, at: [better.at[0], better.at[1]] as const, quote: better.quote };
    assert.deepEqual(following.wanted([{ key: story.id, record: moved }]).length, 1);
  });

  it('say whether they were moved or reworded', () => {
    const following = followed(story, better);
    const outcome = (record: Coding) => {
      const where = following.where(record.id);
      return where && 'outcome' in where ? where.outcome : undefined;
    };
    assert.equal(outcome(better), 'exact');
    replace(following, 'told', 'have told them');
    replace(following, 'story 😀', 'whole story 😀');
    assert.equal(outcome(better), 'relocated');
    assert.equal(outcome(story), 'changed');
    replace(following, 'have told them', 'told');
    replace(following, 'whole story', 'story');
    assert.deepEqual([outcome(better), outcome(story)], ['exact', 'exact']);
  });

  it('are lost once they are typed over, and looked up again only when that is asked for', () => {
    const following = followed(better);
    replace(following, 'it got better', 'x');
    assert.deepEqual(following.where(better.id), { lost: { outcome: 'orphan', candidates: [] } });
    assert.deepEqual(following.wanted([keyed(better)]), []);
    assert.equal(following.lookUpLost(), true);
    assert.deepEqual(following.wanted([keyed(better)]), [keyed(better)]);
    following.settle([keyed(better)], new Anchors(following.points, undefined));
    assert.equal(following.lookUpLost(), false, 'the text is the same');
    replace(following, 'I told', 'I never told');
    assert.equal(following.lookUpLost(), true);
    replace(following, 'x after', 'it got better after');
    assert.ok(following.where(better.id) && 'lost' in (following.where(better.id) ?? {}));
    following.settle([keyed(better)], new Anchors(following.points, undefined));
    const { text } = following.points;
    const start = following.points.fromUtf16(text.indexOf('it got better'));
    assert.deepEqual(following.where(better.id), { span: { start, end: start + 13 }, outcome: 'relocated' });
  });

  it('stay where they are when their lines come to say so, and come back by undo', () => {
    const following = followed(better);
    replace(following, 'got', 'really got');
    const { points } = following;
    const start = points.fromUtf16(points.text.indexOf('it really'));
    const now = { ...better, ...anchorOf(points, { start, end: start + 20 }, 'bbbbbbbbbbbb'), quote: better.quote };
    following.await([keyed(now)]);
    assert.deepEqual(following.wanted([keyed(now)]), []);
    assert.deepEqual(following.where(better.id), { span: { start, end: start + 20 }, outcome: 'changed' });
    replace(following, 'really got', 'got');
    assert.deepEqual(following.where(better.id), { span: { start, end: start + 13 }, outcome: 'relocated' });
  });
});

describe('after a transcript was saved', () => {
  const NOW = TEXT.replace('How was it', 'Tell me, how was it').replace('told my story', 'never told my own story');
  const points = new CodePoints(NOW);
  const anchors = new Anchors(points, 'bbbbbbbbbbbb', new Map([[BASE, TEXT]]));
  const path = 'codings/EA/transcripts/pp-03.jsonl';

  function at(record: Coding, words: string, isOwn = true): FollowedRecord {
    const start = points.fromUtf16(NOW.indexOf(words));
    return { ...keyed(record), record, path, isOwn, span: { start, end: start + [...words].length } };
  }

  it('nothing is written for what is found where it was followed to, white space aside', () => {
    const story = codingOf('my story 😀 once');
    const better = codingOf('it got better');
    const done = afterSave([at(story, 'my own story 😀 once'), at(better, ' it got better ')], anchors);
    assert.deepEqual([done.moves.size, done.moved, done.lost], [0, [], []]);
  });

  it('today’s place is written for what would be found elsewhere or nowhere, the quote as it was', () => {
    const gone = {
      ...codingOf('it got better'),
      quote: 'something quite different',
      context: ['x', 'y'] as const,
      base: 'cccccccccccc',
    };
    const elsewhere = codingOf('it got better');
    const done = afterSave([at(gone, 'own story'), at(elsewhere, 'after that')], anchors);
    assert.equal(done.lost.length, 0);
    const [first, second] = [...(done.moves.get(path)?.values() ?? [])];
    assert.equal(first?.quote, 'something quite different');
    assert.equal(second?.quote, 'it got better');
    const start = points.fromUtf16(NOW.indexOf('after that'));
    assert.deepEqual(second?.at, [start, start + 10]);
    assert.equal(second?.base, 'bbbbbbbbbbbb');
    assert.equal(second?.context?.[0].endsWith('it got better '), true);
    // Whoever reads it now finds it there.
    assert.deepEqual(anchors.resolve(second ?? elsewhere).span, { start, end: start + 10 });
  });

  it('others’ codings are left alone; where they are not found they are lost', () => {
    const gone = {
      ...codingOf('it got better'),
      quote: 'something quite different',
      context: ['x', 'y'] as const,
      base: 'cccccccccccc',
    };
    const elsewhere = codingOf('it got better');
    const done = afterSave([at(gone, 'own story', false), at(elsewhere, 'after that', false)], anchors);
    assert.equal(done.moves.size, 0);
    assert.deepEqual(
      done.lost.map(({ resolution }) => [resolution.outcome, resolution.span, resolution.candidates.length > 1]),
      [
        ['orphan', undefined, false],
        ['ambiguous', undefined, true],
      ],
    );
  });

  it('is written as one action that can be undone, and leaves lines alone that somebody changed meanwhile', async () => {
    const gone = {
      ...codingOf('it got better'),
      base: 'cccccccccccc',
      quote: 'something quite different',
      context: ['x', 'y'] as const,
    };
    const mended = {
      ...codingOf('my story'),
      base: 'cccccccccccc',
      quote: 'and this one too',
      context: ['x', 'y'] as const,
    };
    const notes = 'codings/EA/transcripts/pp-03.reading.ndjson';
    const { code: _, ...note } = { ...gone, id: 'note000000', memo: 'Hm' };
    const before = `${formatCodingLine({ ...mended, memo: 'new' })}\n${formatCodingLine(gone)}\n`;
    const notesBefore = `${formatCodingLine(note as unknown as Coding)}\n`;
    const store = new MemoryStore({ 'transcripts/pp-03.md': NOW, [path]: before, [notes]: notesBefore });
    const study = new Study(store, fixedEnvironment());
    await study.refresh();
    const wish = afterSave(
      [at(gone, 'own story'), at(mended, 'after that'), { ...at(note as unknown as Coding, 'how'), path: notes }],
      anchors,
    );
    const done = await writeFollowed(study, wish);
    assert.deepEqual([done.codings, done.notes], [1, 1]);
    assert.ok(store.text(path)?.includes(formatCodingLine({ ...mended, memo: 'new' })));
    assert.match(store.text(notes) ?? '', /"base": "bbbbbbbbbbbb"/);
    await undo(study, { done: [{ title: '', edits: done.edits }], undone: [] });
    assert.deepEqual([store.text(path), store.text(notes)], [before, notesBefore]);
  });
});
