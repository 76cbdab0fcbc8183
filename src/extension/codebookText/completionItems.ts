import * as vscode from 'vscode';
import { countCodings } from '../../core/analysis/codeUse.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { isPaletteColor } from '../../core/codebook/colors.js';
import { shadesOf } from '../../core/codebook/shades.js';
import type { LineStart } from '../../core/codebook/writing/lineStart.js';
import type { Suggestion } from '../../core/codebook/writing/suggest.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { colorLabel, excerptCount } from '../codebook/words.js';
import { definitionMarkdown } from '../common/definition.js';
import { swatch } from '../common/swatch.js';
import type { OpenStudy } from '../study/openStudy.js';
import { classMeaning, keyMeaning } from './meanings.js';

const { Class, Color, Field, Property, Reference, Snippet } = vscode.CompletionItemKind;
const AGAIN: vscode.Command = { command: 'editor.action.triggerSuggest', title: '' };

/**
 * A suggestion as the editor lists it.
 * @param order its place in the list
 */
export function attributeItem(
  suggestion: Suggestion,
  opened: OpenStudy,
  range: vscode.Range,
  order: number,
): vscode.CompletionItem {
  const item = build(suggestion, opened);
  item.range = range;
  item.filterText = suggestion.text;
  item.sortText = String(order).padStart(5, '0');
  return item;
}

function build(suggestion: Suggestion, opened: OpenStudy): vscode.CompletionItem {
  const { text } = suggestion;
  switch (suggestion.kind) {
    case 'id':
      return described(text, Field, vscode.l10n.t('id'), keyMeaning('id'));
    case 'class':
      return described(text, Class, '', classMeaning(suggestion.name) ?? '');
    case 'key': {
      const item = described(text, Property, '', keyMeaning(suggestion.name));
      // A list is in quotation marks; the cursor goes between them.
      if (suggestion.name === 'formerly') item.insertText = new vscode.SnippetString('formerly="$0"');
      item.command = AGAIN;
      return item;
    }
    case 'color': {
      // The editor draws a square in the colour that the detail names.
      const item = described(text, Color, shadesOf(text).light, '');
      const name = isPaletteColor(text) ? colorLabel(text) : text;
      item.documentation = new vscode.MarkdownString(`${swatch(text)} ${escapeMarkdown(name)}`);
      return item;
    }
    case 'lost-code': {
      const meaning = vscode.l10n.t(
        'Codings use this id and no heading has it: they will count as this code. Codings: {0}',
        suggestion.codings,
      );
      return described(text, Reference, excerptCount(suggestion.codings), meaning);
    }
    case 'entry':
      return entryItem(text, suggestion.entry, opened);
  }
}

function entryItem(text: string, entry: CodebookEntry, { seen: study }: OpenStudy): vscode.CompletionItem {
  const known = study.entry(entry.id);
  const detail = entry.kind === 'theme' || known === undefined ? '' : excerptCount(countCodings(study, known));
  const item = described({ label: text, description: entry.title }, Reference, detail, '');
  item.documentation = new vscode.MarkdownString(
    [`**${escapeMarkdown(entry.title)}**`, ...definitionMarkdown(entry)].join('\n\n'),
  );
  return item;
}

/** A line that is begun, as the editor lists it. */
export function lineStartItem(start: LineStart, range: vscode.Range, order: number): vscode.CompletionItem {
  const item = start.kind === 'note' ? noteItem(start.label) : headingItem(start);
  item.range = range;
  item.sortText = String(order).padStart(5, '0');
  return item;
}

function noteItem(label: 'Include:' | 'Exclude:' | 'Example:'): vscode.CompletionItem {
  const meanings = {
    'Include:': vscode.l10n.t('What also gets this code.'),
    'Exclude:': vscode.l10n.t('What does not get this code, though one might think so.'),
    'Example:': vscode.l10n.t('A passage that shows what is meant.'),
  };
  const item = described(label, Snippet, '', meanings[label]);
  item.insertText = new vscode.SnippetString(`${label} $0`);
  return item;
}

function headingItem({ of, hashes }: Extract<LineStart, { kind: 'heading' }>): vscode.CompletionItem {
  const isTheme = of === 'theme';
  const [label, name, about] = isTheme
    ? [vscode.l10n.t('New theme'), vscode.l10n.t('Name of the theme'), vscode.l10n.t('What holds its codes together.')]
    : [
        vscode.l10n.t('New code'),
        vscode.l10n.t('Name of the code'),
        vscode.l10n.t('What a passage must say to get it.'),
      ];
  const item = described(`${hashes} ${label}`, Snippet, '', isTheme ? (classMeaning('theme') ?? '') : '');
  const snippet = new vscode.SnippetString(`${hashes} `);
  snippet
    .appendPlaceholder(name)
    .appendText(isTheme ? ' {.theme}\n\n' : '\n\n')
    .appendPlaceholder(about)
    .appendText('\n');
  item.insertText = snippet;
  return item;
}

function described(
  label: string | vscode.CompletionItemLabel,
  kind: vscode.CompletionItemKind,
  detail: string,
  documentation: string,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(label, kind);
  if (detail !== '') item.detail = detail;
  if (documentation !== '') item.documentation = documentation;
  return item;
}
