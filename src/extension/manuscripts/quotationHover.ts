import * as vscode from 'vscode';
import { colorOf } from '../../core/codebook/colors.js';
import { themePath } from '../../core/codebook/query.js';
import type { CheckedQuotation } from '../../core/manuscript/checked.js';
import { codesOf } from '../../core/manuscript/coded.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { commandLink } from '../common/commandLink.js';
import { swatch } from '../common/swatch.js';
import { pointOf, rangeOfSpan } from '../convert.js';
import { Command } from '../ids.js';
import type { CheckedDocument, ManuscriptChecks } from './manuscriptChecks.js';
import type { SourceReference } from './showSource.js';

/** The only commands a link in the hover on a quotation may run. */
const COMMANDS = [Command.showQuotationSource, Command.quote];

/** On a quotation: whether it is what was said, by whom and where, and what it is coded with. Everything that comes from a file is escaped. */
export class QuotationHover implements vscode.HoverProvider {
  constructor(private readonly checks: ManuscriptChecks) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const read = await this.checks.check(document);
    const checked = read && quotationAt(document, read, position);
    if (read === undefined || checked === undefined) return undefined;
    const markdown = new vscode.MarkdownString(linesOf(read, checked).join('\n\n'));
    markdown.isTrusted = { enabledCommands: COMMANDS };
    return new vscode.Hover(markdown, rangeOfSpan(document, read.points, checked.quotation.span));
  }
}

/** The quotation at a place of a manuscript, its attribution included. */
export function quotationAt(
  document: vscode.TextDocument,
  { points, checked }: CheckedDocument,
  position: vscode.Position,
): CheckedQuotation | undefined {
  const at = pointOf(document, points, position);
  return checked.quotations.find(
    ({ quotation: { span, attribution } }) =>
      (span.start <= at && at <= span.end) ||
      (attribution !== undefined && attribution.span.start <= at && at <= attribution.span.end),
  );
}

function linesOf({ opened, corpus, people }: CheckedDocument, checked: CheckedQuotation): string[] {
  const { message, remedy, remarks, places } = checked;
  const said = [message, remedy].filter(part => part !== '').map(escapeMarkdown);
  const others = remarks.map(one => escapeMarkdown(`${one.message} ${one.remedy}`.trim()));
  const links = (places.length > 0 ? places : checked.source === undefined ? [] : [checked.source])
    .slice(0, 3)
    .map(({ transcript, line, participant }) => {
      const reference: SourceReference = { uri: opened.uri(transcript).toString(), line };
      const who =
        participant === undefined ? '' : `${escapeMarkdown(people.named(participant)?.name ?? participant)} · `;
      const where = vscode.l10n.t('{0}, line {1}', transcript, line);
      return `${who}[${escapeMarkdown(where)}](${commandLink(Command.showQuotationSource, reference)})`;
    });
  const codes = codesOf(checked, corpus).map(entry => {
    const path = themePath(entry).join(' › ');
    const title = `${swatch(colorOf(entry))} **${escapeMarkdown(entry.title)}**`;
    return path === '' ? title : `${title} — ${escapeMarkdown(path)}`;
  });
  return [said.join(' '), ...others, ...links, ...codes];
}
