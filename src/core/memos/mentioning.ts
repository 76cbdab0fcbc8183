import type { CodebookEntry } from '../codebook/codebook.js';
import { transcriptName } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { MemoMentions } from './memos.js';

/** The memos that mention a theme or code, by its id or one that it had, the latest first. */
export function memosOfEntry(study: Study, entry: CodebookEntry): Promise<readonly MemoMentions[]> {
  return study.memos.mentioning(study.idsOf(entry).map(name => ({ kind: 'name', name })));
}

/** The memos that mention an excerpt (quote it or link to it), the latest first. */
export function memosOfExcerpt(study: Study, id: string): Promise<readonly MemoMentions[]> {
  return study.memos.mentioning([{ kind: 'excerpt', id, transcript: '' }]);
}

/** The memos that mention a transcript as a whole, be it by the path it had before it was renamed; the latest first. */
export function memosOfTranscript(study: Study, path: string): Promise<readonly MemoMentions[]> {
  const paths = [path, ...study.renames.oldPathsOf(path)];
  const names = new Set(paths.flatMap(one => [transcriptName(one), one, one.replace(/\.md$/, '')]));
  return study.memos.mentioning(
    [...names].filter(name => study.entry(name) === undefined).map(name => ({ kind: 'name', name })),
  );
}
