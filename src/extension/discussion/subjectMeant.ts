import * as vscode from 'vscode';
import { parseCodebook } from '../../core/codebook/parse.js';
import type { Subject } from '../../core/discussion/threads.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { rowsIn, type Targets } from '../codebook/target.js';
import type { Coder } from '../coding/coder.js';
import { chooseCoding, codingAtCursor, codingNamed } from '../coding/codingAtCursor.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { PlaceServices } from './places.js';

/** A subject, and the study it is in. */
export interface SubjectInStudy {
  readonly opened: OpenStudy;
  readonly subject: Subject;
  /** What it is called in a version that has it, where today's files do not. */
  readonly nameElsewhere?: string;
}

/** What finding out what a person means to comment on takes. */
export interface SubjectServices extends PlaceServices {
  readonly coder: Coder;
  readonly targets: Targets;
}

const question = (): string => vscode.l10n.t('Which coding do you want to comment on?');

/**
 * What a command is to comment on: the row of the Themes view, or the coding that a page names, it was called on; else the heading of the codebook
 * or the coding at the cursor; else what is selected in the Themes view.
 * @returns undefined where there is nothing, which is said, or the person turned away
 */
export async function subjectMeant(
  args: readonly unknown[],
  services: SubjectServices,
): Promise<SubjectInStudy | undefined> {
  const { studies, documents, coder, targets } = services;
  const [row] = rowsIn(args);
  if (row?.kind === 'entry') {
    const entry = row.opened.study.entry(row.entryId);
    return entry && { opened: row.opened, subject: { kind: entry.kind, id: entry.id } };
  }
  const named = await codingNamed(studies, args[0]);
  if (named !== undefined) return { opened: named.opened, subject: { kind: 'coding', id: named.id } };
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && (await documents.get(document)) !== undefined) {
    const coding = await codingAtCursor(documents, coder, question());
    return coding && { opened: coding.opened, subject: { kind: 'coding', id: coding.id } };
  }
  const target = await targets.of(args, {
    ask: vscode.l10n.t('Which theme or code do you want to comment on?'),
    none: vscode.l10n.t('There is no theme or code to comment on yet.'),
  });
  const entry = target?.entries[0];
  return target && entry && { opened: target.opened, subject: { kind: entry.kind, id: entry.id } };
}

/**
 * What a place in a document that VS Code offers to comment on is about: the heading, or the coding; where several overlap, asks which.
 * @returns undefined where there is nothing, or the person turned away
 */
export async function subjectAt(
  document: vscode.TextDocument,
  range: vscode.Range | undefined,
  { studies, documents, coder }: SubjectServices,
): Promise<SubjectInStudy | undefined> {
  const opened = await studies.of(document.uri);
  if (opened === undefined || range === undefined) return undefined;
  if (opened.path(document.uri) === CODEBOOK_FILE) {
    const written = parseCodebook(document.getText()).entries.find(({ line }) => line === range.start.line);
    const entry = written && opened.study.entry(written.id);
    return entry && { opened, subject: { kind: entry.kind, id: entry.id } };
  }
  const coded = await documents.get(document);
  const lines = new vscode.Range(range.start.line, 0, range.end.line, Number.MAX_SAFE_INTEGER);
  // What was selected says more than its lines; the + in the margin means a whole line.
  const isTouched = (within: vscode.Range) => (placed: { readonly range: vscode.Range }) =>
    placed.range.intersection(within)?.isEmpty === false;
  const narrow = coded?.shown.filter(isTouched(range)) ?? [];
  const codings = narrow.length > 0 ? narrow : (coded?.shown.filter(isTouched(lines)) ?? []);
  if (coded === undefined || codings.length === 0) return undefined;
  const placed = await chooseCoding({ coded, codings }, coder.name, question());
  return placed && { opened, subject: { kind: 'coding', id: placed.coding.id } };
}
