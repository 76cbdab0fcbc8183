import assert from 'node:assert/strict';
import { ElsewhereSearch } from '../../../src/core/analysis/elsewhere.js';
import { countKinds, filterReview, groupReview, WAITING } from '../../../src/core/analysis/reviewFilter.js';
import {
  type ReviewEntry,
  type ReviewList,
  ReviewReader,
  type ReviewWish,
} from '../../../src/core/analysis/reviewList.js';
import type { ReviewTurn } from '../../../src/core/analysis/reviewPassage.js';
import { EA_ONE, edit, linesOf, made, ONE, reviewStudy, TEXT_ONE, TWO } from '../support/reviewStudy.js';

const wish = (over: Partial<ReviewWish> = {}): ReviewWish => ({
  me: 'EA',
  steps: new Map(),
  expanded: new Set(),
  ...over,
});

/** What is gone in brackets, what is new in braces. */
const shown = (turns: readonly ReviewTurn[]): string =>
  turns
    .flatMap(({ words }) => words)
    .map(({ text, kind }) => (kind === 'gone' ? `[${text}]` : kind === 'new' ? `{${text}}` : text))
    .join('');

const entryOf = ({ entries }: ReviewList, id: string): ReviewEntry => {
  const found = entries.find(entry => entry.id === id);
  assert.ok(found, `${id} is not listed`);
  return found;
};

const withoutCorridor = (text: string): string =>
  text.replace(' When they asked me I was frightened of the corridor.', '');

async function opened() {
  const study = await reviewStudy();
  const elsewhere = new ElsewhereSearch(study.study);
  const reader = new ReviewReader(study.study, elsewhere);
  const change = async (path: string, by: (text: string) => string): Promise<void> => {
    await edit(study, path, by);
    reader.forget([path]);
    elsewhere.forget([path]);
  };
  return { ...study, elsewhere, reader, change };
}

