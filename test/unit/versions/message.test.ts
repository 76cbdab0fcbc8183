import assert from 'node:assert/strict';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { byPerson } from '../../../src/core/versions/byPerson.js';
import { proposeMessage, SUBJECT } from '../../../src/core/versions/message.js';
import { changesBetween, type Files } from '../review/support/snapshot.js';
import { coding } from '../support/coding.js';

const BOOK = '# Codebook\n\n## Influence {#influence .theme}\n\n### Hope {#hope}\n\n### Own story {#own-story}\n';
const TEXT = '**INT:** How was it?\n\n**PP3:** I think it got better after that, and slower.\n';
const NAMES = ['np-07', 'pp-01', 'pp-03', 'pp-05'];
const START: Files = {
  'codebook.md': BOOK,
  ...Object.fromEntries(NAMES.map(name => [`transcripts/${name}.md`, TEXT])),
  ...codings('EA', 'np-07', 4),
};

/** Codings of somebody, `count` of them, on one passage. */
function codings(coder: string, name: string, count: number, over: Parameters<typeof coding>[0] = {}): Files {
  const lines = Array.from({ length: count }, (_, i) =>
    formatCodingLine(coding({ id: `${coder}${name}${i}`.padEnd(10, '0').replace(/\W/g, 'x'), ...over })),
  );
  return { [`codings/${coder}/transcripts/${name}.jsonl`]: `${lines.join('\n')}\n` };
}

const book = (...changes: [from: string, to: string][]): Files => ({
  'codebook.md': changes.reduce((text, [from, to]) => text.replace(from, to), BOOK),
});
const TWO_NEW = book(['## Influence', '## Joy {#joy}\n\n## Pace {#pace}\n\n## Influence']);
const READ = { 'codings/EA/transcripts/pp-01.reading.ndjson': '{"state": "read", "since": "2026-03-02T10:03:11Z"}\n' };
const RENAMED = book(['### Hope {#hope}', '### Living hope {#hope}']);

/** The proposed first line and what follows it. @param coder who codes here */
async function proposed(after: Files, coder?: string, before: Files = START): Promise<[string, ...string[]]> {
  const { subject, body } = proposeMessage(await changesBetween(before, { ...before, ...after }), { coder });
  assert.ok([...subject].length <= SUBJECT, subject);
  return [subject, ...(body === '' ? [] : body.split('\n'))];
}

