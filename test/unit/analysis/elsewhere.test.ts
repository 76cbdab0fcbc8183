import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ElsewhereSearch, type Lost } from '../../../src/core/analysis/elsewhere.js';
import { FoldedIndex, soughtOf } from '../../../src/core/anchoring/foldedIndex.js';
import { foldText } from '../../../src/core/text/foldText.js';
import { edit, ONE, reviewStudy, TWO } from '../support/reviewStudy.js';

const QUOTE = 'When they asked me I was frightened of the corridor.';
const lost: Lost = { quote: QUOTE, transcript: ONE, context: ['I had been there. ', ' And then'] };

async function placesOf(text: string, one: Lost = lost): Promise<string[]> {
  const opened = await reviewStudy();
  await edit(opened, TWO, () => text);
  const search = new ElsewhereSearch(opened.study);
  assert.equal(await search.search([one]), true);
  return search
    .places(one)
    .map(({ transcript, start, end }) => `${transcript} ${[...text].slice(start, end).join('')}`);
}

describe('passages that went to another transcript', () => {
  it('are found there by their words, whatever became of white space, quotation marks, case and emphasis', async () => {
    const now = 'When they asked  me\nI was *frightened* of the corridor.';
    assert.deepEqual(await placesOf(`**PP2:** Well. 😀 ${now} Yes.\n`), [`${TWO} ${now}`]);
    const said: Lost = { transcript: ONE, quote: '“It’s only a corridor,” I said – twice.' };
    const plain = '"It\'s only a corridor," I said - twice.';
    assert.deepEqual(await placesOf(`**PP2:** ${plain}\n`, said), [`${TWO} ${plain}`]);
  });

  it('are not looked for in their own transcript, nor where their words are so few that they stand everywhere', async () => {
    assert.deepEqual(await placesOf('**PP2:** Yes. Of it.\n', { transcript: ONE, quote: 'Of it.' }), []);
    const places = await placesOf(`**PP2:** ${QUOTE}\n`, { ...lost, transcript: TWO });
    assert.ok(places.every(place => !place.startsWith(TWO)));
  });

  it('are likeliest where their old neighbours stand', async () => {
    const opened = await reviewStudy();
    await edit(opened, TWO, () => `**PP2:** ${QUOTE}\n\nI had been there. ${QUOTE} And then\n`);
    const search = new ElsewhereSearch(opened.study);
    await search.search([lost]);
    const [first, second] = search.places(lost);
    assert.ok(first && second && first.start > second.start && first.score > second.score && first.score <= 1);
  });

  it('cost one reading a transcript, and another only when it changed', async () => {
    const opened = await reviewStudy();
    const { store, study } = opened;
    const search = new ElsewhereSearch(study);
    const all = [lost, { ...lost, quote: 'That was the moment I stayed' }];
    const progress: string[] = [];
    const before = store.calls.read;
    await search.search(all, (done, total) => progress.push(`${done}/${total}`));
    // Its own transcript is not looked at.
    assert.deepEqual([store.calls.read - before, progress], [1, ['1/2', '2/2']]);
    assert.equal(search.isDue(all), false);
    await search.search(all);
    assert.equal(store.calls.read - before, 1);
    search.forget([TWO]);
    assert.equal(search.isDue(all), true);
  });

  it('are looked for no further when somebody stops it', async () => {
    const { study } = await reviewStudy();
    const search = new ElsewhereSearch(study);
    assert.equal(await search.search([lost], undefined, { cancelled: true }), false);
    assert.equal(search.isDue([lost]), true);
  });
});

describe('looking for many quotes in a text', () => {
  it('finds what looking for each by itself finds', () => {
    const word = fc.constantFrom('the', 'room', 'Room', 'was', 'cold', 'a', '*b*', '“so”', '好', '冷的');
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n', ', ', '', '. ')), { maxLength: 40 });
    const textOf = (parts: readonly (readonly [string, string])[]): string => parts.flat().join('');
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(12), (parts, from, length) => {
        const whole = textOf(parts);
        const quote = whole.slice(from % (whole.length + 1)).slice(0, length);
        const sought = soughtOf(quote);
        const folded = foldText(whole);
        const expected: number[] = [];
        for (let at = folded.text.indexOf(sought.folded); at !== -1 && sought.folded !== ''; ) {
          expected.push(folded.from[at] as number);
          at = folded.text.indexOf(sought.folded, at + 1);
        }
        const found = new FoldedIndex(whole).find(sought).map(({ start }) => start);
        assert.deepEqual(found, expected.slice(0, 50));
      }),
    );
  });
});
