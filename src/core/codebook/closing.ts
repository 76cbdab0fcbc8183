import { readBlocks } from './blocks.js';

/**
 * The line that closes a code block or HTML block (such as a comment) left open at the end of a document: without it a
 * heading added there would be inside. Undefined when nothing is open.
 */
export function closingLine(lines: readonly string[]): string | undefined {
  const blocks = readBlocks([...lines, '', '# x']);
  const last = blocks.at(-1);
  if (last === undefined || last.kind === 'heading') return undefined;
  const opening = (lines[last.line] ?? '').trimStart();
  const fence = /^(?:`{3,}|~{3,})/.exec(opening);
  if (fence !== null) return fence[0];
  const element = /^<(script|pre|style|textarea)\b/i.exec(opening);
  if (element !== null) return `</${element[1]}>`;
  if (opening.startsWith('<!--')) return '-->';
  if (opening.startsWith('<![CDATA[')) return ']]>';
  return opening.startsWith('<?') ? '?>' : '>';
}
