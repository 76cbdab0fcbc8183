/** Where in a line of a memo a link is being written. Columns are UTF-16 units. */
export interface LinkSite {
  /** From here to `end` stands what a chosen name takes the place of. */
  readonly start: number;
  /** Behind the closing brackets, where they are there already. */
  readonly end: number;
  /** What stands before the `#`, where there is one. */
  readonly transcript?: string;
  /** It is an entry of `about:`, without brackets. */
  readonly isAbout: boolean;
}

const OPEN_LINK = /\[\[([^[\]|\n]*)$/;
const OPEN_ABOUT = /^[ \t]*about[ \t]*:(?:.*[[,])?[ \t]*([^[\],]*)$/i;

/** The link that is being written at a column of a line; undefined where none is. */
export function linkSiteAt(line: string, column: number): LinkSite | undefined {
  const before = line.slice(0, column);
  const open = OPEN_LINK.exec(before);
  const typed = open?.[1] ?? OPEN_ABOUT.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const rest = open === null ? '' : (/^[^[\]|\n\s]*\]\]/.exec(line.slice(column))?.[0] ?? '');
  const hash = typed.lastIndexOf('#');
  return {
    start: column - typed.length,
    end: column + rest.length,
    ...(hash === -1 ? {} : { transcript: typed.slice(0, hash).trim() }),
    isAbout: open === null,
  };
}
