import assert from 'node:assert/strict';
import { type CheckedQuotation, isWrong } from '../../../src/core/manuscript/checked.js';
import { atOnce } from '../../../src/core/pieces.js';
import { FILES, QuotedStudy } from './support/study.js';

describe('comparing a manuscript with the transcripts', () => {
  let study: QuotedStudy;
  before(async () => {
    study = await QuotedStudy.of(FILES);
  });

  const one = async (text: string, by = '(PP3)'): Promise<CheckedQuotation> => {
    const checked = await study.check(`“${text}” ${by}`);
    assert.equal(checked.length, 1, text);
    return checked[0] as CheckedQuotation;
  };
  const isTrue = async (text: string, by?: string): Promise<CheckedQuotation> => {
    const checked = await one(text, by);
    assert.equal(checked.verdict, 'verbatim', `${text}: ${checked.message}`);
    assert.equal(isWrong(checked), false);
    return checked;
  };
  const isFalse = async (text: string, by?: string): Promise<CheckedQuotation> => {
    const checked = await one(text, by);
    assert.equal(checked.verdict, 'changed', `${text}: ${checked.verdict} ${checked.message}`);
    assert.ok(
      checked.message.includes('transcripts/pp-joint.md, line 9') || checked.source?.line === 9,
      checked.message,
    );
    assert.notEqual(checked.remedy, '');
    return checked;
  };

  it('says where each piece is from', async () => {
    const { source, places, message } = await isTrue('It was quieter after that . . . You don’t have to stay');
    const text = FILES['transcripts/pp-joint.md'];
    assert.deepEqual([source?.transcript, source?.line, source?.participant], ['transcripts/pp-joint.md', 9, 'PP3']);
    assert.deepEqual(
      source?.spans.map(({ start, end }) => text.slice(start, end)),
      ['it was quieter after that', "You don't have to stay"],
    );
    assert.equal(places.length, 1);
    assert.equal(message, 'Word for word what PP3 said: transcripts/pp-joint.md, line 9.');
  });

  it('minds no typography, no remark of who transcribed and no letter at the beginning', async () => {
    for (const text of [
      'it was quieter after that',
      '[I]t was quieter after that!',
      'Nobody shouted and my sister said, ‘You don’t have to stay.’',
      'I didn’t stay not that night',
      'I didn’t stay … not that night',
      'the peers’ room was always open—always',
      'The *peers’* room was always open – always',
      'We are not co‑workers',
      'It was, um … [N]obody shouted',
      'I told [name] so',
      'I told [Place] so',
    ])
      await isTrue(text);
  });

  it('catches every other change, with what was said', async () => {
    const difference = async (text: string): Promise<string> => {
      const { differences } = await isFalse(text);
      return differences.map(({ here, there, line }) => `${here}>${there}@${line}`).join(' ');
    };
    assert.equal(await difference('it was louder after that'), 'louder>quieter@9');
    assert.equal(await difference('it was quieter, after that'), ',>@9');
    assert.equal(await difference('it was quieter after that, Nobody shouted'), ',>.@9');
    assert.equal(await difference('it quieter after that'), '>was@9');
    assert.equal(await difference('it was much quieter after that'), 'much>@9');
    assert.equal(await difference('it quieter was after that'), 'quieter was>was quieter@9');
    assert.equal(await difference('Nobody Shouted and my sister said'), 'Shouted>shouted@9');
    assert.equal(await difference('I did stay not that night'), "did>didn't@9");
    assert.equal(await difference('I didn’t stay . . . not this night'), 'this>that@9');
  });

  it('lets elisions leave words out, also over turns, and says so; never changes their order', async () => {
    const over = await isTrue('it was quieter after that … always open');
    assert.deepEqual(
      over.remarks.map(({ kind, isWrong: wrong }) => [kind, wrong]),
      [['over-turns', false]],
    );
    const { message } = await isFalse('You don’t have to stay … it was quieter after that');
    assert.match(message, /another order/);
    await isTrue('I . . . stay'); // A negation at the border of an elision may go.
    const across = await one('not that night. The peers’ room');
    assert.equal(across.verdict, 'changed');
    assert.match(across.message, /others said/);
  });

  it('lets an insertion replace a few words and no more, a redaction one at least', async () => {
    await isTrue('Nobody shouted and [she] said');
    await isTrue('Nobody [in the room] shouted and my sister said');
    const bounded = await one('it was [better] and my sister said');
    assert.equal(bounded.verdict, 'verbatim');
    assert.equal((await one('it was [better] I didn’t stay')).verdict, 'changed');
    assert.equal((await one('it was quieter [name] after that')).verdict, 'changed');
    assert.equal((await one('it was [better]. I didn’t … stay not that night')).verdict, 'changed');
    await isTrue('my [name] said');
    await isTrue('Nobody shout[s] and my sister said');
    assert.equal((await one('Nobody smil[ed] and my sister said')).verdict, 'changed');
  });

  it('takes no quoted word for the ending of a word in brackets', async () => {
    assert.equal((await one('my [name] "so" said')).verdict, 'changed');
    await isTrue('The [name]’s room was always open');
  });

  it('leaves [sic] alone', async () => {
    await isTrue('There was [sic] twenty people', '(PP4)');
    assert.equal((await one('There were [sic] twenty people', '(PP4)')).verdict, 'changed');
    assert.equal((await one('There was twelve people', '(PP4)')).differences[0]?.there, 'twenty');
  });

  it('knows when somebody else said it, or nobody, or when nobody is named', async () => {
    const other = await one('it was quieter after that', '(NP1)');
    assert.equal(other.verdict, 'other-speaker');
    assert.equal(other.message, 'NP1 did not say it; PP3 did: transcripts/pp-joint.md, line 9.');
    assert.equal(other.remedy, 'Attribute it to PP3.');
    const nobody = await one('the moon is made of cheese', '(NP1)');
    assert.deepEqual([nobody.verdict, nobody.source], ['not-found', undefined]);
    const unknown = await one('it was quieter after that', '(PP33)');
    assert.equal(unknown.verdict, 'other-speaker');
    assert.match(unknown.message, /^This study has no PP33; PP3 did/);
    const unattributed = await one('it was quieter after that', '');
    assert.deepEqual([unattributed.verdict, unattributed.source?.participant], ['unattributed', 'PP3']);
    assert.equal(isWrong(unattributed), false);
  });

  it('knows when it was said in several places, and when the session is another one', async () => {
    const twice = await one('paid enough', '(NP1)');
    assert.deepEqual([twice.verdict, twice.places.length, isWrong(twice)], ['ambiguous', 2, false]);
    const wrong = await one('it was quieter after that', '(PP3, focus group)');
    assert.equal(isWrong(wrong), false, 'a kind that no transcript has is the writer’s own word');
    const kind = await study.check('“I don’t think they are paid enough” (NP1, joint interview)');
    assert.deepEqual(
      [kind[0]?.verdict, kind[0]?.remarks[0]?.kind, kind.map(isWrong)],
      ['verbatim', 'other-session', [true]],
    );
  });

  it('checks a dialogue turn by turn, and that it was one', async () => {
    const right = await study.check(
      '> EA: How was it, after that?\n>\n> PP3: It was … quieter after that.\n>\n> PP4: I stayed.\n',
    );
    assert.deepEqual(
      right.map(({ verdict }) => verdict),
      ['verbatim', 'verbatim', 'verbatim'],
    );
    assert.deepEqual(right.map(isWrong), [false, false, false]);
    const wrong = await study.check('> PP4: I stayed.\n>\n> PP3: It was … quieter after that.\n');
    assert.deepEqual(wrong.map(isWrong), [false, true]);
    const apart = await study.check('> PP4: I stayed.\n>\n> NP1: They aren’t paid enough.\n');
    assert.deepEqual(apart.map(isWrong), [false, true]);
  });

  it('stops when it is cancelled', async () => {
    const { readManuscript } = await import('../../../src/core/manuscript/read.js');
    const { checkManuscript } = await import('../../../src/core/manuscript/check.js');
    const read = atOnce(readManuscript('paper/m.md', '“a b” (PP3)', study.people));
    const checked = await checkManuscript(read, study.corpus, async () => '', { cancellation: { cancelled: true } });
    assert.deepEqual([checked.complete, checked.quotations], [false, []]);
  });
});
