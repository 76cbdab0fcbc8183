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

  it('says the rest of the codebook', async () => {
    const book = (from: string | RegExp, to: string): Files => ({ ...STUDY, 'codebook.md': BOOK.replace(from, to) });
    const cases: [Files, string][] = [
      [book('{#trust}', '{#trust .theme}'), 'Made “Trust” a theme'],
      [book('{#trust}', '{#trust .scope}'), 'Marked “Trust” as scope'],
      [book('{#trust}', '{#trust weight=3}'), 'Changed further attributes of “Trust”'],
      [book('{#trust}', '{#trust formerly=reliance}'), '“Trust” now stands for the former id reliance as well'],
      [book(' formerly=optimism', ''), '“Hope” no longer stands for the former id optimism'],
      [book(' color=amber', ''), 'Took the colour of “Hope” away (was amber)'],
      [book('{#trust}', '{#trust color=teal}'), 'Coloured “Trust”: teal'],
      [book('Include: small', 'Include: large'), 'Changed what “Hope” includes'],
      [book('### Trust {#trust}\n', '### Trust {#trust}\n\nExclude: blind trust\n'), 'Changed what “Trust” excludes'],
      [book('### Trust {#trust}\n', '### Trust {#trust}\n\nExample: I let her.\n'), 'Changed the examples of “Trust”'],
      [book('Things getting better.\n', ''), 'Took the definition of “Hope” away'],
      [book('small things.\n', 'small things.\n\nAsk MB about it.\n'), 'Changed the text below “Hope”'],
      [book('# Codebook\n', '# Codebook\n\nHow we code.\n'), 'Wrote an introduction to the codebook'],
      [book('### Hope', '## Hope'), 'Moved “Hope” from “Influence” to the top'],
    ];
    for (const [after, expected] of cases) assert.deepEqual((await said(after)).slice(0, 1), [expected]);
    const phased = book('{#trust}', '{#trust .defined}');
    assert.deepEqual(await said(STUDY, phased), ['Took the phase of “Trust” away (was defined)']);
  });

  it('says the rest of what coders do', async () => {
    const PLACE = { quote: 'it got better', at: [38, 51] as [number, number] };
    const one = (over: Parameters<typeof coding>[0] = {}): Files => ({
      ...STUDY,
      [EA]: line({ id: 'aaaaaaaaaa', ...PLACE, ...over }),
    });
    const longer = { quote: 'I think it got better', at: [30, 51] as [number, number] };
    const shifted = { quote: 'got better after', at: [41, 57] as [number, number] };
    const cases: [Files, Files, string][] = [
      [one(), one(longer), 'EA extended the passage of “Hope” by 2 words'],
      [one(longer), one(), 'EA shortened the passage of “Hope” by 2 words'],
      [one(), one(shifted), 'EA changed where the passage of “Hope” begins or ends'],
      [one({ memo: 'x' }), one({ memo: 'y' }), 'EA changed the memo on a passage of “Hope”'],
      [one({ memo: 'x' }), one(), 'EA removed the memo from a passage of “Hope”'],
      [one(), one({ evidence: 'contradicts' }), 'EA marked a passage of “Hope” as contradicting'],
      [
        one({ evidence: 'supports' }),
        one({ evidence: 'nuances' }),
        'EA marked a passage of “Hope” as nuancing, no longer as supporting',
      ],
      [one({ evidence: 'nuances' }), one(), 'EA no longer marks a passage of “Hope” as nuancing'],
      [one(), one({ evidence: 7 }), 'EA marked a passage of “Hope” as “7”'],
      [one(), one({ created: '2026-03-03T10:03:11Z' }), 'In the line of a passage of “Hope”, “created” changed'],
      [
        one({ orphan: '2026-05-01T08:00:00Z' }),
        one({ orphan: '2026-06-01T08:00:00Z' }),
        'EA decided again to keep a passage of “Hope” although its words are gone',
      ],
    ];
    for (const [before, after, expected] of cases) assert.deepEqual(await said(after, before), [expected]);
    const reading = 'codings/EA/transcripts/pp-03.reading.ndjson';
    const at = (state: string, since = '2026-03-02T10:03:11Z'): Files => ({
      ...STUDY,
      [reading]: JSON.stringify({ state, since }),
    });
    assert.deepEqual(await said(at('read')), ['EA marked pp-03 as read']);
    assert.deepEqual(await said(at('read', '2026-04-02T10:03:11Z'), at('read')), ['EA marked pp-03 as read again']);
    assert.deepEqual(await said(STUDY, at('done')), ['EA took back that pp-03 is done']);
  });

  it('says what is about neither', async () => {
    const front = { ...STUDY, 'transcripts/pp-03.md': `---\nkind: interview\ndate: 2026-03-02\n---\n\n${TEXT}` };
    assert.deepEqual(await said(front), ['Changed kind and date of pp-03']);
    const people = { ...STUDY, 'participants.csv': 'participant,role,site\nPP3,peer,north\n' };
    assert.deepEqual(await said(people), ['Added the participant PP3']);
    const moved = { ...people, 'participants.csv': 'participant,role,site\nPP3,non-peer,west\n' };
    assert.deepEqual(await said(moved, people), ['Changed role and site of the participant PP3']);
    const memo = { ...STUDY, 'memos/2026-03-02-hope.md': 'What hope is.\n' };
    assert.deepEqual(await said(memo), ['Wrote the memo “hope”']);
    assert.deepEqual(await said({ ...memo, 'memos/2026-03-02-hope.md': 'What hope is not.\n' }, memo), [
      'Edited the memo “hope”',
    ]);
    assert.deepEqual(await said({ ...STUDY, 'verbatim.json': '{"title": "Peers"}' }), [
      'Changed title in the study file',
    ]);
  });

  it('counts changes in one sentence', async () => {
    const all = changed(
      { do: 'rename', entry: 'hope', title: 'Living hope' },
      { do: 'add', kind: 'theme', title: 'Role' },
    );
    const codings = ['bbbbbbbbbb', 'cccccccccc'].map(id => line({ id })).join('');
    const changes = await changesBetween(STUDY, { ...all, [EA]: line({ id: 'aaaaaaaaaa', code: 'trust' }) + codings });
    assert.equal(summarise(changes), '2 codings added, 1 recoded; 1 code renamed; 1 theme added');
    assert.equal(summarise([]), 'No changes');
  });
});