describe('the message that is proposed for a version', () => {
  it('says what one coder did in one transcript, with what was added on the way', async () => {
    const cases: [Files, string][] = [
      [codings('EA', 'pp-03', 14), 'EA coded pp-03: 14 excerpts'],
      [codings('EA', 'pp-03', 1), 'EA coded pp-03: 1 excerpt'],
      [{ ...codings('EA', 'pp-03', 14), ...TWO_NEW }, 'EA coded pp-03: 14 excerpts, 2 new codes'],
      [{ ...codings('EA', 'pp-03', 2), ...RENAMED }, 'EA coded pp-03: 2 excerpts; renamed the code Hope'],
      [codings('EA', 'np-07', 4, { code: 'own-story' }), 'EA recoded 4 excerpts in np-07'],
      [
        { ...codings('EA', 'np-07', 4, { code: 'own-story' }), ...RENAMED },
        'EA recoded 4 excerpts in np-07; renamed the code Hope',
      ],
      [codings('EA', 'np-07', 2), 'EA removed 2 codings in np-07'],
      [codings('EA', 'np-07', 4, { memo: 'Again.' }), 'EA wrote memos on 4 excerpts in np-07'],
    ];
    for (const [after, expected] of cases) assert.equal((await proposed(after, 'EA'))[0], expected);
  });

  it('says who did what where several did, and in which transcripts', async () => {
    const both = { ...codings('EA', 'pp-03', 3), ...codings('EA', 'pp-05', 2) };
    assert.deepEqual(await proposed(both, 'EA'), [
      'EA coded 5 excerpts in pp-03 and pp-05',
      'pp-03: EA coded 3 excerpts',
      'pp-05: EA coded 2 excerpts',
    ]);
    const four = Object.assign({}, ...NAMES.map((name, i) => codings('MB', name, i + 1))) as Files;
    assert.equal((await proposed(four, 'EA'))[0], 'MB coded 10 excerpts in 4 transcripts');
    const two = { ...codings('EA', 'np-07', 4, { code: 'own-story' }), ...codings('MB', 'pp-03', 2) };
    assert.deepEqual(await proposed({ ...two, ...RENAMED }), [
      'MB coded pp-03: 2 excerpts; EA recoded 4 excerpts in np-07; more',
      'np-07: EA recoded 4 excerpts',
      'pp-03: MB coded 2 excerpts',
      '',
      'Renamed “Hope” to “Living hope”',
    ]);
    assert.equal(
      (await proposed({ ...codings('MB', 'pp-03', 2), ...RENAMED }, 'EA'))[0],
      'MB coded pp-03: 2 excerpts; EA renamed the code Hope',
    );
  });

  it('says what became of the codebook, of memos and of the rest', async () => {
    const memo = { 'memos/2026-03-02-hope.md': '# Hope\n\nIt grows.\n' };
    const cases: [Files, string | undefined, string][] = [
      [RENAMED, undefined, 'Renamed the code Hope'],
      [RENAMED, 'EA', 'EA renamed the code Hope'],
      [TWO_NEW, 'EA', 'EA added 2 codes'],
      [book(['### Hope {#hope}\n', '']), 'EA', 'EA removed the code Hope'],
      [book(['### Hope {#hope}', '### Hope {#hope}\n\nIt gets better.']), 'EA', 'EA defined the code Hope'],
      [book(['### Hope', '### Living hope'], ['### Own story', '### My story']), 'EA', 'EA renamed 2 codes'],
      [memo, 'EA', 'EA wrote the memo Hope'],
      [{ ...memo, 'memos/2026-03-03-pace.md': '# Pace\n\nSlow.\n' }, 'EA', 'EA wrote 2 memos'],
      [{ 'transcripts/pp-09.md': '**PP9:** New.\n' }, undefined, 'Added the transcript pp-09'],
      [{ 'participants.csv': 'participant,role\nPP3,peer\n' }, 'EA', 'EA added the participant PP3'],
      [{ 'verbatim.json': '{"title": "Peers"}' }, 'EA', 'EA changed the settings of the study'],
      [READ, 'EA', 'EA marked the transcript pp-01 as read'],
    ];
    for (const [after, coder, expected] of cases) {
      assert.equal((await proposed(after, coder))[0], expected);
    }
    assert.deepEqual(await proposed({ 'codebook.md': `${BOOK}\n`, 'notes.txt': 'x' }), ['Changed files of the study']);
  });

  it('fits a line, and says the rest below it', async () => {
    const long = 'A very long title of a code that somebody wrote as a whole sentence about hope';
    const [subject, ...body] = await proposed(
      {
        ...codings('EA', 'pp-03', 3),
        ...book(['### Hope {#hope}', `### ${long} {#hope}`], ['### Own story', `### ${long} too`]),
      },
      'EA',
    );
    assert.equal(subject, 'EA coded pp-03: 3 excerpts; renamed 2 codes');
    assert.deepEqual(body[0], 'pp-03: EA coded 3 excerpts');
    assert.equal(body.length, 4);
    const [odd] = await proposed(codings('Anastasia-Wilhelmina Featherstonehaugh-Cholmondeley', 'pp-03', 3));
    assert.equal(odd, 'Anastasia-Wilhelmina Fe… coded pp-03: 3 excerpts');
    const many = Array.from({ length: 60 }, (_, i) => `## Code ${i} {#code-${i}}\n`).join('\n');
    const [head, ...lines] = await proposed({ 'codebook.md': `${BOOK}\n${many}`, ...codings('EA', 'pp-03', 1) }, 'EA');
    assert.equal(head, 'EA coded pp-03: 1 excerpt, 60 new codes');
    assert.equal(lines.at(-1), 'And 41 more changes of the codebook');
  });

  it('counts what there is where there is no version yet, and writes no words of people into it', async () => {
    const { subject, body } = proposeMessage(await changesBetween({}, START), { coder: 'EA', isFirst: true });
    assert.deepEqual([subject, body], ['First version: 4 transcripts, 2 codes, 4 excerpts', '']);
    assert.equal(proposeMessage([], { isFirst: true }).subject, 'First version');
    const quoted = await proposed({
      ...codings('EA', 'pp-03', 2),
      ...codings('EA', 'pp-05', 2, { memo: 'PP3 is Jo.' }),
    });
    assert.ok(!quoted.join('\n').includes('got better') && !quoted.join('\n').includes('Jo'));
  });
});

describe('what came, by person', () => {
  const told = async (after: Files): Promise<string[]> =>
    byPerson(await changesBetween(START, { ...START, ...after })).map(({ by, text }) => `${by ?? '?'}: ${text}`);

  it('counts what each did, those who did most first', async () => {
    assert.deepEqual(
      await told({ ...codings('MB', 'pp-05', 31), ...codings('EA', 'np-07', 4, { code: 'own-story' }) }),
      ['MB: 31 excerpts in pp-05', 'EA: 4 excerpts recoded in np-07'],
    );
    assert.deepEqual(await told({ ...TWO_NEW, ...codings('MB', 'pp-05', 1) }), [
      'MB: 1 excerpt in pp-05',
      '?: 2 new codes',
    ]);
    assert.deepEqual(await told({ ...RENAMED, 'verbatim.json': '{"title": "Peers"}' }), [
      '?: 1 code renamed, settings of the study changed',
    ]);
  });
});
