import type { ExchangeEntry } from '../model.js';

/** Name of our processing instructions: other programs pass them over, and so does every schema. */
export const MARK = 'verbatim';

/** What a `.qdc` says of an entry to Verbatim alone, because its own attributes cannot. */
export interface Mark {
  readonly id?: string;
  /** Only where the `name` attribute cannot hold the title. */
  readonly title?: string;
  readonly color?: string;
  readonly classes?: readonly string[];
  readonly formerly?: readonly string[];
  /** Markdown, to the letter; for the codebook itself what stands below its title. */
  readonly prose?: string;
}

/** The mark of an entry; nothing in it that the file says anyway. */
export function markOf(entry: ExchangeEntry, name: string): Mark {
  return {
    ...(entry.id !== undefined && { id: entry.id }),
    ...(name !== entry.title && { title: entry.title }),
    ...(entry.color !== undefined && { color: entry.color }),
    ...(entry.classes.length > 0 && { classes: entry.classes }),
    ...(entry.formerly.length > 0 && { formerly: entry.formerly }),
    ...(entry.prose !== undefined && entry.prose !== '' && { prose: entry.prose }),
  };
}

/** A mark as a processing instruction: JSON in which nothing can end the instruction or is no XML character. */
export function writeMark(mark: Mark): string {
  const json = JSON.stringify(mark).replace(
    /[>\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<?${MARK} ${json}?>`;
}

/** Reads a mark; whatever in it is not as we write it counts as missing. */
export function readMark(content: string): Mark {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return {};
  }
  if (typeof value !== 'object' || value === null) return {};
  const found = new Map<string, unknown>(Object.entries(value));
  const text = (key: string): string | undefined => {
    const item = found.get(key);
    return typeof item === 'string' ? item : undefined;
  };
  const names = (key: string): string[] | undefined => {
    const list = found.get(key);
    return Array.isArray(list) && list.every(item => typeof item === 'string' && /^[^\s{}]+$/.test(item))
      ? list
      : undefined;
  };
  const [id, title, color, prose] = [text('id'), text('title'), text('color'), text('prose')];
  const [classes, formerly] = [names('classes'), formerIds(found.get('formerly'))];
  return {
    ...(id !== undefined && id !== '' && { id }),
    ...(title !== undefined && { title }),
    ...(color !== undefined && { color }),
    ...(classes && { classes }),
    ...(formerly && { formerly }),
    ...(prose !== undefined && { prose }),
  };
}

function formerIds(list: unknown): string[] | undefined {
  return Array.isArray(list) && list.every(item => typeof item === 'string' && /^\S+$/.test(item)) ? list : undefined;
}
