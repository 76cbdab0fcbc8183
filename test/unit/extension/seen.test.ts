import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = 'src/extension';

/** Where the editor looks at all that is coded, hidden work included, and why nothing of it is shown there. */
const ON_PURPOSE: Readonly<Record<string, string>> = {
  'anchors/refreshAnchors.ts': 'which transcripts have unsaved changes',
  'codebook/delete.ts': 'no coding is left without its code, hidden or not',
  'coding/coder.ts': 'names of folders, so that nobody has two',
  'conflicts/settle.ts': 'files that git put together, which are put together whole',
  'conflicts/unsettled.ts': 'which files hold conflict marks, and what git is putting together',
  'documents/transcriptRecords.ts': 'every coding follows what is typed',
  'excerpts/makeExample.ts': 'an excerpt that the page showed',
  'exchange/files.ts': 'no transcript is overwritten, whoever coded it',
  'exchange/importCodebook.ts': 'ids that are taken stay taken',
  'memos/diagnostics.ts': 'a link to hidden work is no broken link',
  'renames/follower.ts': 'files of all coders go along with their transcript',
  'rounds/start.ts': 'names of folders, for who takes part',
  'rounds/verifyOne.ts': 'ids, names and dates of versions; nothing of what was coded',
  'study/openStudy.ts': 'whether there is anything, and what `seen` is made of',
  'study/studies.ts': 'whether there is anything',
  'themes/dragAndDrop.ts': 'the codes of codings that a person dragged',
  'transcripts/setState.ts': 'one’s own reading state',
  'versions/saveVersion.ts': 'what is in no version yet is what one did oneself in this copy',
};

const READS = '(?:index|readings|discussion|coderFiles|transcriptPaths|isTranscript|recordsOf|store)\\b(?!\\.work\\b)';
const TELLS =
  '(?:codeCounts|countCodings|countUse|usesOf|threadsOf|allThreads|threadWith|targetOf|excerptsOf|subjectToday|studyProblems|placeProblems|' +
  'quoteProblems|memoProblems|memoFixes|hintsOf|contextOfExcerpt|namedMemos|decisionsOf|progressOf|stateOf|coderFigures|codersOf|notesOn|memosOfExcerpt|' +
  'memosOfEntry|memosOfTranscript|deletionImpact|transcriptsRenamed|planRefresh|workingSnapshot|resolveState|withUnsaved|codingsIn|notesIn|' +
  'new \\w+(?:Reader|Places|Search|Offers|FiguresOf))';

/** Whether a file takes what it reads or tells from the whole study. */
function looksAtAll(text: string): boolean {
  // What is called `study` is the whole one, unless it was taken from `seen`.
  const isWhole = /\{ study\b[^}]*\}(?:: OpenStudy| = )/.test(text) && !/seen: study\b/.test(text);
  const study = isWhole ? '(?:\\w+\\??\\.)*study' : '(?:\\w+\\??\\.)+study';
  return (
    new RegExp(`(?<![\\w.])${study}\\.${READS}`).test(text) ||
    new RegExp(`${TELLS}\\((?:\\{ )?(?:study: )?${study}\\b`).test(text)
  );
}

describe('what is hidden from a person', () => {
  it('is looked at by no feature that shows something: all take `seen`', () => {
    const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
      .map(file => file.split(path.sep).join('/'))
      .filter(file => file.endsWith('.ts'));
    const found = files.filter(file => looksAtAll(readFileSync(path.join(ROOT, file), 'utf8'))).sort();
    assert.deepEqual(found, Object.keys(ON_PURPOSE).sort());
  });

  it('would be noticed', () => {
    for (const text of [
      'const n = opened.study.index.size;',
      'const n = codeCounts(opened.study).get(entry);',
      'const { study } = opened; threadsOf(study, subject);',
      'function of({ study }: OpenStudy) { return study.readings.size; }',
      'new ExcerptReader(this.opened.study)',
    ])
      assert.ok(looksAtAll(text), text);
    for (const text of [
      'const n = opened.seen.index.size;',
      'const n = opened.study.titleOf(code);',
      'const { seen: study } = opened; threadsOf(study, subject);',
      'setMemo(opened.study, id, memo)',
    ])
      assert.ok(!looksAtAll(text), text);
  });
});
