import * as vscode from 'vscode';
import type { LinkInComment } from '../../core/discussion/markdown.js';
import type { Thread } from '../../core/discussion/threads.js';
import { readLink } from '../../core/memos/links.js';
import type { MemoLink } from '../../core/memos/memo.js';
import { type LinkTarget, targetOf } from '../../core/memos/target.js';
import { CODEBOOK_FILE, transcriptName } from '../../core/study/layout.js';
import { shorten } from '../../core/text/shorten.js';
import { commandLink } from '../common/commandLink.js';
import { announce } from '../common/report.js';
import { Command } from '../ids.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { subjectName } from './words.js';

/** How much of a passage stands for it in a link, in code points. */
const QUOTE_SHOWN = 40;

/** Names a thread in a command link, by any of its comments: nothing but a place and an id, so that a link can carry no content. */
export interface ThreadReference {
  /** Address of the study, with `/` at its end. */
  readonly uri: string;
  readonly id: string;
}

/** A command link to a thread for a hover. */
export function threadLink(opened: OpenStudy, { id }: Pick<Thread, 'id'>): vscode.Uri {
  const reference: ThreadReference = { uri: addressOf(opened), id };
  return commandLink(Command.showThread, reference);
}

/** Where a link of a comment leads; undefined where nothing in the study has that name. */
export function linkIn(opened: OpenStudy, link: MemoLink, written: string): LinkInComment | undefined {
  const target = targetOf(opened.seen, link);
  if (target === undefined) return undefined;
  const address = commandLink(Command.followLink, { uri: addressOf(opened), link: written }).toString();
  return { label: labelOf(opened, target), address };
}

/** The study's folder as an address; `/` at its end, so that it is in the study itself. */
export function addressOf({ root }: OpenStudy): string {
  return root.with({ path: `${root.path}/` }).toString();
}

function labelOf(opened: OpenStudy, target: LinkTarget): string {
  switch (target.kind) {
    case 'entry':
      return target.entry.title;
    case 'excerpt':
      return `${transcriptName(target.placed.file.transcript)}: “${shorten(target.placed.coding.quote, QUOTE_SHOWN)}”`;
    case 'thread':
      return vscode.l10n.t('discussion of {0}', subjectName(opened, target.thread.subject));
    case 'transcript':
    case 'memo':
      return transcriptName(target.path);
  }
}

/** Goes where a link of a comment leads, within its study. */
export async function followLink(argument: unknown, studies: Studies): Promise<void> {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('link' in argument)) return;
  const { uri, link } = argument;
  if (typeof uri !== 'string' || typeof link !== 'string') return;
  const opened = await studies.of(vscode.Uri.parse(uri, true));
  const target = opened && targetOf(opened.seen, readLink(link));
  if (opened === undefined || target === undefined) {
    announce(vscode.l10n.t('$(info) This link leads nowhere (any more).'));
    return;
  }
  switch (target.kind) {
    case 'entry': {
      const at = new vscode.Range(target.entry.line, 0, target.entry.line, 0);
      await vscode.window.showTextDocument(opened.uri(CODEBOOK_FILE), { selection: at });
      return;
    }
    case 'excerpt': {
      const { coding, file } = target.placed;
      const reference = { uri: opened.uri(file.transcript).toString(), id: coding.id };
      await vscode.commands.executeCommand(Command.revealCoding, reference);
      return;
    }
    case 'thread':
      await vscode.commands.executeCommand(Command.showThread, { uri, id: target.thread.id });
      return;
    case 'transcript':
    case 'memo':
      await vscode.window.showTextDocument(opened.uri(target.path));
  }
}
