import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ManuscriptEdit, manuscriptFixes } from '../../../src/core/manuscript/fixes.js';
import { manuscriptPeople } from '../../../src/core/manuscript/people.js';
import { quotationProblems } from '../../../src/core/manuscript/problems.js';
import { readManuscript } from '../../../src/core/manuscript/read.js';
import { atOnce } from '../../../src/core/pieces.js';
import { FILES, QuotedStudy } from './support/study.js';

describe('putting a quotation right', () => {
  let study: QuotedStudy;
  before(async () => {
    study = await QuotedStudy.of(FILES);
  });

  const people = () => manuscriptPeople(study.corpus);
  const fixesOf = async (text: string) => {
    const [checked] = await study.check(text);
    assert.ok(checked, text);
    return { checked, fixes: manuscriptFixes(checked, atOnce(readManuscript('paper/m.md', text, people())), people()) };
  };
  const applied = (text: string, edits: readonly ManuscriptEdit[]): string => {
    const characters = [...text];
    for (const { start, end, text: other } of edits.toReversed()) characters.splice(start, end - start, other);
    return characters.join('');
  };
  const SAID = 'it was quieter after that';

  it('says what was said: another word, one too many, one too few', async () => {
    for (const wrong of ['it was louder after that', 'it was much quieter after that', 'it was quieter that']) {
      const { fixes } = await fixesOf(`They found “${wrong}” (PP3).`);
      const [fix] = fixes;
      assert.equal(fix?.kind, 'words', wrong);
      assert.equal(applied(`They found “${wrong}” (PP3).`, fix.edits), `They found “${SAID}” (PP3).`);
    }
  });

  it('is true afterwards, whatever was changed in it', async () => {
    const words = SAID.split(' ');
    const change = fc.tuple(fc.nat(words.length - 1), fc.constantFrom('other', 'more', 'less'));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async changes => {
        let wrong = [...words];
        for (const [at, kind] of changes) {
          if (kind === 'other') wrong = wrong.with(at % wrong.length, 'zwoxel');
          else
            wrong = wrong.toSpliced(at % wrong.length, kind === 'less' ? 1 : 0, ...(kind === 'more' ? ['zwoxel'] : []));
        }
        const text = `They found “${wrong.join(' ')}” (PP3).`;
        const { checked, fixes } = await fixesOf(text);
        const fix = fixes.find(({ kind }) => kind === 'words');
        if (checked.verdict !== 'changed' || fix === undefined) return;
        const [after] = await study.check(applied(text, fix.edits));
        assert.ok(after?.verdict === 'verbatim' || after?.verdict === 'ambiguous', applied(text, fix.edits));
      }),
      { numRuns: 40 },
    );
  });

  it('names who said it, and leaves what is right alone', async () => {
    const others = people().list.filter(({ id, asks }) => id !== 'PP3' && !asks);
    const [other] = others;
    assert.ok(other);
    const text = `They found “${SAID}” (${other.name}).`;
    const { fixes } = await fixesOf(text);
    assert.deepEqual(
      fixes.map(({ kind, label, edits }) => [kind, label, applied(text, edits)]),
      [['attribution', 'PP3', `They found “${SAID}” (PP3).`]],
    );
    assert.deepEqual((await fixesOf(`“${SAID}” (PP3)`)).fixes, []);
  });

  it('is a problem at the word that is another, or at the name', async () => {
    const manuscript = (text: string) => atOnce(readManuscript('paper/m.md', text, people()));
    const problemsOf = async (text: string) =>
      quotationProblems({ manuscript: manuscript(text), quotations: await study.check(text), complete: true }).map(
        ({ rule, line, span: { start, end } }) => [rule, line, [...text].slice(start, end).join('')],
      );
    assert.deepEqual(await problemsOf(`# A\n\nThey found “it was louder after that” (PP3).`), [
      ['quotation-changed', 3, 'louder'],
    ]);
    assert.deepEqual(await problemsOf(`# A\n\n“${SAID}” (PP3), “not attributed at all”.`), []);
  });
});
