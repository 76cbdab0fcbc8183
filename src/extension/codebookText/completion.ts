import * as vscode from 'vscode';
import { parseCodebook } from '../../core/codebook/parse.js';
import { attributeSiteAt } from '../../core/codebook/writing/attributeSite.js';
import { suggestLineStarts } from '../../core/codebook/writing/lineStart.js';
import { suggestAttributes } from '../../core/codebook/writing/suggest.js';
import type { Asked, Completing } from '../common/completionWhenAsked.js';
import type { OpenStudy } from '../study/openStudy.js';
import type { Studies } from '../study/studies.js';
import { attributeItem, lineStartItem } from './completionItems.js';
import { codebookOf } from './document.js';

/** Completion in the codebook: in the braces of a heading, and at the start of a line. */
export class CodebookCompletion implements Completing {
  constructor(private readonly studies: Studies) {}

  async complete(asked: Asked): Promise<vscode.CompletionItem[] | undefined> {
    const { document, position, line } = asked;
    const opened = await codebookOf(this.studies, document);
    if (opened === undefined) return undefined;
    const site = attributeSiteAt(line, position.character);
    if (site === undefined) return lineStarts(asked);
    const book = parseCodebook(document.getText());
    const entry = book.entries.find(candidate => candidate.line === position.line);
    if (entry === undefined) return undefined;
    const range = new vscode.Range(position.line, site.start, position.line, site.end);
    return suggestAttributes(book, entry, site, useOf(opened)).map((suggestion, i) =>
      attributeItem(suggestion, opened, range, i),
    );
  }
}

function lineStarts({
  document,
  position,
  line,
  context: { triggerCharacter },
}: Asked): vscode.CompletionItem[] | undefined {
  // Of what triggers in braces only a hash begins a line.
  if (triggerCharacter !== undefined && triggerCharacter !== '#') return undefined;
  const before = line.slice(0, position.character);
  const book = parseCodebook(document.getText());
  const starts = suggestLineStarts(book, position.line, before, line.slice(position.character));
  const from = before.length - before.trimStart().length;
  const range = new vscode.Range(position.line, from, position.line, position.character);
  return starts.map((start, i) => lineStartItem(start, range, i));
}

function useOf({ seen: study }: OpenStudy): ReadonlyMap<string, number> {
  return new Map([...study.index.usedCodes()].map(id => [id, study.index.count(id)]));
}
