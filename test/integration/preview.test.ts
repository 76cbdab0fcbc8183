import assert from 'node:assert/strict';
import type { VerbatimApi } from '../../src/extension/activate';
import { NAME, names, rendered, sorted } from './support/preview';
import { open, until, verbatim } from './support/study';

describe('the Markdown preview', () => {
  let api: VerbatimApi;
  before(async () => {
    api = await verbatim();
  });
  after(() => api.visibility.showAll());

  it('marks every coded passage of every transcript of the sample, and changes nothing else of what is rendered', async () => {
    const [opened] = await api.studies.all();
    assert.ok(opened);
    for (const path of opened.study.index.codedTranscripts()) {
      const { document } = await open(path);
      const coded = await until(`${path} is placed`, () => api.documents.get(document));
      const html = rendered(api, document);
      const titles: string[] = coded.shown.map(({ coding }) => opened.study.titleOf(coding.code));
      assert.deepEqual(names(html), sorted(titles), path);
      await api.visibility.hide(true);
      const bare = rendered(api, document);
      assert.doesNotMatch(bare, /verbatim-/);
      assert.equal(html.replace(NAME, '').replace(/<\/?mark[^>]*>/g, ''), bare, path);
      await api.visibility.hide(false);
    }
  });

  it('shows what the filter lets through', async () => {
    const [opened] = await api.studies.all();
    assert.ok(opened);
    const { document } = await open('transcripts/pp-03.md');
    const coded = await until('the codings are placed', () => api.documents.get(document));
    const { coding, file } = coded.codings[0] ?? assert.fail('nothing is coded');
    await api.visibility.show(opened, { coders: [file.coder], entries: [coding.code] });
    const shown = (await api.documents.get(document))?.shown ?? [];
    assert.ok(shown.length > 0 && shown.length < coded.codings.length);
    assert.deepEqual(names(rendered(api, document)), [opened.study.titleOf(coding.code)]);
    await api.visibility.showAll();
    assert.equal((await api.documents.get(document))?.shown.length, coded.codings.length);
  });

  it('leaves files alone that are no transcripts of the study', async () => {
    const { document } = await open('codebook.md');
    assert.doesNotMatch(rendered(api, document), /verbatim-coding/);
  });
});