describe('the review list', () => {
  it('is empty as long as every passage is where it was, or moved with its text', async () => {
    const { reader, change } = await opened();
    assert.deepEqual(await reader.read(wish()), { entries: [], complete: true });
    await change(ONE, text => `**I:** Before we begin: is this all right?\n\n${text}`);
    assert.deepEqual((await reader.read(wish())).entries, []);
  });

  it('has an edited passage with its one place, old and new words marked', async () => {
    const { reader, change } = await opened();
    await change(ONE, text => text.replace('Maria from the kitchen', 'A colleague from the canteen'));
    const entry = entryOf(await reader.read(wish()), 'kitchen000');
    assert.deepEqual(
      [entry.kind, entry.coder, entry.code, entry.places.length],
      ['changed', 'EA', { title: 'Hope', color: 'amber' }, 1],
    );
    const [place] = entry.places;
    assert.ok(place?.oldWords);
    assert.equal(shown(place.turns), '{A colleague} from the {canteen} brought me tea every morning');
    const old = entry.old.map((turn, i) => ({ ...turn, words: place.oldWords?.[i] ?? [] }));
    assert.equal(shown(old), '[Maria] from the [kitchen] brought me tea every morning');
    assert.deepEqual([place.line, place.speakers, place.score], [7, ['PP1'], 1]);
    // Who spoke, and what stood around, comes from the version in git.
    assert.deepEqual(
      entry.old.map(({ speaker }) => speaker),
      ['PP1', 'I', 'PP1'],
    );
  });

  it('keeps the old words beside the new ones where the record was brought up to date meanwhile', async () => {
    const { study, store, reader, change } = await opened();
    await change(ONE, text => text.replace('Maria from the kitchen', 'Somebody'));
    const [place] = entryOf(await reader.read(wish()), 'kitchen000').places;
    const base = (await study.transcripts.base(ONE))?.base ?? '';
    assert.ok(place);
    const { span } = place;
    const quote = 'Maria from the kitchen brought me tea every morning';
    const now = store.text(ONE) ?? '';
    const context = [now.slice(span.start - 32, span.start), now.slice(span.end, span.end + 32)] as const;
    store.put(EA_ONE, linesOf(made(quote, 'kitchen000', { at: [span.start, span.end], base, context })));
    await study.reload([EA_ONE]);
    const entry = entryOf(await reader.read(wish()), 'kitchen000');
    assert.equal(entry.kind, 'changed');
    assert.equal(shown(entry.old), quote);
    assert.equal(entry.old.at(-1)?.speaker, 'PP1');
  });

  it('has what is gone with the places in other transcripts, once these were searched', async () => {
    const { reader, elsewhere, change } = await opened();
    await change(ONE, withoutCorridor);
    await change(TWO, text => `${text}\n**PP2:** When they asked me I was frightened of the corridor.\n`);
    assert.deepEqual(
      entryOf(await reader.read(wish()), 'corridor00').places.filter(({ transcript }) => transcript === TWO),
      [],
    );
    const lost = reader.lost();
    assert.deepEqual(
      lost.map(({ quote }) => quote),
      ['frightened of the corridor'],
    );
    await elsewhere.search(lost);
    const { kind, places } = entryOf(await reader.read(wish()), 'corridor00');
    assert.deepEqual(
      [kind, places[0]?.transcript, places[0]?.line, places[0]?.oldWords],
      ['orphan', TWO, 5, undefined],
    );
    assert.ok(places[0]);
    assert.equal(shown(places[0].turns), 'frightened of the corridor');
  });

  it('has what was kept without a place apart, until its words are back', async () => {
    const { study, store, reader, change } = await opened();
    await change(ONE, withoutCorridor);
    const orphan = '2026-05-01T08:00:00Z';
    store.put(EA_ONE, linesOf(made('frightened of the corridor', 'corridor00', { orphan })));
    await study.reload([EA_ONE]);
    const entry = entryOf(await reader.read(wish()), 'corridor00');
    assert.deepEqual([entry.kind, entry.settled, reader.lost()], ['settled', orphan, []]);
    await change(ONE, () => TEXT_ONE);
    assert.deepEqual((await reader.read(wish())).entries, []);
  });

  it('has notes of who looks, and nobody else’s', async () => {
    const { reader, change } = await opened();
    await change(ONE, text => text.replace('Keep a notebook', 'Keep a little notebook'));
    const entry = entryOf(await reader.read(wish()), 'note000000');
    assert.deepEqual([entry.code, entry.memo], [undefined, 'Good advice.']);
    assert.deepEqual((await reader.read(wish({ me: 'Bo' }))).entries, []);
  });

  it('lists everything of a transcript that is gone, and says so', async () => {
    const { study, store, reader } = await opened();
    store.put(ONE, undefined);
    await study.reload([ONE]);
    const { entries } = await reader.read(wish());
    assert.deepEqual(
      entries.map(({ id, kind, isThere, places }) => [id, kind, isThere, places.length]),
      [
        ['corridor00', 'orphan', false, 0],
        ['kitchen000', 'orphan', false, 0],
        ['note000000', 'orphan', false, 0],
        ['pen0000000', 'orphan', false, 0],
      ],
    );
    assert.equal(entries[0]?.old[0]?.words[0]?.text, 'frightened of the corridor');
  });

  it('shows three places at first and more when asked, and more around them', async () => {
    const { reader, elsewhere, change } = await opened();
    await change(ONE, withoutCorridor);
    const line = '**PP2:** One. Two. I was frightened of the corridor. Three. Four. Five.';
    await change(TWO, () => `${Array.from({ length: 6 }, () => line).join('\n\n')}\n`);
    await reader.read(wish());
    await elsewhere.search(reader.lost());
    const { kind, key, places, morePlaces } = entryOf(await reader.read(wish()), 'corridor00');
    assert.deepEqual([kind, places.length], ['orphan', 3]);
    assert.ok(morePlaces >= 3);
    const asked = wish({ expanded: new Set([key]), steps: new Map([[key, 2]]) });
    const more = entryOf(await reader.read(asked), 'corridor00');
    assert.deepEqual([more.places.length, more.morePlaces, more.step], [3 + morePlaces, 0, 2]);
    assert.ok((more.places[2]?.turns.length ?? 0) > (places[2]?.turns.length ?? 0));
  });

  it('reads a transcript again only when it changed, and can be stopped', async () => {
    const { store, study, reader, change } = await opened();
    await change(ONE, withoutCorridor);
    await reader.read(wish());
    const reads = (): number => store.readPaths.filter(path => path === ONE).length;
    const before = reads();
    store.put(EA_ONE, linesOf(made('frightened of the corridor', 'corridor00')));
    await study.reload([EA_ONE]);
    assert.deepEqual(
      (await reader.read(wish())).entries.map(({ id }) => id),
      ['corridor00'],
    );
    assert.equal(reads(), before);
    const stopped = await reader.read(wish(), undefined, { cancellation: { cancelled: true } });
    assert.deepEqual(stopped, { entries: [], complete: false });
  });

  it('is counted and filtered by kind and coder, and grouped by transcript', async () => {
    const { reader, change } = await opened();
    await change(ONE, text => withoutCorridor(text).replace('Maria', 'Somebody'));
    const { entries } = await reader.read(wish());
    assert.deepEqual(countKinds(entries, ''), { changed: 1, ambiguous: 0, orphan: 1, settled: 0 });
    assert.deepEqual(countKinds(entries, 'Bo'), { changed: 0, ambiguous: 0, orphan: 0, settled: 0 });
    assert.deepEqual(
      filterReview(entries, { kinds: ['orphan'], coder: '' }).map(({ id }) => id),
      ['corridor00'],
    );
    const groups = groupReview(filterReview(entries, { kinds: WAITING, coder: 'EA' }));
    assert.deepEqual(
      groups.map(({ name, entries: all }) => [name, all.length]),
      [['pp-01', 2]],
    );
  });
});
