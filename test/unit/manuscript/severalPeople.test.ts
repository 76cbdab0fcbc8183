import assert from 'node:assert/strict';
import { balanceOf } from '../../../src/core/manuscript/balance.js';
import { checkManuscript } from '../../../src/core/manuscript/check.js';
import { type CheckedQuotation, isWrong } from '../../../src/core/manuscript/checked.js';
import { manuscriptFixes } from '../../../src/core/manuscript/fixes.js';
import { readManuscript } from '../../../src/core/manuscript/read.js';
import { atOnce } from '../../../src/core/pieces.js';
import { FILES, QuotedStudy } from './support/study.js';

describe('a quotation of several people', () => {
  let study: QuotedStudy;
  before(async () => {
    study = await QuotedStudy.of(FILES);
  });

  const named = (text: string): string[][] =>
    study
      .read(text)
      .map(({ attribution }) => [
        attribution?.participant ?? '',
        ...(attribution?.also ?? []).map(one => one.participant),
      ]);
  const one = async (text: string): Promise<CheckedQuotation> =>
    (await study.check(text))[0] ?? assert.fail('no quotation');

  it('names them with commas, “and”, a slash, or before it', () => {
    for (const by of [
      '(PP3, PP4)',
      '(PP3 and PP4)',
      '[PP3; PP4]',
      '(PP3 & PP4)',
      '(PP3/PP4)',
      '(participants PP3 and PP4)',
    ])
      assert.deepEqual(named(`“It was quieter after that . . . I stayed.” ${by}`), [['PP3', 'PP4']], by);
    assert.deepEqual(named('> It was quieter after that.\n>\n> I stayed.\n>\n> — PP3, PP4, joint interview'), [
      ['PP3', 'PP4'],
    ]);
    assert.deepEqual(named('PP3 and PP4 say: “I stayed.”'), [['PP3', 'PP4']]);
    assert.deepEqual(named('PP3 and PP4 say:\n\n> I stayed.'), [['PP3', 'PP4']]);
    assert.deepEqual(named('Unlike PP3, PP4 says: “I stayed.”'), [['PP4']]);
    assert.deepEqual(named('“I stayed.” (PP4, peer, 45, p. 3)'), [['PP4']]);
  });

  it('is true where all of it is theirs and each of them says something of it', async () => {
    for (const text of [
      '“Not that night . . . I stayed.” (PP3, PP4)',
      '“not that night. I stayed.” (PP3 and PP4)',
      '> I didn’t stay ... not that night.\n>\n> I stayed. There was [sic] twenty people.\n>\n> (PP3, PP4, joint interview)',
      '> How was it, after that?\n>\n> It was … quieter after that.\n>\n> (PP3, EA)',
      '“I counted” and “always open” (PP3, PP4)',
    ]) {
      const checked = await study.check(text);
      assert.deepEqual(
        checked.map(({ verdict }) => verdict),
        checked.map(() => 'verbatim'),
        text,
      );
      assert.deepEqual(
        checked.flatMap(({ remarks }) => remarks.map(({ kind }) => kind)),
        [],
        text,
      );
    }
    const { source, message } = await one('“not that night. I stayed.” (PP3 and PP4)');
    assert.deepEqual([source?.participant, source?.also], ['PP3', ['PP4']]);
    assert.match(message, /^Word for word what PP3 and PP4 said: /);
  });

  it('is wrong where somebody who is named says nothing of it', async () => {
    const silent = await one('“I didn’t stay” (PP3, PP4)');
    assert.deepEqual(
      [silent.verdict, silent.remarks.map(({ kind }) => kind), isWrong(silent)],
      ['verbatim', ['not-of-all'], true],
    );
    assert.equal(silent.remarks[0]?.message, 'PP4 is named, but says nothing of it.');
    assert.equal(silent.remedy, 'Leave PP4 out of the attribution.');
    const nobody = await one('“I didn’t stay” (PP3, PP44)');
    assert.equal(nobody.remarks[0]?.message, 'This study has no PP44.');
    // What one of two quotations leaves open, the other may say; both words here are of PP3.
    const both = await study.check('“quieter” and “always open” (PP3, PP4)');
    assert.deepEqual(both.map(isWrong), [true, true]);
  });

  it('is wrong where a word was changed, or somebody else speaks in it', async () => {
    const changed = await one('“not this night. I stayed.” (PP3, PP4)');
    assert.deepEqual([changed.verdict, changed.differences[0]?.there], ['changed', 'that']);
    const other = await one('“I stayed . . . always open” (PP4, NP1)');
    assert.equal(other.verdict, 'other-speaker');
    assert.match(other.message, /^Neither PP4 nor NP1 said all of it; PP4 and PP3 did: /);
    const { manuscript } = {
      manuscript: atOnce(readManuscript('paper/m.md', '“I stayed . . . always open” (PP4, NP1)', study.people)),
    };
    assert.deepEqual(manuscriptFixes(other, manuscript, study.people), []);
    const none = await one('“the moon is made of cheese” (PP4, NP1)');
    assert.match(none.message, /^Neither PP4 nor NP1 nor anybody else said it/);
  });

  it('counts for each of them', async () => {
    const manuscript = atOnce(
      readManuscript('paper/m.md', '“Not that night . . . I stayed.” (PP3, PP4)', study.people),
    );
    const checked = await checkManuscript(manuscript, study.corpus, async path => study.files[path] ?? '');
    const { short, people } = balanceOf(checked, study.corpus);
    assert.deepEqual(
      [short, people.map(({ id, short: own }) => [id, own])],
      [
        1,
        [
          ['NP1', 0],
          ['PP3', 1],
          ['PP4', 1],
        ],
      ],
    );
  });
});
