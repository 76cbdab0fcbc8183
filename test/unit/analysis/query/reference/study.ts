import { createHash } from 'node:crypto';

// The plain reference: it reads every file by itself, in the simplest way that is right for the studies of the tests, and shares
// nothing with what it is the measure of.

/** A turn: who speaks, and where what is said stands, in code points. */
export interface PlainTurn {
  readonly speaker: string;
  readonly start: number;
  readonly end: number;
}

/** A transcript; `front` has lists and mappings as texts: `PP1, PP2` and `{A: PP1}`. */
export interface PlainTranscript {
  readonly path: string;
  readonly front: Readonly<Record<string, string>>;
  readonly points: readonly string[];
  readonly bodyStart: number;
  readonly turns: readonly PlainTurn[];
}

export interface PlainEntry {
  readonly id: string;
  readonly title: string;
  readonly isTheme: boolean;
  readonly classes: readonly string[];
  readonly formerly: readonly string[];
  readonly parent: PlainEntry | undefined;
  readonly examples: string[];
}

/** A coding and what it stands on; without `place` where that is not certain. */
export interface PlainExcerpt {
  readonly id: string;
  readonly coder: string;
  readonly code: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly transcript: PlainTranscript;
  readonly place: readonly [number, number] | undefined;
}

export interface PlainStudy {
  /** Rows of `participants.csv` by column. */
  readonly people: readonly Readonly<Record<string, string>>[];
  readonly entries: readonly PlainEntry[];
  readonly excerpts: readonly PlainExcerpt[];
}

/**
 * Reads a study of files; tables have no quoted cells.
 * @param readTranscript where transcripts are more than paragraphs that begin with `**Label:** `
 */
export function plainStudy(
  files: Readonly<Record<string, string>>,
  readTranscript: (path: string, text: string) => PlainTranscript = plainTranscript,
): PlainStudy {
  const transcripts = Object.keys(files)
    .filter(path => path.startsWith('transcripts/'))
    .map(path => readTranscript(path, files[path] as string));
  const excerpts: PlainExcerpt[] = [];
  for (const [file, text] of Object.entries(files)) {
    const [folder, coder, ...rest] = file.split('/');
    if (folder !== 'codings' || !file.endsWith('.jsonl')) continue;
    const path = rest.join('/').replace('.jsonl', '.md');
    const transcript = transcripts.find(one => one.path === path) ?? readTranscript(path, '');
    for (const line of text.split('\n').filter(each => each !== '')) {
      const record = JSON.parse(line);
      const [start, end] = record.at;
      // The version that was coded is the one that is there; what it does not have in this place is nowhere.
      const isThere = transcript.points.slice(start, end).join('') === record.quote;
      const place = isThere ? ([start, end] as const) : undefined;
      excerpts.push({ id: record.id, coder: coder as string, code: record.code, record, transcript, place });
    }
  }
  return {
    people: plainTable(files['participants.csv'] ?? ''),
    entries: plainCodebook(files['codebook.md'] ?? ''),
    excerpts,
  };
}

/** The rows of a table by column. */
function plainTable(text: string): Record<string, string>[] {
  const [header, ...rows] = text
    .trim()
    .split('\n')
    .map(line => line.split(','));
  return rows.map(row => Object.fromEntries(row.map((cell, i) => [header?.[i] ?? '', cell])));
}

function plainTranscript(path: string, text: string): PlainTranscript {
  const front: Record<string, string> = {};
  let body = text;
  if (text.startsWith('---\n')) {
    const [, head = '', ...rest] = text.split('---\n');
    body = rest.join('---\n');
    for (const line of head.trim().split('\n')) {
      const at = line.indexOf(': ');
      front[line.slice(0, at)] = line.slice(at + 2).replace(/^\[|\]$/g, '');
    }
  }
  const points = [...text];
  const bodyStart = points.length - [...body].length;
  const turns: PlainTurn[] = [];
  let at = bodyStart;
  for (const paragraph of body.split('\n\n')) {
    const [, gap = '', label = '', speaker = ''] = /^(\n*)(\*\*(.+?):\*\* )/.exec(paragraph) ?? [];
    const start = at + [...gap, ...label].length;
    const end = at + [...paragraph.trimEnd()].length;
    if (speaker !== '') turns.push({ speaker, start, end });
    else if (paragraph.trim() !== '' && turns.length > 0) turns.push({ ...(turns.pop() as PlainTurn), end });
    at += [...paragraph].length + 2;
  }
  return { path, front, points, bodyStart, turns };
}

function plainCodebook(text: string): PlainEntry[] {
  const entries: (PlainEntry & { readonly level: number })[] = [];
  for (const line of text.split('\n')) {
    const heading = /^(##+) (.+?)(?: \{(.*)\})?$/.exec(line);
    if (line.startsWith('Example: ')) entries.at(-1)?.examples.push(line.slice('Example: “'.length, -1));
    if (heading === null) continue;
    const [, hashes = '', title = '', attributes = ''] = heading;
    const classes = [...attributes.matchAll(/\.([a-z-]+)/g)].map(([, name]) => name as string);
    entries.push({
      id: /#(\S+)/.exec(attributes)?.[1] ?? title.toLowerCase().replaceAll(' ', '-'),
      title,
      isTheme: classes.includes('theme'),
      classes,
      formerly: (/formerly="(.*)"/.exec(attributes)?.[1] ?? '').split(' ').filter(id => id !== ''),
      parent: entries.findLast(({ level }) => level < hashes.length),
      examples: [],
      level: hashes.length,
    });
  }
  return entries;
}

/** The name that git has for a text, cut as codings have it. */
export function baseOf(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex').slice(0, 12);
}
