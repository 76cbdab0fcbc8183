import assert from 'node:assert/strict';
import { codeCounts } from '../../../src/core/analysis/codeCounts.js';
import { codeReport } from '../../../src/core/analysis/codeReport.js';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { relevanceOf } from '../../../src/core/analysis/relevance.js';
import { hasScope, scopedSpans } from '../../../src/core/analysis/scope.js';
import { TranscriptFiguresOf } from '../../../src/core/analysis/transcriptFigures.js';
import { arrangeTranscripts } from '../../../src/core/analysis/transcriptOrder.js';
import { transcriptReport } from '../../../src/core/analysis/transcriptReport.js';
import { formatCodingLine } from '../../../src/core/coding/line.js';
import { Study } from '../../../src/core/study/study.js';
import { coding } from '../support/coding.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const HEAD = '---\nparticipants: [PP1]\ninterviewer: MB\n---\n\n';
const TEXT = `${HEAD}**MB:** And then?\n\n**PP1:** One two three four. Five six seven eight.\n\n**MB:** Why?\n\n**PP1:** Nine ten.\n`;
const BOOK =
  '# Codebook\n\n## Themes {#themes .theme}\n\n### Hope {#hope}\n\n### About peers {#about-peers formerly=peers .scope}\n';
const PATH = 'transcripts/pp-01.md';

function line(quote: string, id: string, code: string): string {
  const at = TEXT.indexOf(quote);
  assert.ok(at >= 0);
  return `${formatCodingLine(coding({ quote, at: [at, at + quote.length], context: ['', ''], id, code }))}\n`;
}

const FILES: Readonly<Record<string, string>> = {
  'codebook.md': BOOK,
  [PATH]: TEXT,
  'transcripts/read.md': TEXT,
  'transcripts/new.md': TEXT,
  'transcripts/coded.md': TEXT,
  'codings/EA/transcripts/pp-01.jsonl':
    line('**PP1:** One two three four.', 'aaaaaaaaaa', 'about-peers') + line('three four. Five', 'bbbbbbbbbb', 'hope'),
  'codings/MB/transcripts/pp-01.jsonl': line('four. Five six', 'cccccccccc', 'peers'),
  'codings/EA/transcripts/read.reading.ndjson': '{"state": "read", "since": "2026-03-02T10:03:11Z"}\n',
  'codings/EA/transcripts/new.reading.ndjson': '{"state": "unread", "since": "2026-03-02T10:03:11Z"}\n',
  'codings/EA/transcripts/coded.jsonl': line('three four. Five', 'dddddddddd', 'hope'),
};

async function opened(files: Readonly<Record<string, string>> = FILES): Promise<{ store: MemoryStore; study: Study }> {
  const store = new MemoryStore({ ...files });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { store, study };
}

const letters = (text: string): number => text.replace(/\s/g, '').length;

describe('what of the transcripts is in scope', () => {
  it('is what any coder marked, by today’s codes, together', async () => {
    const { study } = await opened();
    const anchors = (await study.anchors(PATH)) ?? assert.fail();
    const spans = scopedSpans(study, PATH, anchors) ?? assert.fail();
    assert.deepEqual(
      spans.map(({ start, end }) => TEXT.slice(start, end)),
      ['**PP1:** One two three four. Five six'],
    );
  });

  it('is not asked about where no code marks it: then all counts', async () => {
    const { study } = await opened({ ...FILES, 'codebook.md': BOOK.replace(' .scope', '') });
    const anchors = (await study.anchors(PATH)) ?? assert.fail();
    assert.deepEqual([hasScope(study), scopedSpans(study, PATH, anchors)], [false, undefined]);
    assert.equal(relevanceOf(study, PATH), undefined);
    const figures = await new TranscriptFiguresOf(study).get(PATH);
    assert.equal(figures.inScope, undefined);
    assert.equal(
      figures.coders[0]?.share,
      letters('One two three four. Five') / letters('One two three four. Five six seven eight. Nine ten.'),
    );
  });

  it('tells transcripts apart that nobody read, that have nothing to say, and that matter', async () => {
    const { study } = await opened();
    const all = ['pp-01', 'read', 'new', 'coded'].map(name => relevanceOf(study, `transcripts/${name}.md`));
    assert.deepEqual(all, ['relevant', 'irrelevant', 'unread', 'irrelevant']);
    const rows = study.transcriptPaths().map(path => {
      const relevance = relevanceOf(study, path);
      return { path, state: 'read' as const, ...(relevance && { relevance }) };
    });
    assert.deepEqual(
      arrangeTranscripts(rows, 'scope').map(({ name, rows }) => [name, rows.length]),
      [
        ['relevant', 1],
        ['irrelevant', 2],
        ['unread', 1],
      ],
    );
  });

  it('is what shares are shares of, and marks of the scope cover nothing', async () => {
    const { study } = await opened();
    const figures = await new TranscriptFiguresOf(study).get(PATH);
    const said = letters('One two three four. Five six seven eight. Nine ten.');
    const scope = letters('One two three four. Five six');
    assert.deepEqual(figures.inScope, { share: scope / said, words: 6 });
    assert.deepEqual(
      figures.coders.map(({ coder, share, codings }) => [coder, share, codings]),
      [
        ['EA', letters('three four. Five') / scope, 2],
        ['MB', 0, 1],
      ],
    );
    const [row] = (await transcriptReport(study)).filter(({ path }) => path === PATH);
    assert.deepEqual([row?.relevance, row?.scopeShare], ['relevant', scope / said]);
  });

  it('changes all figures with the codes that mark it, and none with other changes of the codebook', async () => {
    const { store, study } = await opened();
    const figures = new TranscriptFiguresOf(study);
    await figures.get(PATH);
    store.put('codebook.md', BOOK.replace('### Hope', '### Hoping'));
    await study.refresh();
    assert.deepEqual(figures.changed(['codebook.md']), []);
    assert.equal(figures.isDue(PATH), false);
    store.put('codebook.md', BOOK.replace(' .scope', ''));
    await study.refresh();
    assert.equal(figures.changed(['codebook.md']), undefined);
    assert.equal((await figures.get(PATH)).inScope, undefined);
  });
});

describe('codes that mark the scope', () => {
  it('are no results: they count for no theme that is one', async () => {
    const { study } = await opened();
    const themes = study.entry('themes') ?? assert.fail();
    assert.equal(codeCounts(study).get(themes), 2);
    const rows = codeReport(await new CorpusReader(study).read());
    assert.deepEqual(
      rows.map(({ id, isScope, codings }) => [id, isScope, codings]),
      [
        ['themes', false, 2],
        ['hope', false, 2],
        ['about-peers', true, 2],
      ],
    );
  });
});
