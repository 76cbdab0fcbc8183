import * as vscode from 'vscode';
import { countCodings, usesOf } from '../../core/analysis/codeUse.js';
import { parseCodebook } from '../../core/codebook/parse.js';
import { codesUnder } from '../../core/codebook/query.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { attributeAt } from '../codebookText/attributeHover.js';
import { commandLink } from '../common/commandLink.js';
import { discussionLine } from '../discussion/describe.js';
import { Command } from '../ids.js';
import { memosLine, memosOn } from '../memos/memosLine.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import type { CodeReference } from '../themes/register.js';
import { HOVER_COMMANDS } from './commands.js';
import { appendExcerpts } from './excerptList.js';

const MOST_EXCERPTS = 8;

/** On a heading of the codebook: the excerpts of that code, or the counts of the codes of that theme. */
export class CodebookHover implements vscode.HoverProvider {
  constructor(private readonly studies: Studies) {}

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const opened = await this.studies.of(document.uri);
    if (opened === undefined || opened.path(document.uri) !== CODEBOOK_FILE) return undefined;
    // On the braces of a heading these are explained instead.
    if (attributeAt(document.lineAt(position.line).text, position.character) !== undefined) return undefined;
    // The heading may not be saved yet: it is found in what is on screen, its codings by the id it has there.
    const written = parseCodebook(document.getText()).entries.find(candidate => candidate.line === position.line);
    const entry = written && opened.study.entry(written.id);
    if (written === undefined || entry === undefined) return undefined;
    const markdown = new vscode.MarkdownString();
    markdown.isTrusted = { enabledCommands: HOVER_COMMANDS };
    const count = countCodings(opened.seen, entry);
    const history = historyLink(opened, entry.id);
    const discussed = discussionLine(opened, { kind: entry.kind, id: entry.id });
    const memos = [discussed, memosLine(opened, await memosOn(opened, [], entry))]
      .filter(line => line !== '')
      .join('\n\n');
    if (entry.kind === 'theme') {
      markdown.appendMarkdown(
        vscode.l10n.t('Theme with {0} codes and {1} excerpts', codesUnder(entry).length, count) + history,
      );
      if (memos !== '') markdown.appendMarkdown(`\n\n${memos}`);
    } else {
      const coders = new Set(usesOf(opened.seen, entry).map(({ file }) => file.coder));
      const by = coders.size === 0 ? '' : ` · ${escapeMarkdown([...coders].sort().join(', '))}`;
      markdown.appendMarkdown(count === 0 ? vscode.l10n.t('Not used yet') : vscode.l10n.t('{0} excerpts', count) + by);
      markdown.appendMarkdown(history);
      if (memos !== '') markdown.appendMarkdown(`\n\n${memos}`);
      await appendExcerpts(markdown, opened, entry, { most: MOST_EXCERPTS });
    }
    return new vscode.Hover(markdown, document.lineAt(position.line).range);
  }
}

/** Leads to the life of a theme or code. */
function historyLink(opened: OpenStudy, code: string): string {
  const reference: CodeReference = { uri: opened.uri(CODEBOOK_FILE).toString(), code };
  return ` · [${vscode.l10n.t('History')}](${commandLink(Command.showHistory, reference)})`;
}
