import assert from 'node:assert/strict';
import { filterExcerpts, matchesIn, NO_FILTER, searchWords } from '../../../src/core/analysis/excerptFilter.js';
import { type ExcerptGroupsOf, groupExcerpts, groupingsOf } from '../../../src/core/analysis/excerptGroups.js';
import type { ListedExcerpt } from '../../../src/core/analysis/excerptList.js';
import { listedExcerpt } from '../support/listedExcerpt.js';

const code = (id: string, path: readonly string[]) => ({ id, title: id, path, kind: 'code' });
const LIST = {
  codes: [code('hope', ['Study', 'Influence', 'Feeling']), code('trust', ['Study', 'Influence'])],
  depth: 2,
} as unknown as ExcerptGroupsOf;

const shown = (excerpts: readonly ListedExcerpt[], by: 'transcript' | 'participant' | 'code') =>
  groupExcerpts(LIST, excerpts, by).map(group => [
    group.title || group.of,
    group.excerpts.map(({ id }) => id).join(''),
  ]);

describe('groups of excerpts', () => {
  it('are the transcripts, as they come', () => {
    const excerpts = [
      listedExcerpt({ id: 'a' }),
      listedExcerpt({ id: 'b' }),
      listedExcerpt({ id: 'c', transcript: 't/x.md', name: 'x' }),
    ];
    assert.deepEqual(shown(excerpts, 'transcript'), [
      ['pp-03', 'ab'],
      ['x', 'c'],
    ]);
  });

  it('are the codes in the order of the codebook, with what holds them below the theme', () => {
    const excerpts = [
      listedExcerpt({ id: 'a', code: 'trust' }),
      listedExcerpt({ id: 'b' }),
      listedExcerpt({ id: 'c' }),
    ];
    assert.deepEqual(shown(excerpts, 'code'), [
      ['hope', 'bc'],
      ['trust', 'a'],
    ]);
    const paths = groupExcerpts(LIST, excerpts, 'code').map(({ path }) => path);
    assert.deepEqual(paths, [['Feeling'], []]);
    assert.deepEqual(groupingsOf(LIST), ['transcript', 'participant', 'code']);
    assert.deepEqual(groupingsOf({ codes: [] }), ['transcript', 'participant']);
  });

  it('are last of all the codes that the codebook does not know', () => {
    const excerpts = [listedExcerpt({ id: 'a', code: 'gone' }), listedExcerpt({ id: 'b', code: 'trust' })];
    assert.deepEqual(shown(excerpts, 'code'), [
      ['trust', 'b'],
      ['gone', 'a'],
    ]);
  });

  it('are everybody who speaks, each with all that they say; then the undeclared, the interviewers, the unknown', () => {
    const excerpts = [
      listedExcerpt({ id: 'a', participants: ['PP10'] }),
      listedExcerpt({ id: 'b', participants: ['PP2', 'PP10'] }),
      listedExcerpt({ id: 'c', participants: [], speakers: ['Guest'], undeclared: ['Guest'] }),
      listedExcerpt({ id: 'd', participants: [], speakers: ['EA'] }),
      listedExcerpt({ id: 'e', participants: [], speakers: [] }),
      listedExcerpt({ id: 'f', participants: ['PP2'], speakers: ['PP2', 'guest'], undeclared: ['guest'] }),
    ];
    assert.deepEqual(shown(excerpts, 'participant'), [
      ['PP2', 'bf'],
      ['PP10', 'ab'],
      ['Guest', 'cf'],
      ['interviewers', 'd'],
      ['unknown', 'e'],
    ]);
  });
});

describe('the words that are looked for', () => {
  it('are found in words, memo and speakers, letter case and accents aside', () => {
    const excerpts = [
      listedExcerpt({ id: 'a', text: 'Una Canción vieja' }),
      listedExcerpt({ id: 'b', memo: 'a cancion of hers' }),
      listedExcerpt({ id: 'c', speakers: ['Canción'] }),
      listedExcerpt({ id: 'd' }),
    ];
    const found = filterExcerpts(excerpts, { ...NO_FILTER, words: 'CANCION' });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
  });

  it('are marked where they stand, however they are written', () => {
    const marksIn = (text: string, words: string) =>
      matchesIn(text, searchWords(words)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(marksIn('Una Canción, una canción', 'cancion'), ['Canción', 'canción']);
    assert.deepEqual(marksIn('cancio\u0301n 😀 Cafe\u0301', 'cancion café'), ['cancio\u0301n', 'Cafe\u0301']);
    assert.deepEqual(marksIn('no hope left', 'hop hope'), ['hope']);
    assert.deepEqual(marksIn('anything', ''), []);
  });
});
