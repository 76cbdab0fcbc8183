import assert from 'node:assert/strict';
import { likelyPlace } from '../../../src/core/anchoring/likelyPlace.js';
import { CodePoints } from '../../../src/core/text/codePoints.js';
import { made, TEXT_ONE } from '../support/reviewStudy.js';

const coding = made('brought me tea every morning', 'tea0000000');
const placeIn = (text: string, past?: string): string => {
  const now = new CodePoints(text);
  return now.text.slice(now.toUtf16(likelyPlace(coding, now, past)));
};

describe('where somebody best begins to look for a lost passage', () => {
  it('is behind its old neighbours, or before those that followed', () => {
    assert.match(placeIn(TEXT_ONE.replace('brought me tea every morning', 'came by')), /^came by\. That was/);
    const neither = TEXT_ONE.replace('**PP1:** Maria from the kitchen brought me tea every morning', '😀 Somebody');
    assert.match(placeIn(neither), /^\. That was the moment/);
  });

  it('is behind the last line before it that is still there, where the old text is known', () => {
    const gone = TEXT_ONE.replace(/\*\*PP1:\*\* Maria[^\n]*\n\n/, '');
    assert.match(placeIn(gone, TEXT_ONE), /^\n\n\*\*I:\*\* What would you tell/);
  });

  it('is about where it was otherwise, and never outside of the text', () => {
    assert.equal(placeIn('Another text altogether.'), '');
    assert.equal(placeIn('x'.repeat(1000)).length, 1000 - coding.at[0]);
  });
});
