import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { phaseOf } from '../../core/codebook/phase.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import { phaseLabel } from '../codebook/words.js';

/** What the codebook says of a theme or code, as paragraphs of Markdown: definition, notes, phase and former ids. */
export function definitionMarkdown(entry: CodebookEntry): string[] {
  const definition = entry.definition === undefined ? [] : [escapeMarkdown(entry.definition)];
  const notes = notesOf(entry).map(({ label, text }) => `*${label}* ${escapeMarkdown(text)}`);
  const phase = phaseOf(entry);
  const former = entry.formerly.map(id => `“${escapeMarkdown(id)}”`).join(', ');
  const facts = [
    ...(phase === undefined ? [] : [vscode.l10n.t('Phase: {0}', phaseLabel(phase))]),
    ...(former === '' ? [] : [vscode.l10n.t('Formerly {0}', former)]),
  ];
  return [...definition, ...notes, ...(facts.length === 0 ? [] : [facts.join(' · ')])];
}

/** How much of each text a line has room for. Code points. */
const [ALONE, FIRST, NOTE] = [200, 90, 50];

/** The same on one line, for a list: the definition, then notes, each cut short so that all are told. */
export function definitionLine(entry: CodebookEntry): string {
  const notes = notesOf(entry).map(({ label, text }) => `${label} ${shorten(text, NOTE)}`);
  const definition = entry.definition ?? '';
  const first = definition === '' ? [] : [shorten(definition, notes.length === 0 ? ALONE : FIRST)];
  return [...first, ...notes].join(' · ');
}

function notesOf(entry: CodebookEntry): { label: string; text: string }[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [vscode.l10n.t('Include:'), entry.include],
    [vscode.l10n.t('Exclude:'), entry.exclude],
    [vscode.l10n.t('Example:'), entry.example],
  ];
  return lists.flatMap(([label, texts]) => texts.map(text => ({ label, text })));
}
