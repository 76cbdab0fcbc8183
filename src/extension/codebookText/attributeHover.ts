import * as vscode from 'vscode';
import { countCodings } from '../../core/analysis/codeUse.js';
import { type AttributeItem, isId } from '../../core/codebook/attributes.js';
import { isColor, isPaletteColor } from '../../core/codebook/colors.js';
import { headingAt } from '../../core/codebook/heading.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { colorLabel, excerptCount } from '../codebook/words.js';
import { swatch } from '../common/swatch.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { codebookOf } from './document.js';
import { classMeaning, keyMeaning } from './meanings.js';

/** On a part of the braces of a heading: what it means here. */
export class AttributeHover implements vscode.HoverProvider {
  constructor(private readonly studies: Studies) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const opened = await codebookOf(this.studies, document);
    const line = document.lineAt(position.line).text;
    if (opened === undefined || !/^ {0,3}#{1,6}[ \t]/.test(line)) return undefined;
    const found = attributeAt(line, position.character);
    const text = found && describe(found.item, opened);
    if (found === undefined || text === undefined) return undefined;
    const range = new vscode.Range(position.line, found.start, position.line, found.end);
    return new vscode.Hover(new vscode.MarkdownString(text), range);
  }
}

/** The part of the braces of a heading at a column of its line, and from where to where it goes. */
export function attributeAt(
  line: string,
  column: number,
): { item: AttributeItem; start: number; end: number } | undefined {
  const heading = headingAt([line], 0);
  for (const item of heading.attributes?.items ?? []) {
    const [start, end] = [heading.start + item.start, heading.start + item.end];
    if (start <= column && column <= end) return { item, start, end };
  }
  return undefined;
}

function describe(item: AttributeItem, opened: OpenStudy): string | undefined {
  if (item.kind === 'class') return classMeaning(item.name);
  if (isId(item)) return describeId(item.kind === 'pair' ? item.value : item.name, opened);
  if (item.kind !== 'pair') return undefined;
  switch (item.name) {
    case 'color':
      return describeColor(item.value);
    case 'formerly':
      return [keyMeaning('formerly'), ...words(item.value).map(id => describeFormer(id, opened))].join('\n\n');
    case 'parent':
      return [keyMeaning('parent'), describeParent(item.value, opened)].join('\n\n');
    default:
      return undefined;
  }
}

function describeId(id: string, { seen: study }: OpenStudy): string {
  const made = vscode.l10n.t('Made with “{0}”: {1}.', escapeMarkdown(id), excerptCount(study.index.count(id)));
  return study.entry(id)?.kind === 'theme' ? keyMeaning('id') : `${keyMeaning('id')}\n\n${made}`;
}

function describeColor(color: string): string {
  const written = color.toLowerCase();
  if (!isColor(color)) return vscode.l10n.t('No colour that Verbatim knows: {0}', escapeMarkdown(color));
  return `${swatch(written)} ${isPaletteColor(written) ? colorLabel(written) : written}`;
}

function describeFormer(id: string, { seen: study }: OpenStudy): string {
  const made = excerptCount(study.index.count(id));
  const title = escapeMarkdown(study.titleOf(id));
  return vscode.l10n.t('- “{0}”: {1}, counted as “{2}” now', escapeMarkdown(id), made, title);
}

function describeParent(id: string, { seen: study }: OpenStudy): string {
  const entry = study.entry(id);
  if (entry === undefined) return vscode.l10n.t('No heading has the id “{0}”.', escapeMarkdown(id));
  const where = vscode.l10n.t('“{0}”, line {1}', escapeMarkdown(entry.title), entry.line + 1);
  return entry.kind === 'code' ? `${where} (${excerptCount(countCodings(study, entry))})` : where;
}

function words(list: string): string[] {
  return list.split(/\s+/).filter(word => word !== '');
}
