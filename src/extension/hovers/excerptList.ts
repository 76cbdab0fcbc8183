import * as vscode from 'vscode';
import { countCodings, someUsesOf } from '../../core/analysis/codeUse.js';
import { type Excerpt, excerptsOf } from '../../core/analysis/excerpts.js';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { evidenceOf } from '../../core/coding/evidence.js';
import type { UseInFile } from '../../core/study/codeUses.js';
import { transcriptName } from '../../core/study/layout.js';
import { escapeMarkdown } from '../../core/text/escapeMarkdown.js';
import { shorten } from '../../core/text/shorten.js';
import { evidenceLabel } from '../coding/evidenceWords.js';
import { commandLink } from '../common/commandLink.js';
import { Command } from '../ids.js';
import { revealLink } from '../reveal/reveal.js';
import type { OpenStudy } from '../study/openStudy.js';

const QUOTE_SHOWN = 110;

/**
 * Appends excerpts of a code, each a link to its passage, and a link to all of them.
 * @param without ids of codings that are not to be listed: those under the pointer
 * @param most how many are listed; only these are read
 */
export async function appendExcerpts(
  markdown: vscode.MarkdownString,
  opened: OpenStudy,
  entry: CodebookEntry,
  { without = new Set(), most }: { without?: ReadonlySet<string>; most: number },
): Promise<void> {
  const total = countCodings(opened.seen, entry) - without.size;
  if (total <= 0) return;
  const title = without.size === 0 ? vscode.l10n.t('Excerpts') : vscode.l10n.t('Other excerpts');
  markdown.appendMarkdown(`\n\n**${title}**\n`);
  for (const excerpt of await readSome(opened, someUsesOf(opened.seen, entry, { without, most }))) {
    const reference = { uri: opened.uri(excerpt.transcript).toString(), id: excerpt.coding.id };
    const quote = escapeMarkdown(shorten(excerpt.text, QUOTE_SHOWN));
    const evidence = evidenceOf(excerpt.coding);
    const mark = evidence === undefined ? '' : ` · *${evidenceLabel(evidence)}*`;
    const link = `[${escapeMarkdown(attribution(excerpt))}](${revealLink(reference)})`;
    markdown.appendMarkdown(`\n- “${quote}” — ${link}${mark}`);
  }
  if (total > most) {
    const reference = { uri: opened.root.with({ path: `${opened.root.path}/` }).toString(), code: entry.id };
    const all = vscode.l10n.t('Read all {0} excerpts', total + without.size);
    markdown.appendMarkdown(`\n\n[${all}](${commandLink(Command.showExcerpts, reference)})`);
  }
}

/** Who said it and where: `PP3, pp-03`. */
function attribution({ speakers, transcript }: Excerpt): string {
  return [...speakers, transcriptName(transcript)].join(', ');
}

async function readSome(opened: OpenStudy, uses: readonly UseInFile[]): Promise<Excerpt[]> {
  const lists = await Promise.all(uses.map(({ file, codings }) => excerptsOf(opened.seen, file, codings)));
  return lists.flat();
}
