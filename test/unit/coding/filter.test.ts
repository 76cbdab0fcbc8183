import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCodebook } from '../../../src/core/codebook/parse.js';
import { codingFilter, idsToday } from '../../../src/core/coding/filter.js';

const book = parseCodebook(`# Codebook

## Presence {#presence .theme}

### Disclosure {#disclosure formerly="own-story sharing"}

### In meetings {#meetings .theme}

#### Silence {#silence}

## Standing {#standing .theme}

### Being asked {#asked}
`);
const CODES = ['disclosure', 'own-story', 'sharing', 'silence', 'asked', 'gone'];

const shown = (entries: readonly string[], coders: readonly string[] = []): string[] => {
  const filter = codingFilter(book, { coders, entries });
  return CODES.filter(code => filter(code, 'EA'));
};

describe('the filter of what is shown', () => {
  it('shows everything where nothing is wished for', () => {
    assert.deepEqual(shown([]), CODES);
  });

  it('shows a code with what it was made with before it was merged or renamed, whichever id is named', () => {
    assert.deepEqual(shown(['disclosure']), ['disclosure', 'own-story', 'sharing']);
    assert.deepEqual(shown(['own-story']), ['disclosure', 'own-story', 'sharing']);
    assert.deepEqual(idsToday(book, ['own-story', 'sharing', 'gone']), ['disclosure', 'gone']);
  });

  it('shows a theme with all that is in it, however deep', () => {
    assert.deepEqual(shown(['presence']), ['disclosure', 'own-story', 'sharing', 'silence']);
    assert.deepEqual(shown(['meetings']), ['silence']);
  });

  it('shows any of several themes and codes, and codes that the codebook does not know', () => {
    assert.deepEqual(shown(['meetings', 'asked', 'gone']), ['silence', 'asked', 'gone']);
  });

  it('shows any of several coders, and of them what is wished for', () => {
    assert.deepEqual(shown([], ['MB']), []);
    assert.deepEqual(shown([], ['MB', 'EA']), CODES);
    assert.deepEqual(shown(['asked'], ['EA']), ['asked']);
    assert.deepEqual(shown(['asked'], ['MB']), []);
  });

  it('shows more with every theme or code, and never more than what each lets through', () => {
    const ids = fc.array(fc.constantFrom('presence', 'meetings', 'standing', ...CODES), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(ids, ids, (some, others) => {
        const both = new Set(shown([...some, ...others]));
        assert.deepEqual(both, new Set([...shown(some), ...shown(others)]));
      }),
    );
  });
});
