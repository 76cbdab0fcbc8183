import assert from 'node:assert/strict';
import { codings, disagreementsIn, line, STUDY, TEXT } from './support/example.js';

describe('disagreements, counted by hand', () => {
  it('finds one that was planted, with place and kind', async () => {
    const found = await disagreementsIn(STUDY);
    assert.deepEqual(
      found.map(({ code, kind, line: at, quote, units }) => ({ code, kind, at, quote, units })),
      [
        { code: 'hope', kind: 'only-one', at: 3, quote: 'Five six.', units: 1 },
        { code: 'trust', kind: 'only-one', at: 3, quote: 'Seven eight.', units: 1 },
      ],
    );
    const start = TEXT.indexOf('Five');
    assert.deepEqual(found[0]?.span, { start, end: start + 9 });
    assert.deepEqual(
      found[0]?.by.map(({ coder, excerpts, others }) => [coder, excerpts.length, others.length]),
      [
        ['EA', 1, 0],
        ['MB', 0, 0],
      ],
    );
  });

  it('tells another code and another extent from nothing', async () => {
    const found = await disagreementsIn(
      {
        ...STUDY,
        [codings('EA')]: line('hope', 'One two. Three four.') + line('hope', 'Five'),
        [codings('MB')]: line('hope', 'One two.') + line('trust', 'six.'),
      },
      { unit: 'sentence' },
    );
    assert.deepEqual(
      found.map(({ code, kind, quote, by }) => [
        code,
        kind,
        quote,
        ...by.flatMap(({ others }) => others.map(each => each.coding.code)),
      ]),
      [
        ['hope', 'other-extent', 'One two. Three four.'],
        ['hope', 'other-code', 'Five', 'trust'],
        ['trust', 'other-code', 'six.', 'hope'],
      ],
    );
  });

  it('takes what lies in the same unit for the same', async () => {
    const files = { ...STUDY, [codings('EA')]: line('hope', 'One'), [codings('MB')]: line('hope', 'two') };
    assert.deepEqual(await disagreementsIn(files), []);
    const characters = await disagreementsIn(files, { unit: 'character' });
    assert.deepEqual(
      characters.map(({ kind, quote, units }) => [kind, quote, units]),
      [
        ['only-one', 'One', 3],
        ['only-one', 'two', 3],
      ],
    );
  });

  it('says of one code what others there are, though it lists that code alone', async () => {
    const files = { ...STUDY, [codings('MB')]: line('trust', 'Five six.') };
    const found = await disagreementsIn(files, { codes: ['hope'] });
    assert.deepEqual(
      found.map(({ code, kind }) => [code, kind]),
      [
        ['hope', 'only-one'],
        ['hope', 'other-code'],
      ],
    );
  });

  it('quotes a passage of several codings as a reader sees it', async () => {
    const files = {
      ...STUDY,
      [codings('EA')]: line('hope', 'Three four.\n\n**NP1:** Five six.'),
      [codings('MB')]: line('hope', 'One two. Three'),
    };
    const [found] = await disagreementsIn(files);
    assert.deepEqual(
      [found?.kind, found?.quote, found?.line],
      ['other-extent', 'One two. Three four. — NP1: Five six.', 1],
    );
  });
});
