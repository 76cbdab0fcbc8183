import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import { themePath } from '../../core/codebook/query.js';
import type { Coding } from '../../core/coding/coding.js';
import { evidenceOf } from '../../core/coding/evidence.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import { evidenceLabel } from '../coding/evidenceWords.js';
import { commandLink } from '../common/commandLink.js';
import { dateOf } from '../common/date.js';
import { definitionMarkdown } from '../common/definition.js';
import { swatch } from '../common/swatch.js';
import { discussionLine } from '../discussion/describe.js';
import type { CodedDocument, CodedDocuments, PlacedInDocument } from '../documents/codedDocuments.js';
import { Command } from '../ids.js';
import { memosLine, memosOn } from '../memos/memosLine.js';
import type { ReviewReference } from '../reviewList/register.js';
import { HOVER_COMMANDS } from './commands.js';
import { appendExcerpts } from './excerptList.js';

/** Other excerpts shown for each code; fewer where several codes overlap, so that the hover stays readable. */
const MOST_EXCERPTS = 5;

/** How much of a quote is shown whose wording was changed, in code points. */
const MOST_QUOTED = 200;

/** Shows what a passage is coded with: code, theme path, definition, coder, memo and other excerpts of the code. */
export class PassageHover implements vscode.HoverProvider {
  constructor(private readonly documents: CodedDocuments) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const coded = await this.documents.get(document);
    const here = coded?.shown.filter(({ range }) => range.contains(position)) ?? [];
    if (coded === undefined || here.length === 0) return undefined;
    // The narrowest passage is what the pointer means most likely. One code is told once, whoever gave it.
    here.sort((a, b) => length(a) - length(b));
    const byCode = new Map<string, PlacedInDocument[]>();
    for (const placed of here) {
      const code = coded.opened.study.idToday(placed.coding.code);
      byCode.set(code, [...(byCode.get(code) ?? []), placed]);
    }
    const most = Math.max(2, Math.floor(MOST_EXCERPTS / byCode.size));
    const parts = await Promise.all([...byCode].map(([code, placed]) => describe(coded, code, placed, most)));
    return new vscode.Hover(parts, here[0]?.range);
  }
}

async function describe(
  coded: CodedDocument,
  code: string,
  placed: readonly PlacedInDocument[],
  most: number,
): Promise<vscode.MarkdownString> {
  const entry = coded.opened.study.entry(code);
  const path = entry === undefined ? vscode.l10n.t('not in the codebook') : themePath(entry).join(' › ');
  const title = `${swatch(colorOf(entry ?? { id: code }))} **${escapeMarkdown(entry?.title ?? code)}**`;
  const lines = [path === '' ? title : `${title} — ${escapeMarkdown(path)}`];
  if (entry !== undefined) lines.push(...definitionMarkdown(entry));
  for (const { coding, file, outcome } of placed) {
    const former =
      entry === undefined || coding.code === entry.id ? '' : vscode.l10n.t('then called “{0}”', coding.code);
    const facts = [file.coder, dateOf(coding.created), former].filter(part => part !== '').join(' · ');
    const edit = commandLink(Command.editMemo, { uri: coded.opened.uri(coded.path).toString(), id: coding.id });
    const evidence = evidenceOf(coding);
    const mark = evidence === undefined ? '' : ` · **${evidenceLabel(evidence)}**`;
    const by = vscode.l10n.t('Coded by {0}', escapeMarkdown(facts)) + mark;
    if (coding.memo === undefined) lines.push(`${by} · [${vscode.l10n.t('Add Memo')}](${edit})`);
    else {
      const memo = `*${vscode.l10n.t('Memo:')}* ${escapeMarkdown(coding.memo)}`;
      lines.push(by, `${memo} · [${vscode.l10n.t('Edit Memo')}](${edit})`);
    }
    const quote = commandLink(Command.quote, { uri: coded.opened.uri(coded.path).toString(), id: coding.id });
    lines.push(`[${vscode.l10n.t('Quote in a Manuscript…')}](${quote})`);
    const discussed = discussionLine(coded.opened, { kind: 'coding', id: coding.id });
    if (discussed !== '') lines.push(discussed);
    if (outcome === 'changed') {
      const quote = escapeMarkdown(shorten(coding.quote, MOST_QUOTED));
      lines.push(vscode.l10n.t('The wording was changed since. Coded was: “{0}”', quote));
      lines.push(reviewLine(coded, coding));
    }
  }
  const markdown = new vscode.MarkdownString(lines.join('\n\n'));
  markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
  const without = new Set(placed.map(({ coding }) => coding.id));
  const memos = memosLine(coded.opened, await memosOn(coded.opened, without, entry));
  if (memos !== '') markdown.appendMarkdown(`\n\n${memos}`);
  if (entry !== undefined) await appendExcerpts(markdown, coded.opened, entry, { without, most });
  return markdown;
}

function reviewLine({ opened, path }: CodedDocument, { id }: Coding): string {
  const reference: ReviewReference = { uri: opened.uri(path).toString(), id };
  const link = `[${vscode.l10n.t('Review')}](${commandLink(Command.reviewPassages, reference)})`;
  return link;
}

function length({ span }: PlacedInDocument): number {
  return span.end - span.start;
}
