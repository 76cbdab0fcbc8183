import assert from 'node:assert/strict';
import { seeded } from '../../../bench/random.js';
import { Anchors } from '../../../src/core/anchoring/anchors.js';
import { baseOf } from '../../../src/core/coding/blobId.js';
import type { Coding } from '../../../src/core/coding/coding.js';
import { anchorOf } from '../../../src/core/coding/create.js';
import type { Environment } from '../../../src/core/ports.js';
import { Places } from '../../../src/core/study/places.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { encodeUtf8 } from '../../../src/core/text/utf8.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { VersionedStore } from '../support/versionedStore.js';
import { words } from '../support/words.js';

const PATH = 'transcripts/pp-01.md';

/** A transcript of so many turns before and after an edit at its beginning and in its middle, and its codings. */
function edited(turns: number): { before: string; after: string; base: string; codings: Coding[] } {
  const random = seeded(11);
  const said = Array.from(
    { length: turns },
    (_, i) => `**PP${i % 2}:** ${words(random, 40)} [laughs] ${words(random, 20)}.`,
  );
  const before = said.join('\n\n');
  const base = baseOf(encodeUtf8(before)).slice(0, 12);
  const points = new CodePoints(before);
  const codings = Array.from({ length: turns }, (_, i) =>
    coding({ ...anchorOf(points, { start: 40 + i * 300, end: 140 + i * 300 }, base), id: `coding${i}` }),
  );
  const middle = before.length >> 1;
  const after = `Begun late. ${before.slice(0, middle)} by the way ${before.slice(middle)}`;
  return { before, after, base, codings };
}

function prepared(turns: number): { pieces: number; anchors: Anchors; codings: Coding[]; same: Anchors } {
  const { before, after, base, codings } = edited(turns);
  const make = (): Anchors => new Anchors(new CodePoints(after), undefined, new Map([[base, before]]));
  const anchors = make();
  let pieces = 0;
  for (const _ of anchors.prepare(codings)) pieces++;
  return { pieces, anchors, codings, same: make() };
}

describe('where codings are in an edited transcript', () => {
  it('is found out in pieces, and then is what it is at once', () => {
    const { anchors, codings, same } = prepared(60);
    for (const one of codings) assert.deepEqual(anchors.resolve(one), same.resolve(one));
    assert.ok(codings.some(one => anchors.resolve(one).outcome === 'relocated'));
  });

  it('is found out once: asking again does no work', () => {
    const { anchors, codings } = prepared(20);
    for (const one of codings) assert.equal(anchors.resolve(one), anchors.resolve(one));
  });

  it('takes more pieces in a longer transcript, not longer ones', () => {
    const [short, long] = [prepared(30).pieces, prepared(120).pieces];
    assert.ok(long > 3 * short, `${long} pieces of a transcript four times as long as one of ${short}`);
  });
});

describe('places in a transcript', () => {
  const { before, after, codings } = edited(30);

  /** Places of the codings, and how often others could have had their turn. */
  function counting(): { places: Places; turns: () => number } {
    let turns = 0;
    const pause = (): undefined => {
      turns++;
    };
    const environment: Environment = { ...fixedEnvironment(), takingTurns: () => pause };
    const places = new Places(new VersionedStore({ [PATH]: before }), environment, () => codings);
    return { places, turns: () => turns };
  }

  it('let others have their turn', async () => {
    const { places, turns } = counting();
    await places.in(PATH, { points: new CodePoints(after), base: 'aaaaaaaaaaaa' });
    assert.ok(turns() > 100, String(turns()));
  });

  it('are known to whoever reads the same version again', async () => {
    const { places, turns } = counting();
    const first = await places.in(PATH, { points: new CodePoints(after), base: 'aaaaaaaaaaaa' });
    const before = turns();
    assert.equal(await places.in(PATH, { points: new CodePoints(after), base: 'aaaaaaaaaaaa' }), first);
    assert.ok(turns() - before <= codings.length, String(turns() - before));
  });

  it('are found out once for two who ask at the same time', async () => {
    const version = { points: new CodePoints(after), base: 'aaaaaaaaaaaa' };
    const [alone, both] = [counting(), counting()];
    await alone.places.in(PATH, version);
    await Promise.all([both.places.in(PATH, version), both.places.in(PATH, version)]);
    assert.ok(both.turns() <= alone.turns() + codings.length, `${both.turns()} of ${alone.turns()}`);
  });
});
