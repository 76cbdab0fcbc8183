import * as vscode from 'vscode';
import type { Corpus } from '../../core/analysis/corpus/corpus.js';
import { ask } from '../../core/analysis/query/ask.js';
import { formatQuery } from '../../core/analysis/query/format.js';
import { parseQuery } from '../../core/analysis/query/parse.js';
import { slugOf } from '../../core/codebook/slug.js';
import { answerDocument } from '../../core/report/answer/document.js';
import { heldBackStatement } from '../../core/report/disclosure/heldBack.js';
import { publicCorpus } from '../../core/report/disclosure/publicCorpus.js';
import { whyHeldBack, whyTooFew } from '../../core/report/disclosure/whyHeldBack.js';
import { encodeUtf8 } from '../../core/text/utf8.js';
import type { ExportFormat } from '../../webview/query/protocol.js';
import { sayHeldBack } from '../common/heldBack.js';
import { announce } from '../common/report.js';
import { inTurns } from '../common/turns.js';
import { isOfStudy, nameOf } from '../exchange/files.js';
import type { OpenStudy } from '../study/openStudy.js';

/** What is exported, and where to. */
export interface AnswerExport {
  readonly text: string;
  readonly format: ExportFormat;
  /** Title of the saved question that it is. */
  readonly title?: string;
  /** Where it goes; a person is asked where it is missing. */
  readonly uri?: vscode.Uri;
}

/**
 * Writes all excerpts that answer a question into a file: the bytes that `verbatim query` prints.
 * @returns where it is; undefined where the person thought better of it
 */
export async function exportAnswer(
  opened: OpenStudy,
  corpus: Corpus,
  { text, format, title, uri }: AnswerExport,
): Promise<vscode.Uri | undefined> {
  const policy = corpus.study.config.disclosure;
  const outside = await inTurns(publicCorpus(corpus));
  const asked = parseQuery(text).query;
  const reason = asked && whyHeldBack(asked, policy);
  if (reason !== undefined) throw new Error(reason);
  const answer = await inTurns(ask(text, outside.corpus));
  if (answer.query === undefined) throw new Error(answer.problems[0]?.message);
  const tooFew = whyTooFew(answer.query, answer.excerpts, policy);
  if (tooFew !== undefined) throw new Error(tooFew);
  const heldBack = heldBackStatement(outside.held);
  const target = uri ?? (await askWhere(opened, title, format));
  if (target === undefined) return undefined;
  if (isOfStudy(opened, target))
    throw new Error(vscode.l10n.t('{0} is a file of the study itself. Give the export another name.', nameOf(target)));
  const answered = {
    title: title ?? 'Excerpts',
    query: formatQuery(answer.query),
    excerpts: answer.excerpts,
    heldBack,
  };
  const { codebook } = corpus.study;
  const document = [...answerDocument(format, { entry: code => codebook.find(code) }, answered)].join('');
  await vscode.workspace.fs.writeFile(target, encodeUtf8(document));
  announce(vscode.l10n.t('$(check) Exported {0} excerpts to {1}', answer.excerpts.length, nameOf(target)));
  if (format === 'csv') sayHeldBack(heldBack);
  return target;
}

const NAMES: Readonly<Record<ExportFormat, string>> = { csv: 'CSV', md: 'Markdown', json: 'JSON' };

async function askWhere(
  opened: OpenStudy,
  title: string | undefined,
  format: ExportFormat,
): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export the Excerpts'),
    saveLabel: vscode.l10n.t('Export'),
    defaultUri: opened.uri(`${slugOf(title ?? 'excerpts')}.${format}`),
    filters: { [NAMES[format]]: [format] },
  });
}
