import * as vscode from 'vscode';
import type { Corpus, CorpusExcerpt } from '../../core/analysis/corpus/corpus.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { codesUnder } from '../../core/codebook/query.js';
import type { ManuscriptPeople } from '../../core/manuscript/people.js';
import { manuscriptPeople } from '../../core/manuscript/people.js';
import { shorten } from '../../core/text/shorten.js';
import { overlaps } from '../../core/text/span.js';
import { pickEntry } from '../codebook/pickEntry.js';
import { announce } from '../common/report.js';
import { withSlowProgress } from '../common/slowProgress.js';
import { Command } from '../ids.js';
import { currentStudy } from '../study/currentStudy.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { CheckedDocument, ManuscriptChecks } from './manuscriptChecks.js';

const LONGEST = 120;

/** An excerpt in the list, with who said it, where, and whether a manuscript has it already. */
interface ExcerptItem extends vscode.QuickPickItem {
  readonly id: string;
}

/** Lets a person choose a theme or code and one of its excerpts, and makes a quotation of that. */
export async function insertQuotation(
  services: { readonly studies: Studies; readonly checks: ManuscriptChecks },
  argument: unknown,
): Promise<void> {
  const { t } = vscode.l10n;
  const { studies, checks } = services;
  const opened = studyIn(argument) ?? (await currentStudy(studies));
  if (opened === undefined) return;
  const counted = (done: number, total: number): string => t('{0} of {1} transcripts', done, total);
  const corpus = await withSlowProgress(t('Reading the transcripts'), counted, (progress, cancellation) =>
    checks.corpus(opened, progress, cancellation),
  );
  if (corpus === undefined) return;
  const placed = [...corpus.excerpts()].filter(excerpt => excerpt.span !== undefined && !corpus.isScopeMark(excerpt));
  const used = new Set(placed.map(excerpt => corpus.codeOf(excerpt)));
  const entries = corpus.study.codebook.entries.filter(entry => codesOf(entry).some(code => used.has(code)));
  if (entries.length === 0) {
    announce(t('$(info) There are no excerpts yet: code a passage first.'));
    return;
  }
  const entry = await pickEntry(opened, entries, {
    title: t('Insert a Quotation: From Which Theme or Code?'),
    placeHolder: t('Type to find a theme or code'),
  });
  if (entry === undefined) return;
  const codes = new Set(codesOf(entry));
  const excerpts = placed.filter(excerpt => codes.has(corpus.codeOf(excerpt) as CodebookEntry));
  const manuscripts = await checkedOpen(opened, checks);
  const items = excerptItems(excerpts, corpus, manuscripts);
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Insert a Quotation: “{0}”', entry.title),
    placeHolder: t('Type words of an excerpt, or who said it'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await vscode.commands.executeCommand(Command.quote, { opened, id: chosen.id });
}

const codesOf = (entry: CodebookEntry): readonly CodebookEntry[] =>
  entry.kind === 'code' ? [entry] : codesUnder(entry);

/** The manuscripts of a study that are open: in these somebody writes, and sees what is quoted. */
async function checkedOpen(opened: OpenStudy, checks: ManuscriptChecks): Promise<CheckedDocument[]> {
  const documents = vscode.workspace.textDocuments.filter(({ uri }) => opened.path(uri) !== undefined);
  const checked = await Promise.all(documents.map(document => checks.check(document)));
  return checked.filter(one => one !== undefined);
}

function excerptItems(
  excerpts: readonly CorpusExcerpt[],
  corpus: Corpus,
  manuscripts: readonly CheckedDocument[],
): ExcerptItem[] {
  const people = manuscriptPeople(corpus);
  // A passage that several coded is one choice.
  const seen = new Set<string>();
  return excerpts.flatMap((excerpt): ExcerptItem[] => {
    const { transcript, span, text, line, coding } = excerpt;
    const key = `${transcript.path} ${span?.start} ${span?.end}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const where = vscode.l10n.t('{0}, line {1}', transcript.name, line ?? 0);
    const already = quotedIn(excerpt, manuscripts);
    const detail = already === undefined ? {} : { detail: `$(check) ${already}` };
    return [
      { id: coding.id, label: shorten(text, LONGEST), description: `${whoIn(excerpt, people)} · ${where}`, ...detail },
    ];
  });
}

function whoIn({ voices }: CorpusExcerpt, people: ManuscriptPeople): string {
  const names = voices.map(({ participant, speaker }) => people.named(participant ?? speaker)?.name ?? speaker);
  return [...new Set(names)].join(', ');
}

function quotedIn({ transcript, span }: CorpusExcerpt, manuscripts: readonly CheckedDocument[]): string | undefined {
  for (const { checked, path } of manuscripts) {
    const found = checked.quotations.find(
      ({ source }) =>
        source?.transcript === transcript.path &&
        source.spans.some(one => span !== undefined && one.start < one.end && overlaps(one, span)),
    );
    if (found !== undefined) return vscode.l10n.t('Already quoted: {0}, line {1}', path, found.quotation.line);
  }
  return undefined;
}

function studyIn(argument: unknown): OpenStudy | undefined {
  return typeof argument === 'object' && argument !== null && 'opened' in argument
    ? (argument as { opened: OpenStudy }).opened
    : undefined;
}
