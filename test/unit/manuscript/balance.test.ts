import assert from 'node:assert/strict';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { balanceOf } from '../../../src/core/manuscript/balance.js';
import { checkManuscript } from '../../../src/core/manuscript/check.js';
import { codesOf } from '../../../src/core/manuscript/coded.js';
import { readManuscript } from '../../../src/core/manuscript/read.js';
import { atOnce } from '../../../src/core/pieces.js';
import { coding } from '../support/coding.js';
import { FILES, QuotedStudy } from './support/study.js';

const QUOTE = 'it was quieter after that';
const START = [...FILES['transcripts/pp-joint.md'].slice(0, FILES['transcripts/pp-joint.md'].indexOf(QUOTE))].length;
const MANUSCRIPT = `# Paper

> It was . . . quieter after that. . . . I didn’t stay (PP3, joint interview)

> EA: How was it, after that?
>
> PP3: It was … quieter after that.
>
> PP4: I stayed.

“There was [sic] twenty people” (PP4), and “I told [name] [as I should]” (PP3), “so to speak”.
`;

describe('who is quoted', () => {
  it('is counted by person, role, theme and kind of session, with what was done to the words', async () => {
    const line = formatCodingLine(coding({ code: 'hope', quote: QUOTE, at: [START, START + QUOTE.length] }));
    const study = await QuotedStudy.of({ ...FILES, 'codings/EA/transcripts/pp-joint.jsonl': `${line}\n` });
    const read = atOnce(readManuscript('paper/m.md', MANUSCRIPT, study.people));
    const checked = await checkManuscript(read, study.corpus, async path => study.files[path] ?? '');
    const balance = balanceOf(checked, study.corpus);
    assert.deepEqual([balance.block, balance.short, balance.unattributed], [2, 2, 1]);
    assert.deepEqual(
      balance.people.map(({ name, role, block, short }) => [name, role, block, short]),
      [
        ['NP1', 'non-peer', 0, 0],
        ['PP3', 'peer', 2, 1],
        ['PP4', 'peer', 1, 1],
      ],
    );
    assert.deepEqual(
      balance.neverQuoted.map(({ name }) => name),
      ['NP1'],
    );
    assert.deepEqual(balance.roles, [
      { role: 'non-peer', of: 1, block: 0, short: 0, people: 0 },
      { role: 'peer', of: 2, block: 3, short: 2, people: 2 },
    ]);
    assert.deepEqual(
      balance.themes.map(({ theme, ...counts }) => [theme.id, counts]),
      [
        ['influence', { block: 2, short: 0, people: 1 }],
        ['the-role', { block: 0, short: 0, people: 0 }],
      ],
    );
    assert.equal(balance.uncoded, 3);
    assert.deepEqual(balance.kinds, [
      { kind: 'interview', block: 0, short: 0, people: 0 },
      { kind: 'joint interview', block: 3, short: 2, people: 2 },
    ]);
    assert.deepEqual(balance.elisions, [
      { mark: '. . .', count: 2 },
      { mark: '…', count: 1 },
    ]);
    assert.deepEqual([balance.sic, balance.insertions, balance.redactions], [1, 1, 1]);
    assert.deepEqual(
      codesOf(checked.quotations[0] ?? assert.fail(), study.corpus).map(({ id }) => id),
      ['hope'],
    );
    assert.deepEqual(balanceOf([checked, checked], study.corpus).block, 4);
  });

  it('is everybody with a label where nobody is declared', async () => {
    const { 'participants.csv': _, ...files } = FILES;
    const study = await QuotedStudy.of(files);
    const read = atOnce(readManuscript('paper/m.md', MANUSCRIPT, study.people));
    const checked = await checkManuscript(read, study.corpus, async path => study.files[path] ?? '');
    assert.deepEqual(
      balanceOf(checked, study.corpus).people.map(({ name, block }) => [name, block]),
      [
        ['NP1', 0],
        ['PP3', 2],
        ['PP4', 1],
      ],
    );
  });
});
