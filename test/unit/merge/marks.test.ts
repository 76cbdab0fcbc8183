import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitMarks } from '../../../src/core/merge/marks.js';
import { withMarks } from '../../../src/core/merge/withMarks.js';

const LABELS = { ours: 'here', theirs: 'MB' };

/** Lines among which are all that could be taken for marks. */
const anyLine = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'c', 'Ä\u2028 🙂', '\0', '<', '>>>>>> six'),
  fc
    .record({
      sign: fc.constantFrom('<', '=', '>', '|'),
      size: fc.constantFrom(7, 8, 9),
      label: fc.constantFrom('', ' x', '\tx'),
    })
    .map(({ sign, size, label }) => sign.repeat(size) + label),
);

/** Two texts of which the one comes from the other, written alike. */
const anySides = fc
  .record({
    parts: fc.array(
      fc.record({
        both: fc.array(anyLine, { maxLength: 3 }),
        ours: fc.array(anyLine, { maxLength: 3 }),
        theirs: fc.array(anyLine, { maxLength: 3 }),
      }),
      { maxLength: 4 },
    ),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    isOpen: fc.boolean(),
  })
  .map(({ parts, end, mark, isOpen }) => {
    const [ours, theirs] = (['ours', 'theirs'] as const).map(key =>
      parts.flatMap(part => [...part.both, ...part[key]]),
    );
    // An empty last line without line end is none: where one side ends so, both end with a line end.
    const isLastOpen = isOpen && ours?.at(-1) !== '' && theirs?.at(-1) !== '';
    const write = (lines: readonly string[] = []): string =>
      (lines.length === 0 ? '' : mark) +
      lines.map((line, i) => line + (isLastOpen && i === lines.length - 1 ? '' : end)).join('');
    return { ours: write(ours), theirs: write(theirs) };
  });

describe('conflict marks', () => {
  it('give the two texts back they were made of, whatever these hold', () => {
    fc.assert(
      fc.property(anySides, ({ ours, theirs }) => {
        const marked = withMarks(ours, theirs, LABELS);
        if (ours === theirs) assert.equal(marked, ours);
        else assert.deepEqual(splitMarks(marked), { ours, theirs, base: undefined });
      }),
      { numRuns: 3000, seed: 4 },
    );
  });

  it('are read in every style git has, with other marks within', () => {
    const marked = (...lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');
    const [ours, base, theirs] = [marked('a', 'mine', 'z'), marked('a', 'old', 'z'), marked('a', 'yours', 'z')];
    const plain = marked('a', '<<<<<<< HEAD', 'mine', '=======', 'yours', '>>>>>>> b1', 'z');
    assert.deepEqual(splitMarks(plain), { ours, theirs, base: undefined });
    const diff3 = marked('a', '<<<<<<< HEAD', 'mine', '||||||| 0a1b2c', 'old', '=======', 'yours', '>>>>>>> b1', 'z');
    assert.deepEqual(splitMarks(diff3), { ours, theirs, base });
    assert.deepEqual(splitMarks(diff3.replaceAll('\n', '\r\n'))?.base, base.replaceAll('\n', '\r\n'));
    // Bases that git put together may hold marks themselves, which are longer.
    const inner = ['<<<<<<<<< x', 'o1', '=========', 'o2', '>>>>>>>>> y'];
    const crossed = marked(
      'a',
      '<<<<<<< HEAD',
      'mine',
      '||||||| merged',
      ...inner,
      '=======',
      'yours',
      '>>>>>>> b1',
      'z',
    );
    assert.deepEqual(splitMarks(crossed), { ours, theirs, base: marked('a', ...inner, 'z') });
    const within = ['<<<<<<< old', 'm', '=======', 'n', '>>>>>>> old'];
    const nested = marked('<<<<<<< HEAD', ...within, '=======', 'yours', '>>>>>>> b1');
    assert.deepEqual(splitMarks(nested), { ours: marked(...within), theirs: marked('yours'), base: undefined });
  });

  it('are none where one is missing, or where it is not clear which line is which', () => {
    const whole = ['<<<<<<< HEAD', 'mine', '=======', 'yours', '>>>>>>> b1'];
    for (let i = 0; i < 5; i += 2)
      assert.equal(splitMarks(whole.filter((_, at) => at !== i).join('\n')), undefined, String(i));
    assert.equal(splitMarks(['Title', '=======', '', '>>>>>>> quoted'].join('\n')), undefined);
    assert.equal(splitMarks(whole.with(1, 'Title\n=======').join('\n')), undefined);
  });
});
