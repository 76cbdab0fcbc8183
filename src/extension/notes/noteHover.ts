import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import type { Coder } from '../coding/coder.js';
import { commandLink } from '../common/commandLink.js';
import { dateOf } from '../common/date.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { Command } from '../ids.js';

/** The only commands that a link in the hover of a note may run; each is told an address and an id, and can be undone. */
const NOTE_COMMANDS = [Command.editNote, Command.removeNote, Command.codeNote];

/** Shows the notes without codes on a passage: what they say, whose they are, and what can be done with one's own. */
export class NoteHover implements vscode.HoverProvider {
  constructor(
    private readonly documents: CodedDocuments,
    private readonly coder: Coder,
  ) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const coded = await this.documents.get(document);
    const here = coded?.notes.filter(({ range }) => range.contains(position)) ?? [];
    if (here.length === 0) return undefined;
    const parts = here.map(({ note, file }) => {
      const facts = [file.coder, dateOf(note.created)].filter(part => part !== '').join(' · ');
      const lines = [`**${vscode.l10n.t('Note')}** — ${escapeMarkdown(facts)}`, escapeMarkdown(note.memo)];
      if (file.coder === this.coder.name) lines.push(linksFor({ uri: document.uri.toString(), id: note.id }));
      const markdown = new vscode.MarkdownString(lines.join('\n\n'));
      markdown.isTrusted = { enabledCommands: NOTE_COMMANDS };
      return markdown;
    });
    return new vscode.Hover(parts, here[0]?.range);
  }
}

function linksFor(reference: { uri: string; id: string }): string {
  const links: readonly (readonly [string, string])[] = [
    [vscode.l10n.t('Edit'), Command.editNote],
    [vscode.l10n.t('Remove'), Command.removeNote],
    [vscode.l10n.t('Code This Passage'), Command.codeNote],
  ];
  return links.map(([label, command]) => `[${label}](${commandLink(command, reference)})`).join(' · ');
}
