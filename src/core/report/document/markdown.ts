import { codeSpan, escapeForExport, markdownTable } from '../markdown.js';
import { type Block, placedSections, type ReportDocument, type Run, runsOf, textOf, type Words } from './document.js';

/** No more levels than Markdown has; the title has the first. */
const DEEPEST = 6;

/** A document as Markdown. Pictures are given by what says the same in words and numbers. */
export function* documentMarkdown(document: ReportDocument): Generator<string> {
  yield `# ${escapeForExport(document.title)}\n`;
  if (document.subtitle !== undefined) yield `\n${escapeForExport(document.subtitle)}\n`;
  for (const { section, depth } of placedSections(document)) {
    yield `\n${'#'.repeat(Math.min(depth + 1, DEEPEST))} ${escapeForExport(section.heading)}\n`;
    for (const block of section.blocks) yield `\n${blockMarkdown(block)}`;
  }
}

function blockMarkdown(block: Block): string {
  switch (block.is) {
    case 'paragraph':
      return `${wordsMarkdown(block.words)}\n`;
    case 'note':
      return `*Note:* ${wordsMarkdown(block.words)}\n`;
    case 'list':
      return block.items.map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${wordsMarkdown(item)}\n`).join('');
    case 'quotation':
      return `> ${wordsMarkdown(block.words)}\n>\n> — ${escapeForExport(block.attribution)}\n`;
    case 'table': {
      const rows = block.rows.map(row => row.map(textOf));
      return `**${escapeForExport(block.caption)}**\n\n${markdownTable(block.columns, rows)}`;
    }
    case 'figure':
      return block.instead.map(blockMarkdown).join('\n');
  }
}

function wordsMarkdown(words: Words): string {
  const [first, ...rest] = runsOf(words);
  if (first === undefined) return '';
  return [runMarkdown(first, true), ...rest.map(run => runMarkdown(run, false))].join('').trim();
}

/** White space at the ends of a run stays outside of its marks, which would not count as marks otherwise. */
function runMarkdown(run: Run, isFirst: boolean): string {
  const text = textOf(run);
  const [, before = '', middle = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const space = (white: string): string => (white === '' ? '' : ' ');
  const written = middle === '' ? '' : marked(run, middle);
  // Only at the start of a line a number and a full stop are a list; elsewhere the escape would be read by nobody but does no harm.
  return `${isFirst ? '' : space(before)}${written}${space(after)}`;
}

function marked(run: Run, text: string): string {
  if (typeof run === 'string') return escapeForExport(text);
  if (run.as === 'code') return codeSpan(text.replace(/\s+/g, ' '));
  const mark = run.as === 'strong' ? '**' : '*';
  return `${mark}${escapeForExport(text)}${mark}`;
}
