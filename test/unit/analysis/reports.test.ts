import assert from 'node:assert/strict';
import { checkStudy } from '../../../src/core/analysis/check.js';
import { codeReport } from '../../../src/core/analysis/codeReport.js';
import { CorpusReader } from '../../../src/core/analysis/corpus/corpusReader.js';
import { excerptReport } from '../../../src/core/analysis/excerptReport.js';
import { transcriptReport } from '../../../src/core/analysis/transcriptReport.js';
import { Study } from '../../../src/core/study/study.js';
import { fixedEnvironment } from '../support/environment.js';
import { MemoryStore } from '../support/memoryStore.js';

const CODEBOOK =
  '# Codebook\n\n## A theme {#theme .theme}\n\n### Hope {#hope formerly="hoping"}\n\n#### Small hope {#small}\n\n## Loose {#loose}\n';
const line = (id: string, code: string, quote: string, at: [number, number]): string =>
  `{"code": "${code}", "quote": "${quote}", "at": [${at}], "id": "${id}"}\n`;

async function studyOf(files: Record<string, string>): Promise<{ study: Study; store: MemoryStore }> {
  const store = new MemoryStore({ 'codebook.md': CODEBOOK, ...files });
  const study = new Study(store, fixedEnvironment());
  await study.refresh();
  return { study, store };
}

/** More transcripts than the study keeps parsed, each coded by two coders. */
function many(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let i = 0; i < count; i++) {
    files[`transcripts/t${i}.md`] =
      `---\nparticipants: [P${i}]\n---\n\nP${i}: I hope so.\n\nI: Why?\n\nP${i}: Because.\n`;
    for (const coder of ['EA', 'JS'])
      files[`codings/${coder}/transcripts/t${i}.jsonl`] = line(`${coder}${i}`, 'hope', 'I hope so', [0, 9]);
  }
  return files;
}

describe('reports on a study', () => {
  const COUNT = 60;
  const reports: [string, (study: Study) => Promise<unknown>][] = [
    ['check', checkStudy],
    ['codes', async study => codeReport(await new CorpusReader(study).read())],
    ['excerpts', excerptReport],
    ['transcripts', transcriptReport],
  ];
  for (const [name, report] of reports) {
    it(`${name}: reads each transcript once and writes nothing`, async () => {
      const { study, store } = await studyOf(many(COUNT));
      const before = store.calls.read;
      await report(study);
      assert.equal(store.calls.read - before, COUNT);
      assert.equal(store.calls.replace, 0);
    });
  }

  it('excerpts: reads only the transcripts that have some', async () => {
    const { study, store } = await studyOf({
      ...many(10),
      'codings/EA/transcripts/t3.jsonl': line('x', 'loose', 'I hope so', [0, 9]),
    });
    const before = store.calls.read;
    const { excerpts } = await excerptReport(study, { codes: new Set(['loose']) });
    assert.deepEqual([excerpts.length, store.calls.read - before], [1, 1]);
  });

  it('check: a transcript that cannot be read is a problem and stops nothing', async () => {
    const { study, store } = await studyOf(many(2));
    const read = store.read.bind(store);
    store.read = async path => {
      if (path === 'transcripts/t0.md') throw new Error('no rights');
      return read(path);
    };
    const { problems, outcomes } = await checkStudy(study);
    assert.deepEqual(
      problems.filter(problem => problem.severity === 'error').map(({ rule, file }) => [rule, file]),
      [['unreadable-transcript', 'transcripts/t0.md']],
    );
    assert.deepEqual([outcomes.exact + outcomes.relocated + outcomes.ambiguous, outcomes.orphan], [2, 2]);
  });
});

describe('codes', () => {
  it('count for the themes that hold them, not for the code they are nested in', async () => {
    const { study } = await studyOf({
      'transcripts/a.md': 'P1: Yes.\n\nP2: No.\n\nP1: Yes and no.\n',
      'participants.csv': 'participant,role\nP1,peer\nP2,Interviewer\n',
      'codings/EA/transcripts/a.jsonl':
        line('1', 'small', 'P1: Yes.\\n\\nP2: No.', [0, 17]) +
        line('2', 'hoping', 'Yes and no', [23, 33]) +
        line('3', '__proto__', 'No', [14, 16]),
    });
    const rows = codeReport(await new CorpusReader(study).read());
    assert.deepEqual(
      rows.map(row => [row.kind, row.id, row.themePath.join('/'), row.codings, row.participants.join()]),
      [
        ['theme', 'theme', '', 2, 'P1'],
        ['code', 'hope', 'A theme', 1, 'P1'],
        ['code', 'small', 'A theme/Hope', 1, 'P1'],
        ['code', 'loose', '', 0, ''],
        ['unknown', '__proto__', '', 1, ''],
      ],
    );
  });
});
