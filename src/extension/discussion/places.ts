import * as vscode from 'vscode';
import { parseCodebook } from '../../core/codebook/parse.js';
import { parseDiscussionFile } from '../../core/discussion/file.js';
import { subjectToday } from '../../core/discussion/subject.js';
import { allThreads, type Subject, type Thread, threadsOf, threadWith } from '../../core/discussion/threads.js';
import { CODEBOOK_FILE, discussionPlaceOf } from '../../core/study/layout.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';

/** A thread and where it stands in a document; without a range it is about the document as a whole. */
export interface PlacedThread {
  readonly thread: Thread;
  readonly range: vscode.Range | undefined;
}

/** What places are looked up with. */
export interface PlaceServices {
  readonly studies: Studies;
  readonly documents: CodedDocuments;
}

/** The threads of a document and the study it is in; undefined where it is no file of a study. */
export async function threadsIn(
  document: vscode.TextDocument,
  { studies, documents }: PlaceServices,
): Promise<{ opened: OpenStudy; placed: readonly PlacedThread[] } | undefined> {
  const opened = mayHoldThreads(document) ? await studies.of(document.uri) : undefined;
  const path = opened?.path(document.uri);
  if (opened === undefined || path === undefined) return undefined;
  // Nobody is kept waiting for the places of codings where nothing is said.
  if (opened.seen.discussion.size === 0) return { opened, placed: [] };
  if (path === CODEBOOK_FILE) return { opened, placed: inCodebook(opened, document) };
  if (discussionPlaceOf(path) !== undefined) return { opened, placed: inDiscussionFile(opened, document, path) };
  const coded = await documents.get(document);
  if (coded === undefined) return { opened, placed: [] };
  const found = new Map<string, PlacedThread>();
  const put = (id: string, range: vscode.Range | undefined): void => {
    for (const thread of threadsOf(opened.seen, { kind: 'coding', id }))
      if (!found.has(thread.id)) found.set(thread.id, { thread, range });
  };
  for (const { coding, range } of coded.shown) put(coding.id, range);
  for (const { coding } of coded.lost) put(coding.id, undefined);
  return { opened, placed: [...found.values()] };
}

function mayHoldThreads({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'markdown' || uri.path.endsWith('/discussion.ndjson');
}

function inCodebook({ seen: study }: OpenStudy, document: vscode.TextDocument): PlacedThread[] {
  const { entries } = parseCodebook(document.getText());
  return entries.flatMap(({ kind, id, line }) => {
    if (study.entry(id)?.id !== id) return [];
    const { range } = document.lineAt(line);
    return threadsOf(study, { kind, id }).map(thread => ({ thread, range }));
  });
}

/** Threads that have nowhere else to be stand at the first line that is left of them. */
function inDiscussionFile({ seen: study }: OpenStudy, document: vscode.TextDocument, path: string): PlacedThread[] {
  const place = discussionPlaceOf(path) ?? { path, coder: '' };
  const { comments, lines } = parseDiscussionFile(document.getText(), place);
  return allThreads(study).flatMap(thread => {
    const [first] = thread.comments;
    if (thread.today.is !== 'gone' || first?.path !== path) return [];
    const line = lines[comments.findIndex(({ id }) => id === first.comment.id)];
    return line === undefined ? [] : [{ thread, range: document.lineAt(line).range }];
  });
}

/** Where a subject is: a document and the range in it; undefined where it is gone. */
export async function placeOfSubject(
  opened: OpenStudy,
  subject: Subject,
  documents: CodedDocuments,
): Promise<{ document: vscode.TextDocument; range: vscode.Range | undefined } | undefined> {
  const today = subjectToday(opened.seen, subject);
  if (today.is === 'gone') return undefined;
  if (today.is === 'entry') {
    const document = await vscode.workspace.openTextDocument(opened.uri(CODEBOOK_FILE));
    const written = parseCodebook(document.getText()).find(today.entry.id);
    return { document, range: document.lineAt(written?.line ?? today.entry.line).range };
  }
  const document = await vscode.workspace.openTextDocument(opened.uri(today.placed.file.transcript));
  const coded = await documents.get(document);
  return { document, range: coded?.codings.find(({ coding }) => coding.id === subject.id)?.range };
}

/** Where a thread is; one whose subject is gone, in the file of who said the first thing that is left. */
export async function placeOfThread(
  opened: OpenStudy,
  id: string,
  documents: CodedDocuments,
): Promise<{ document: vscode.TextDocument; range: vscode.Range | undefined } | undefined> {
  const thread = threadWith(opened.seen, id);
  const path = thread?.comments[0]?.path;
  if (thread === undefined || path === undefined) return undefined;
  const place = thread.subject && (await placeOfSubject(opened, thread.subject, documents));
  if (place !== undefined) return place;
  const document = await vscode.workspace.openTextDocument(opened.uri(path));
  return { document, range: inDiscussionFile(opened, document, path).find(one => one.thread.id === thread.id)?.range };
}
