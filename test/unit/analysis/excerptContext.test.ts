import assert from 'node:assert/strict';
import { contextOf, MOST_CONTEXT } from '../../../src/core/analysis/excerptContext.js';
import type { Span } from '../../../src/core/text/span.js';
import { parseTranscript } from '../../../src/core/transcript/parse.js';

const TEXT = `---
participants: [PP1, PP2]
interviewer: EA
---

**EA:** How did it start?

**PP1:** One came. Two came. Three *came* late. Four said "I know". Five left. Six stayed on. Seven sang.

**PP2:** I sang too. Nobody heard.

**EA:** And then?

**PP1:** Then it was quiet.
`;

const read = (text: string) => parseTranscript(text, 'transcripts/t.md', new Set());
const place = (text: string, quote: string): Span => {
  const start = [...text.slice(0, text.indexOf(quote))].length;
  return { start, end: start + [...quote].length };
};
const around = (quote: string, step: number, text = TEXT) => contextOf(read(text), place(text, quote), step);
const asText = (quote: string, step: number, text = TEXT) =>
  around(quote, step, text).turns.map(
    ({ speaker, before, words, after }) => `${speaker ?? ''}: ${before}[${words}]${after}`,
  );

describe('what stands around an excerpt', () => {
  it('is two sentences each way at first, whole, without Markdown marks', () => {
    assert.deepEqual(asText('Four said "I know".', 1), [
      'PP1: Two came. Three came late. [Four said "I know".] Five left. Six stayed on.',
    ]);
  });

  it('keeps what is joined joined, and counts the sentence that an excerpt begins in', () => {
    assert.deepEqual(asText('I know', 1), ['PP1: Three came late. Four said "[I know]". Five left.']);
  });

  it('goes over to the turns before and behind', () => {
    assert.deepEqual(asText('One came.', 1), [
      'EA: How did it start?[]',
      'PP1: [One came.] Two came. Three came late.',
    ]);
    assert.deepEqual(asText('Nobody heard.', 1), [
      'PP1: Seven sang.[]',
      'PP2: I sang too. [Nobody heard.]',
      'EA: []And then?',
      'PP1: []Then it was quiet.',
    ]);
  });

  it('is whole turns with one more on either side next, and says when there is no more', () => {
    const [question, told, answer] = asText('Five left.', 2);
    assert.equal(question, 'EA: How did it start?[]');
    assert.match(told ?? '', /^PP1: One came\. .* \[Five left\.\] Six stayed on\. Seven sang\.$/);
    assert.equal(answer, 'PP2: []I sang too. Nobody heard.');
    assert.equal(around('Five left.', 2).more, true);
    assert.equal(around('Five left.', 3).turns.length, 5);
    assert.equal(around('Five left.', 3).more, false);
    assert.equal(around('Five left.', MOST_CONTEXT + 5).turns.length, 5);
  });

  it('names who speaks in each turn of an excerpt that spans several', () => {
    assert.deepEqual(asText('Seven sang.\n\n**PP2:** I sang too.', 1), [
      'PP1: Five left. Six stayed on. [Seven sang.]',
      'PP2: [I sang too.] Nobody heard.',
      'EA: []And then?',
    ]);
  });

  it('stays short in a text without turns', () => {
    const long = `${'It went on like this for a while. '.repeat(400)}Here it was. ${'And so it went on. '.repeat(400)}\n`;
    const first = around('Here it was.', 2, long);
    const length = first.turns[0] === undefined ? 0 : first.turns[0].before.length + first.turns[0].after.length;
    assert.ok(length > 2000 && length < 4000, String(length));
    assert.equal(first.turns[0]?.words, 'Here it was.');
    assert.equal(first.turns[0]?.speaker, undefined);
    assert.equal(first.more, true);
  });
});
