import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canBeCoded, manuscriptFilter, parseStudyConfig, transcriptFilter } from '../../../src/core/study/config.js';

const config = (value: unknown): ReturnType<typeof parseStudyConfig> => parseStudyConfig(JSON.stringify(value));
const transcripts = (value: unknown, paths: string[]): string[] => paths.filter(transcriptFilter(config(value), paths));

describe('the study file', () => {
  it('may be missing or empty: every default holds', () => {
    for (const text of [undefined, '', ' \n', '{}']) {
      assert.deepEqual(parseStudyConfig(text), {
        stance: 'codebook',
        questions: [],
        transcripts: [],
        exclude: [],
        manuscripts: [],
        recruitment: [],
        problems: [],
      });
    }
  });

  it('says title, stance, questions and globs', () => {
    const value = {
      title: 'Peers',
      stance: 'reflexive',
      questions: ['How?'],
      transcripts: 'talks/*.md',
      exclude: ['**/draft*'],
    };
    const expected = { ...value, transcripts: ['talks/*.md'], manuscripts: [], recruitment: [], problems: [] };
    assert.deepEqual(config(value), expected);
    assert.deepEqual(parseStudyConfig(`\ufeff${JSON.stringify(value)}\r\n`), expected);
  });

  it('reports what is not understood with its line, and the default holds', () => {
    const text =
      '{\n  "title": 7,\n  "stance": "objective",\n  "questions": [1],\n  "exclude": [""],\n  "transcripts": {}\n}';
    const { problems, ...rest } = parseStudyConfig(text);
    assert.deepEqual(rest, {
      stance: 'codebook',
      questions: [],
      transcripts: [],
      exclude: [],
      manuscripts: [],
      recruitment: [],
    });
    assert.deepEqual(problems.map(problem => problem.line).sort(), [2, 3, 4, 5, 6]);
    for (const problem of problems) {
      assert.deepEqual([problem.rule, problem.severity, problem.file], ['study-file', 'error', 'verbatim.json']);
      assert.notEqual(problem.remedy, '');
    }
  });

  it('says how people were found, with the line of each group', () => {
    const text =
      '{\n "recruitment": [\n  {"group": "peer", "eligible": 11, "approached": 11, "declined": 2, "excluded": 0},\n  {"group": "nurse"}\n ]\n}';
    const { recruitment, problems } = parseStudyConfig(text);
    assert.deepEqual(recruitment, [
      { group: 'peer', eligible: 11, approached: 11, declined: 2, excluded: 0, line: 3 },
      { group: 'nurse', line: 4 },
    ]);
    assert.deepEqual(problems, []);
  });

  it('reports what recruitment cannot mean, and what cannot be right', () => {
    const told = (recruitment: unknown): string[] =>
      config({ recruitment }).problems.map(({ severity, message }) => `${severity}: ${message}`);
    assert.deepEqual(told({}), ['error: "recruitment" is not a list.']);
    assert.deepEqual(told([7, { group: ' ' }]), [
      'error: An entry of "recruitment" names no group, so it does not count.',
      'error: An entry of "recruitment" names no group, so it does not count.',
    ]);
    assert.deepEqual(told([{ group: 'a', eligible: -1, declined: '2' }, { group: 'A' }]), [
      'error: "eligible" of “a” is not a number of people, so it does not count.',
      'error: "declined" of “a” is not a number of people, so it does not count.',
      'error: “A” stands twice in "recruitment"; the first counts.',
    ]);
    assert.deepEqual(told([{ group: 'a', eligible: 3, approached: 4, declined: 2, excluded: 3 }]), [
      'warning: Of “a” 4 were approached, but only 3 are eligible.',
      'warning: Of “a” 2 declined and 3 were excluded, which is more than the 4 approached.',
    ]);
    assert.deepEqual(config({ recruitment: [{ group: 'a', declined: 0.5 }] }).recruitment, [{ group: 'a', line: 1 }]);
  });

  it('reports broken JSON', () => {
    for (const text of ['{', 'null', '[]', '"x"', '{"title": "a",}'])
      assert.equal(parseStudyConfig(text).problems.length, 1, text);
  });

  it('never throws, whatever it holds, nor do its globs', () => {
    const keys = fc.constantFrom('title', 'stance', 'questions', 'transcripts', 'exclude', 'other');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constant(['x'.repeat(70_000)]),
      fc.constant(''),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, value), record => void transcripts(record, ['transcripts/a.md', 'b.md', '[.md'])),
    );
    fc.assert(fc.property(fc.string(), text => void parseStudyConfig(text)));
  });
});

describe('the transcripts of a study', () => {
  const own = ['README.md', 'codebook.md', 'memos/a.md', 'codings/EA/a.md', 'verbatim.json', 'notes.txt'];

  it('are every Markdown file but the study’s own documents', () => {
    assert.deepEqual(transcripts({}, [...own, 'pp-01.md', 'deep/pp-02.markdown']), ['pp-01.md', 'deep/pp-02.markdown']);
  });

  it('are those in the folder transcripts where there is one', () => {
    const paths = [...own, 'pp-01.md', 'transcripts/pp-02.md', 'transcripts/README.md'];
    assert.deepEqual(transcripts({}, paths), ['transcripts/pp-02.md']);
  });

  it('are those the study file names, less those it excludes', () => {
    const paths = [...own, 'a/1.md', 'a/2.md', 'transcripts/3.md'];
    assert.deepEqual(transcripts({ transcripts: ['a/*.md', 'codebook.md'], exclude: ['**/2.md'] }, paths), ['a/1.md']);
    assert.deepEqual(transcripts({ exclude: ['a/**'] }, ['a/1.md', 'b.md']), ['b.md']);
  });

  it('are never the codebook, memos or codings', () => {
    assert.deepEqual(['codebook.md', 'memos/x.md', 'codings/EA/x.md', 'x.jsonl', 'sub/codebook.md'].map(canBeCoded), [
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('manuscripts', () => {
  it('are every Markdown file in paper, but for what is said for COREQ', () => {
    const isManuscript = manuscriptFilter(parseStudyConfig(undefined));
    const paths = [
      'paper/manuscript.md',
      'paper/drafts/a.md',
      'paper/coreq.md',
      'paper/figure.csv',
      'codebook.md',
      'a.md',
    ];
    assert.deepEqual(paths.filter(isManuscript), ['paper/manuscript.md', 'paper/drafts/a.md']);
  });

  it('are where the study file says, and no transcripts then', () => {
    const config = parseStudyConfig('{"manuscripts": ["draft-*.md", "codebook.md"]}');
    const paths = ['draft-1.md', 'pp-03.md', 'paper/manuscript.md', 'codebook.md'];
    assert.deepEqual(paths.filter(manuscriptFilter(config)), ['draft-1.md']);
    assert.deepEqual(paths.filter(transcriptFilter(config, paths)), ['pp-03.md']);
  });
});
