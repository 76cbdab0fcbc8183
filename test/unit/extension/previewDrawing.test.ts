import assert from 'node:assert/strict';
import { PreviewDrawing } from '../../../src/extension/preview/drawing.js';

describe('the preview', () => {
  let wishes: number;
  let isInSight: boolean;
  let waiting: (() => void) | undefined;
  let drawing: PreviewDrawing;
  /** Lets the time pass after which a preview would have been drawn. @returns whether anything waited for it */
  const passTime = (): boolean => {
    const work = waiting;
    waiting = undefined;
    work?.();
    return work !== undefined;
  };

  beforeEach(() => {
    wishes = 0;
    isInSight = true;
    waiting = undefined;
    const wish = (): boolean => {
      if (isInSight) wishes++;
      return isInSight;
    };
    drawing = new PreviewDrawing(wish, work => {
      waiting = work;
      return () => {
        waiting = undefined;
      };
    });
  });

  it('is asked for once where it is drawn', () => {
    drawing.again();
    drawing.drawn();
    assert.equal(passTime(), false);
    assert.equal(wishes, 1);
  });

  it('is asked for again where the wish was dropped, until it is drawn', () => {
    drawing.again();
    passTime();
    passTime();
    assert.equal(wishes, 3);
    drawing.drawn();
    assert.equal(passTime(), false);
  });

  it('is asked for no more once it is out of sight, or the window is closed', () => {
    drawing.again();
    isInSight = false;
    passTime();
    assert.equal(passTime(), false);
    isInSight = true;
    drawing.again();
    drawing.dispose();
    assert.equal(passTime(), false);
  });

  it('is given up on where it is never drawn', () => {
    drawing.again();
    for (let waits = 0; passTime(); waits++) assert.ok(waits < 20);
    assert.ok(wishes > 3);
  });
});
