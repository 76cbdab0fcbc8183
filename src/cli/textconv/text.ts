import { isCoding, parseCodingLine } from '../../core/coding/line.js';
import { isCommentLine } from '../../core/discussion/record.js';
import { isReadingLine } from '../../core/reading/record.js';
import { normaliseText } from '../../core/text/normalise.js';
import { recordBlock } from './record.js';

/**
 * The lines of a coder's file as text for people: a block for each record, with an empty line between them. What a file is shows from its
 * lines, since git hands over copies under other names. Lines that are no records stay as they are. Never throws.
 */
export function readableText(raw: string): string {
  let text = '';
  let isBlockAbove = false;
  for (const line of normaliseText(raw).split('\n')) {
    if (line.trim() === '') continue;
    const block = blockOf(line);
    if (text !== '' && (isBlockAbove || block !== undefined)) text += '\n';
    text += block ?? `${line}\n`;
    isBlockAbove = block !== undefined;
  }
  return text;
}

function blockOf(line: string): string | undefined {
  const isRecord = isCoding(parseCodingLine(line)) || isReadingLine(line) || isCommentLine(line);
  return isRecord ? recordBlock(JSON.parse(line) as Record<string, unknown>) : undefined;
}
