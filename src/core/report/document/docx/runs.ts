import { TextRun } from 'docx';
import { runsOf, textOf, type Words } from '../document.js';

// What XML forbids even where it is escaped, and what turns the direction of the text that follows.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** A text that may stand in a file of Word: without what XML cannot hold. */
export function cleanText(text: string): string {
  return text.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
}

/** Words as runs. @param bold for headers of tables @param size in half points, where it is not that of the style */
export function runsDocx(words: Words, bold = false, size?: number): TextRun[] {
  const own = { bold, ...(size === undefined ? {} : { size }) };
  return runsOf(words).map(run => {
    const text = cleanText(textOf(run));
    if (typeof run === 'string') return new TextRun({ ...own, text });
    if (run.as === 'code') return new TextRun({ ...own, text, font: 'Consolas' });
    return new TextRun(run.as === 'strong' ? { ...own, text, bold: true } : { ...own, text, italics: true });
  });
}
