import { readBlocks } from './blocks.js';
import { headingAt } from './heading.js';
import { foldSpace } from './plain.js';
import { readProse } from './prose.js';

/** A title as it can stand in a heading: one line, no control characters, no space around it. */
export function cleanTitle(title: string): string {
  return foldSpace(title.replace(/[\p{Cc}\uFEFF]/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/**
 * A title as Markdown, with as few backslashes as it takes to be read back as it is, with and without attributes behind it.
 * @param title any text; see `cleanTitle`
 */
export function writeTitle(title: string): string {
  const clean = cleanTitle(title);
  const isRead = (markdown: string) => {
    const alone = headingAt([`## ${markdown}`], 0);
    return (
      alone.title === clean && alone.attributes === undefined && headingAt([`## ${markdown} {#x}`], 0).title === clean
    );
  };
  return leastEscaped(clean, isRead);
}

/** A definition as a paragraph of one line that is read back as it is. */
export function writeDefinition(definition: string): string {
  const clean = cleanTitle(definition);
  return leastEscaped(clean, markdown => {
    const [heading, paragraph, ...more] = readBlocks(['## x', '', markdown]);
    if (heading?.kind !== 'heading' || paragraph?.kind !== 'paragraph' || more.length > 0) return false;
    return readProse([paragraph]).definition === clean;
  });
}

/** An inclusion, exclusion or example as Markdown that is read back as it is behind its keyword. */
export function writeKeyword(keyword: 'include' | 'exclude' | 'example', text: string): string {
  const clean = cleanTitle(text);
  return leastEscaped(clean, markdown => {
    const [heading, paragraph, ...more] = readBlocks(['## x', '', `${keyword}: ${markdown}`]);
    if (heading?.kind !== 'heading' || paragraph?.kind !== 'paragraph' || more.length > 0) return false;
    const found = readProse([paragraph])[keyword];
    return found.length === 1 && found[0] === clean;
  });
}

function leastEscaped(text: string, isRead: (markdown: string) => boolean): string {
  if (text === '' || isRead(text)) return text;
  const some = text.replace(/[\\`*_[\]<&{#]/g, '\\$&');
  return isRead(some) ? some : text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
