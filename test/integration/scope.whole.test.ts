import assert from 'node:assert/strict';
import { isScopeCode } from '../../src/core/codebook/scope';
import { excerptsShown } from '../../src/extension/documents/excerptsShown';
import { names, rendered } from './support/preview';
import { open, until, verbatim } from './support/study';

describe('what is in scope, in the editor', () => {
  it('has no colour behind its words: it runs over pages and would hide what is coded there', async () => {
    const { documents, extendMarkdownIt, studies, ...api } = await verbatim();
    const [opened] = await studies.all();
    assert.ok(opened);
    const { document } = await open('transcripts/pp-02.md');
    const coded = await until('the codings are placed', () => documents.get(document));
    const { codebook } = opened.study;
    const marks = coded.shown.filter(({ coding }) => isScopeCode(codebook, coding.code));
    assert.ok(marks.length > 0 && marks.length < coded.shown.length);
    assert.equal(excerptsShown(coded).length, coded.shown.length - marks.length);
    const shown = names(rendered({ documents, extendMarkdownIt, studies, ...api }, document));
    assert.ok(shown.length > 0);
    for (const { coding } of marks) assert.ok(!shown.includes(codebook.find(coding.code)?.title ?? ''));
  });
});
