const FRONT_MATTER = /^---\n[\s\S]*?\n(?:---|\.\.\.)(?=\n|$)/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const FENCE = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[^\n]*$|$(?![\s\S]))/gm;
/** Block quotes with the lines that go on with them. */
const BLOCK_QUOTE = /^ {0,3}>[^\n]*(?:\n(?!\s*$)[^\n]+)*/gm;
const QUOTED = /“[^”]{0,2000}”|«[^»]{0,2000}»|„[^“”]{0,2000}[“”]|"[^"\n]{0,2000}"/g;

/**
 * What the authors of a manuscript say themselves: what others said, comments, code and front matter are blank, and everything else stands
 * where it stood.
 * @param text line ends LF
 */
export function ownProse(text: string): string {
  return [FRONT_MATTER, COMMENT, FENCE, BLOCK_QUOTE, QUOTED].reduce((kept, what) => kept.replace(what, blank), text);
}

const blank = (found: string): string => found.replace(/[^\n]/g, ' ');

/** Where the sentence around a place begins and ends, in UTF-16 units. */
export function sentenceAt(text: string, at: number): { readonly start: number; readonly end: number } {
  const before = [...text.slice(0, at).matchAll(/[.!?;]\s|\n\s*\n/g)].at(-1);
  const start = before === undefined ? 0 : before.index + before[0].length;
  const behind = /[.!?;](?=\s|$)|\n\s*\n/.exec(text.slice(at));
  return { start, end: behind === null ? text.length : at + behind.index };
}

/** The last heading before a place, without its marks; undefined where there is none. */
export function headingBefore(text: string, at: number): string | undefined {
  const found = [...text.slice(0, at).matchAll(/^#{1,6}[ \t]+(.*?)[ \t#]*$/gm)].at(-1)?.[1];
  return found?.replace(/\s*\{[^}]*\}$/, '').trim();
}
