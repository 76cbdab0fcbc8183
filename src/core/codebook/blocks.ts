import { type Block, parseBlocks } from './markdown.js';
import { BLANK, HEADING, readPlainSection } from './plainSection.js';

/**
 * The blocks of a document, in order. Plain sections, of which a codebook mostly consists, are read here; all others
 * by remark, which alone would take too long for every keystroke.
 */
export function readBlocks(lines: readonly string[]): Block[] {
  const start = frontMatterEnd(lines);
  const starts = [start];
  for (let line = start + 1; line < lines.length; line++) if (HEADING.test(lines[line] as string)) starts.push(line);
  const blocks: Block[] = [];
  for (let at = 0; at < starts.length; ) {
    const from = starts[at] as number;
    const plain = readPlainSection(lines, from, starts[at + 1] ?? lines.length);
    for (const block of plain ?? []) blocks.push(block);
    at = plain === undefined ? readSections(lines, starts, at, blocks) : at + 1;
  }
  return blocks;
}

/** The line behind YAML front matter, as Pandoc knows it; 0 where there is none. */
function frontMatterEnd(lines: readonly string[]): number {
  if (!/^---[ \t]*$/.test(lines[0] ?? '') || BLANK.test(lines[1] ?? '')) return 0;
  return lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line)) + 1;
}

/**
 * Reads sections with remark, as many as it takes to reach a heading that certainly is one: what follows that heading
 * does not depend on what stands before it.
 * @returns index of that heading among `starts`
 */
function readSections(lines: readonly string[], starts: readonly number[], at: number, blocks: Block[]): number {
  const from = starts[at] as number;
  for (let span = 1; ; span *= 2) {
    const end = starts[at + span];
    const found = parseBlocks(lines.slice(from, end === undefined ? lines.length : end + 1));
    const sure =
      end === undefined
        ? found.length
        : found.findLastIndex(
            block => block.kind === 'heading' && block.line > 0 && HEADING.test(lines[from + block.line] ?? ''),
          );
    if (sure === -1) continue;
    for (const block of found.slice(0, sure)) blocks.push({ ...block, line: block.line + from });
    return end === undefined ? starts.length : starts.indexOf((found[sure] as Block).line + from, at);
  }
}
