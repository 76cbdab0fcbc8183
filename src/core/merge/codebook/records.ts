import { changeAttributes } from '../../codebook/attributeChange.js';
import { attributeValue, findAttributes } from '../../codebook/attributes.js';
import { NO_ORIGIN } from '../../codebook/changes/mergeRecord.js';
import { MERGED } from '../../codebook/prose.js';
import { wordsIn } from '../../codebook/sections.js';
import type { TextBlock } from './textBlocks.js';

/** Whether two records of merged codes say the same of the code; where it stood may differ. */
export function sameRecord(one: TextBlock, two: TextBlock): boolean {
  return said(one) === said(two);
}

function said({ lines }: TextBlock): string {
  const [first = '', ...text] = lines;
  const heading = changeAttributes(first.slice(MERGED.length).trimEnd(), {
    set: { ...NO_ORIGIN, parent: undefined, formerly: undefined },
  });
  return [heading, ...text].join('\n');
}

/** A record that says that further codes had been merged into the code before. */
export function withFormer(record: TextBlock, ids: readonly string[]): TextBlock {
  const [first = '', ...rest] = record.lines;
  const heading = first.slice(MERGED.length);
  const formerly = wordsIn(attributeValue(findAttributes(heading.trimEnd()), 'formerly'));
  const all = [...new Set([...formerly, ...ids])];
  if (all.length === formerly.length) return record;
  const lines = [MERGED + changeAttributes(heading.trimEnd(), { set: { formerly: all.join(' ') } }), ...rest];
  return { ...record, lines, text: lines.join('\n') };
}
