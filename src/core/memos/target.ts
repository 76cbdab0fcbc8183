import type { CodebookEntry } from '../codebook/codebook.js';
import { type Thread, threadWith } from '../discussion/threads.js';
import type { PlacedCoding } from '../study/codingIndex.js';
import { isMarkdown, isMemo, MEMOS_FOLDER, TRANSCRIPTS_FOLDER, transcriptName } from '../study/layout.js';
import type { Study } from '../study/study.js';
import type { MemoLink } from './memo.js';

/** What a link of a memo leads to. */
export type LinkTarget =
  | { readonly kind: 'entry'; readonly entry: CodebookEntry }
  | { readonly kind: 'excerpt'; readonly placed: PlacedCoding }
  /** The thread that a comment belongs to. */
  | { readonly kind: 'thread'; readonly thread: Thread }
  | { readonly kind: 'transcript'; readonly path: string }
  | { readonly kind: 'memo'; readonly path: string };

/** What a link leads to today: a code or theme (by any of its ids), an excerpt, a thread, a transcript or another memo; undefined where nothing has that name. */
export function targetOf(study: Study, link: MemoLink): LinkTarget | undefined {
  if (link.kind === 'excerpt') {
    const placed = study.index.find(link.id);
    if (placed !== undefined) return { kind: 'excerpt', placed };
    const thread = threadWith(study, link.id);
    return thread && { kind: 'thread', thread };
  }
  const entry = study.entry(link.name);
  if (entry !== undefined) return { kind: 'entry', entry };
  const path = transcriptNamed(study, link.name) ?? renamedFrom(study, link.name);
  if (path !== undefined) return { kind: 'transcript', path };
  const memo = fileNamed(study, link.name, MEMOS_FOLDER, isMemo);
  return memo === undefined ? undefined : { kind: 'memo', path: memo };
}

/** The transcript that goes by a path or a name; undefined where none or several do. */
export function transcriptNamed(study: Study, name: string): string | undefined {
  return fileNamed(study, name, TRANSCRIPTS_FOLDER, known => study.isTranscript(known));
}

/** The paths that a name stands for, the likeliest first: it may be without its folder and its ending. */
export function pathsNamed(name: string, folder: string): string[] {
  return [name, `${name}.md`, `${folder}/${name}`, `${folder}/${name}.md`];
}

/** The transcript that went by a name before it was renamed, where that is known. */
function renamedFrom(study: Study, name: string): string | undefined {
  return pathsNamed(name, TRANSCRIPTS_FOLDER)
    .map(path => study.renames.nowAt(path))
    .find(path => path !== undefined);
}

/** The file that goes by a path or a name, with or without its ending; undefined where none or several do. */
function fileNamed(study: Study, name: string, folder: string, fits: (path: string) => boolean): string | undefined {
  for (const path of pathsNamed(name, folder)) if (study.exists(path) && isMarkdown(path) && fits(path)) return path;
  // Elsewhere, which is rare: somebody keeps transcripts in folders of their own.
  const found = [...study.paths()].filter(path => isMarkdown(path) && transcriptName(path) === name && fits(path));
  return found.length === 1 ? found[0] : undefined;
}
