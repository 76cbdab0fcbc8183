import assert from 'node:assert/strict';
import { evidenceOf, type Fit, fitOf, judge } from '../../../src/core/renames/evidence.js';
import { likeness, windowsOf } from '../../../src/core/renames/windows.js';
import { codingIn, edited, interview } from './texts.js';

const TEXT = interview(3);
const fits = (all: Readonly<Record<string, Fit>>) => judge(new Map(Object.entries(all)));

describe('what a text says', () => {
  it('is the same whatever its layout, marks, punctuation and letter case are', () => {
    const plain = 'I told a bit of my own story, and it got quiet — “really”.';
    const other = '*I told* a bit\nof my OWN **story** and it got quiet - "really"';
    assert.equal(likeness(windowsOf(plain), windowsOf(other)), 1);
  });

  it('is seen in scripts without spaces and in right-to-left ones', () => {
    const chinese = '我在会议上讲了一点自己的故事，房间里安静了下来，然后大家开始说话。';
    assert.ok(likeness(windowsOf(chinese), windowsOf(chinese.replace('安静', '沉默'))) > 0.4);
    assert.equal(likeness(windowsOf(chinese), windowsOf('שיתפתי קצת מהסיפור שלי ובחדר נהיה שקט')), 0);
  });

  it('differs by little after an edit and by much from another text; nothing is like nothing', () => {
    const [now, before] = [windowsOf(edited(TEXT, 20)), windowsOf(TEXT)];
    assert.ok(likeness(now, before) > 0.8);
    assert.ok(likeness(windowsOf(interview(4)), before) < 0.05);
    assert.equal(likeness(windowsOf(''), windowsOf('?!')), 0);
  });
});

describe('how well a text fits a lost transcript', () => {
  const codings = [40, 300, 900].map((start, i) => codingIn(TEXT, start, 60, `c${i}`));

  it('is the share of its passages that stand there with their neighbours', () => {
    assert.deepEqual(fitOf(evidenceOf(codings, undefined), windowsOf(TEXT)), { found: 1 });
    assert.deepEqual(fitOf(evidenceOf(codings, undefined), windowsOf(TEXT.slice(0, 600))), { found: 2 / 3 });
    assert.deepEqual(
      fitOf(evidenceOf(codings, undefined), windowsOf(codings.map(({ quote }) => quote).join(' ... '))),
      {
        found: 0,
      },
    );
  });

  it('counts a passage whose wording changed between its old neighbours', () => {
    const changed = codings.map(one => ({ ...one, quote: 'entirely different words were coded here once' }));
    assert.deepEqual(fitOf(evidenceOf(changed, undefined), windowsOf(TEXT)), { found: 1 });
  });

  it('says nothing of passages that may stand anywhere, and takes the old text where it is known', () => {
    const yes = [{ ...codingIn(TEXT, 40, 3, 'y'), quote: 'yes', context: ['', ''] as const }];
    assert.deepEqual(fitOf(evidenceOf(yes, undefined), windowsOf(TEXT)), {});
    assert.deepEqual(fitOf(evidenceOf(yes, TEXT), windowsOf(TEXT)), { likeness: 1 });
  });
});

describe('the judgement', () => {
  it('is certain where most passages are found and no other text comes near', () => {
    assert.deepEqual(fits({ a: { found: 0.6 }, b: { found: 0.2 } }), { certain: 'a', offered: [] });
    assert.deepEqual(fits({ a: { found: 0.6 } }), { certain: 'a', offered: [] });
    assert.deepEqual(fits({ a: { likeness: 0.7 }, b: { likeness: 0.1 } }), { certain: 'a', offered: [] });
  });

  it('offers, best first, where there is too little or another comes near', () => {
    assert.deepEqual(fits({ a: { found: 0.6 }, b: { found: 0.9 } }), { offered: ['b', 'a'] });
    assert.deepEqual(fits({ a: { found: 0.5 } }), { offered: ['a'] });
    assert.deepEqual(fits({ a: { likeness: 0.5 } }), { offered: ['a'] });
    assert.deepEqual(fits({ a: { found: 0.9, likeness: 0.2 } }), { offered: ['a'] });
    assert.deepEqual(
      fits(Object.fromEntries(['a', 'b', 'c', 'd'].map(path => [path, { found: 1 }]))).offered.length,
      3,
    );
  });

  it('offers nothing where nothing is alike', () => {
    assert.deepEqual(fits({ a: { found: 0.1 }, b: {} }), { offered: [] });
    assert.deepEqual(fits({}), { offered: [] });
  });
});
