import * as vscode from 'vscode';
import type { CodebookEntry } from '../../core/codebook/codebook.js';
import { parseCodebook } from '../../core/codebook/parse.js';
import { memosOfEntry } from '../../core/memos/mentioning.js';
import { type LinkTarget, targetOf } from '../../core/memos/target.js';
import { CODEBOOK_FILE } from '../../core/study/layout.js';
import { LineStarts } from '../../core/text/lines.js';
import { rangeOfSpan } from '../convert.js';
import { threadLink } from '../discussion/links.js';
import { placeOfThread } from '../discussion/places.js';
import type { CodedDocuments } from '../documents/codedDocuments.js';
import { revealLink } from '../reveal/reveal.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { memoOf, mentionAt } from './document.js';

/** Links of a memo as the editor underlines them: Ctrl+click goes to the heading, the passage, the file. */
export class MemoLinks implements vscode.DocumentLinkProvider {
  constructor(private readonly studies: Studies) {}

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const found = await memoOf(this.studies, document);
    if (found === undefined) return [];
    const { opened, memo } = found;
    return memo.mentions.flatMap(({ link, target, isAbout }) => {
      const leadsTo = targetOf(opened.seen, link);
      // What `about:` names is plain data; hover and Go to Definition work there, too.
      if (leadsTo === undefined || isAbout) return [];
      const range = rangeOfSpan(document, memo.points, target);
      const result = new vscode.DocumentLink(range, addressOf(opened, leadsTo));
      result.tooltip = tooltipOf(leadsTo);
      return [result];
    });
  }
}

function addressOf(opened: OpenStudy, target: LinkTarget): vscode.Uri {
  switch (target.kind) {
    case 'entry':
      return opened.uri(CODEBOOK_FILE).with({ fragment: `L${target.entry.line + 1}` });
    case 'excerpt': {
      const { coding, file } = target.placed;
      return revealLink({ uri: opened.uri(file.transcript).toString(), id: coding.id });
    }
    case 'thread':
      return threadLink(opened, target.thread);
    case 'transcript':
    case 'memo':
      return opened.uri(target.path);
  }
}

function tooltipOf({ kind }: LinkTarget): string {
  switch (kind) {
    case 'entry':
      return vscode.l10n.t('Go to the codebook');
    case 'excerpt':
      return vscode.l10n.t('Show the passage in its transcript');
    case 'thread':
      return vscode.l10n.t('Show the discussion');
    case 'transcript':
      return vscode.l10n.t('Open the transcript');
    case 'memo':
      return vscode.l10n.t('Open the memo');
  }
}

/** Go to Definition on a link of a memo: the heading in the codebook, the passage, the file. */
export class MemoDefinition implements vscode.DefinitionProvider {
  constructor(
    private readonly studies: Studies,
    private readonly documents: CodedDocuments,
  ) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.LocationLink[] | undefined> {
    const found = await memoOf(this.studies, document);
    const mention = found && mentionAt(document, found.memo, position);
    const target = mention && targetOf(found.opened.seen, mention.link);
    if (found === undefined || mention === undefined || target === undefined) return undefined;
    const { uri, range } = await this.placeOf(found.opened, target);
    const originSelectionRange = rangeOfSpan(document, found.memo.points, mention.target);
    return [{ originSelectionRange, targetUri: uri, targetRange: range, targetSelectionRange: range }];
  }

  private async placeOf(opened: OpenStudy, target: LinkTarget): Promise<vscode.Location> {
    const start = new vscode.Range(0, 0, 0, 0);
    if (target.kind === 'entry') return headingOf(opened, target.entry);
    if (target.kind === 'thread') {
      const place = await placeOfThread(opened, target.thread.id, this.documents);
      return new vscode.Location(place?.document.uri ?? opened.uri(CODEBOOK_FILE), place?.range ?? start);
    }
    if (target.kind !== 'excerpt') return new vscode.Location(opened.uri(target.path), start);
    const { coding, file } = target.placed;
    const uri = opened.uri(file.transcript);
    const transcript = await vscode.workspace.openTextDocument(uri);
    const placed = (await this.documents.get(transcript))?.codings.find(one => one.coding.id === coding.id);
    return new vscode.Location(uri, placed?.range ?? start);
  }
}

function headingOf(opened: OpenStudy, { line }: CodebookEntry): vscode.Location {
  return new vscode.Location(opened.uri(CODEBOOK_FILE), new vscode.Range(line, 0, line, 0));
}

/** Find All References on a heading of the codebook, or on a link to one: every memo that mentions it, and where. */
export class MemoReferences implements vscode.ReferenceProvider {
  constructor(private readonly studies: Studies) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.ReferenceContext,
  ): Promise<vscode.Location[] | undefined> {
    const found = (await this.onHeading(document, position)) ?? (await this.onLink(document, position));
    if (found === undefined) return undefined;
    const { opened, entry } = found;
    const places = (await memosOfEntry(opened.seen, entry)).flatMap(({ memo, mentions }) => {
      const lines = new LineStarts(memo.text);
      return mentions.map(({ line, target: { start, end } }) => {
        const [from, to] = [memo.points.toUtf16(start), memo.points.toUtf16(end)].map(at => at - lines.startOf(line));
        return new vscode.Location(opened.uri(memo.path), new vscode.Range(line, from ?? 0, line, to ?? 0));
      });
    });
    return context.includeDeclaration ? [headingOf(opened, entry), ...places] : places;
  }

  private async onLink(document: vscode.TextDocument, position: vscode.Position): Promise<Found | undefined> {
    const found = await memoOf(this.studies, document);
    const mention = found && mentionAt(document, found.memo, position);
    const target = mention && targetOf(found.opened.seen, mention.link);
    return found && target?.kind === 'entry' ? { opened: found.opened, entry: target.entry } : undefined;
  }

  private async onHeading(document: vscode.TextDocument, position: vscode.Position): Promise<Found | undefined> {
    if (!document.uri.path.endsWith(`/${CODEBOOK_FILE}`)) return undefined;
    const opened = await this.studies.of(document.uri);
    if (opened?.path(document.uri) !== CODEBOOK_FILE) return undefined;
    const written = parseCodebook(document.getText()).entries.find(({ line }) => line === position.line);
    const entry = written && opened.study.entry(written.id);
    return entry && { opened, entry };
  }
}

interface Found {
  readonly opened: OpenStudy;
  readonly entry: CodebookEntry;
}
