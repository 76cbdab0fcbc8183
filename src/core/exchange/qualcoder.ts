import { checkCount, checkLength, type Draft, draftOf, readTitle } from './draft.js';
import { fieldsOfText } from './fields.js';
import { ExchangeError, LONGEST_TITLE, type Remark } from './model.js';
import type { ReadFile } from './qdc/read.js';

const MOST_LEVELS = 50;

/**
 * Reads QualCoder's list of codes: a line each, `category>>category>>code`, a tab, and what is said of it.
 * @param text decoded, line ends LF
 * @throws ExchangeError where a line is none of such a list
 */
export function readQualCoderList(text: string): ReadFile {
  const remarks: Remark[] = [];
  const roots: Draft[] = [];
  const themes = new Map<string, Draft>();
  const lines = text.split('\n');
  checkCount(lines.filter(line => line.trim() !== '').length);
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [path = '', ...memo] = line.split('\t');
    const names = path.split('>>').map(name => name.trim());
    checkNames(names, i + 1);
    checkLength(names.at(-1) ?? '', memo.join(' '), () => i + 1);
    const code = draftOf(readTitle(names.at(-1) ?? '', remarks), 'code');
    Object.assign(code, fieldsOfText(memo.join(' ')));
    let siblings = roots;
    for (const [depth, name] of names.slice(0, -1).entries()) {
      const key = names.slice(0, depth + 1).join('\0');
      let theme = themes.get(key);
      if (theme === undefined) {
        theme = draftOf(readTitle(name, remarks), 'theme');
        themes.set(key, theme);
        checkCount(lines.length + themes.size, () => i + 1);
        siblings.push(theme);
      }
      siblings = theme.children;
    }
    siblings.push(code);
  }
  return { book: { entries: roots }, remarks };
}

function checkNames(names: readonly string[], line: number): void {
  if (names.includes('')) {
    throw new ExchangeError(
      `A name is missing in line ${line}.`,
      'Write category>>code, then a tab and the definition.',
      line,
    );
  }
  if (names.length > MOST_LEVELS || names.some(name => name.length > LONGEST_TITLE)) {
    throw new ExchangeError(
      `Line ${line} is too long for the name of a code.`,
      'A list of codes has one code a line: category>>code, then a tab and the definition.',
      line,
    );
  }
}
