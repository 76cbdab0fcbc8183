import assert from 'node:assert/strict';
import type { CodebookChange } from '../../../src/core/codebook/change.js';
import { changeCodebook } from '../../../src/core/codebook/changeCodebook.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { describeChange } from '../../../src/core/review/sentence.js';
import { summarise } from '../../../src/core/review/summary.js';
import { applyLineEdits } from '../../../src/core/text/lineEdit.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/core/text/utf8.js';
import { coding } from '../support/coding.js';
import { changesBetween, type Files } from './support/snapshot.js';

const BOOK = `# Codebook

## Influence {#influence .theme}

What peers change.

### Hope {#hope color=amber formerly=optimism}

Things getting better.

Include: small things.

### Own story {#own-story}

### Trust {#trust}

## Culture {#culture .theme}

### Pace {#pace}
`;
const EA = 'codings/EA/transcripts/pp-03.jsonl';
const TEXT = '**INT:** How was it?\n\n**PP3:** I think it got better after that, and slower.\n';
const line = (over: Parameters<typeof coding>[0]): string => `${formatCodingLine(coding(over))}\n`;
const ONE = line({ id: 'aaaaaaaaaa' });
const STUDY: Files = { 'codebook.md': BOOK, 'transcripts/pp-03.md': TEXT, [EA]: ONE };

function changed(...changes: CodebookChange[]): Files {
  let text = BOOK;
  for (const change of changes) {
    const { edits } = changeCodebook(text, change, { used: new Set() });
    text = decodeUtf8(applyLineEdits(encodeUtf8(text), edits));
  }
  return { ...STUDY, 'codebook.md': text };
}

async function said(after: Files, before: Files = STUDY): Promise<string[]> {
  return (await changesBetween(before, after)).map(change => describeChange(change).text);
}

describe('what is said of a change', () => {
  it('names the codebook change as one would say it', async () => {
    const cases: [CodebookChange[], string[]][] = [
      [[{ do: 'rename', entry: 'hope', title: 'Living hope' }], ['Renamed “Hope” to “Living hope”']],
      [[{ do: 'change-id', entry: 'hope', id: 'living' }], ['Changed the id of “Hope” from hope to living']],
      [[{ do: 'add', kind: 'code', title: 'Joy', under: 'culture' }], ['Added the code “Joy” to “Culture”']],
      [[{ do: 'merge', from: ['own-story'], into: 'hope' }], ['Merged “Own story” into “Hope”']],
      [[{ do: 'move', entries: ['hope'], to: { under: 'culture' } }], ['Moved “Hope” from “Influence” to “Culture”']],
      [[{ do: 'move', entries: ['hope'], to: { after: 'trust' } }], ['Moved “Hope” behind “Trust”']],
      [[{ do: 'define', entry: 'hope', definition: 'Other.' }], ['Defined “Hope” anew']],
      [[{ do: 'define', entry: 'pace', definition: 'Other.' }], ['Defined “Pace”']],
      [[{ do: 'color', entries: ['hope'], color: 'teal' }], ['Coloured “Hope”: teal (was amber)']],
      [[{ do: 'phase', entries: ['hope'], phase: 'defined' }], ['Set the phase of “Hope”: defined']],
      [[{ do: 'delete', entries: ['pace'], contents: 'keep' }], ['Removed the code “Pace”']],
      [[{ do: 'delete', entries: ['culture'], contents: 'keep' }], ['Removed the theme “Culture”']],
      [
        [{ do: 'group', entries: ['hope', 'trust'], title: 'Good' }],
        [
          'Added the theme “Good” to “Influence”',
          'Moved “Hope” from “Influence” to “Good”',
          'Moved “Trust” from “Influence” to “Good”',
        ],
      ],
    ];
    for (const [changes, expected] of cases) assert.deepEqual(await said(changed(...changes)), expected);
    const merged = changed({ do: 'merge', from: ['own-story'], into: 'hope' });
    assert.deepEqual(await said(STUDY, merged), ['Un-merged “Own story” from “Hope”']);
  });

  it('names what coders did', async () => {
    assert.deepEqual(await said({ ...STUDY, [EA]: line({ id: 'aaaaaaaaaa', code: 'optimism' }) }), []);
    assert.deepEqual(await said({ ...STUDY, [EA]: line({ id: 'aaaaaaaaaa', code: 'trust' }) }), [
      'EA gave “Trust” instead of “Hope”',
    ]);
    assert.deepEqual(await said({ ...STUDY, [EA]: '' }), ['EA removed “Hope” from a passage']);
    const memo = await changesBetween(STUDY, {
      ...STUDY,
      [EA]: line({ id: 'aaaaaaaaaa', memo: 'x' }) + line({ id: 'bbbbbbbbbb' }),
    });
    assert.deepEqual(
      memo.map(change => describeChange(change).text),
      ['EA wrote a memo on a passage of “Hope”', 'EA coded with “Hope”'],
    );
    assert.equal(summarise(memo), '1 coding added, 1 with another memo');
  });

  it('names what happened to a transcript', async () => {
    const edited = { ...STUDY, 'transcripts/pp-03.md': TEXT.replace('and slower', 'and so much slower') };
    assert.deepEqual(await said(edited), ['pp-03 was edited: 2 words came']);
    const { 'transcripts/pp-03.md': text, [EA]: codings, ...others } = STUDY;
    const renamed = {
      ...others,
      'transcripts/pp-3.md': text as string,
      'codings/EA/transcripts/pp-3.jsonl': codings as string,
    };
    assert.deepEqual(await said(renamed), ['Renamed the transcript pp-03 to pp-3']);
    assert.deepEqual(await said({ ...STUDY, 'transcripts/np-01.md': 'Other words.\n' }), [
      'Added the transcript np-01',
    ]);
  });
});
