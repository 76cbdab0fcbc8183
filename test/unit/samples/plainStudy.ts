import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { parseTranscript } from '../../../src/core/transcript/parse.js';

/** A line of a coder's file of codings, as it is written. */
export interface Line {
  readonly code: string;
  readonly quote: string;
  readonly at: readonly [number, number];
  readonly context: readonly [string, string];
  readonly base: string;
  readonly evidence?: string;
  readonly id: string;
  readonly coder: string;
  readonly text: string;
}

/** A session, read from its files. */
export interface Session {
  readonly name: string;
  readonly raw: string;
  readonly kind: string;
  readonly participants: readonly string[];
  /** Words that are said, whoever says them. */
  readonly words: number;
  readonly codings: readonly Line[];
  /** Who of the participants speaks in a passage marked with the scope code. */
  readonly inScope: ReadonlySet<string>;
}

/** The sessions of the sample study, counted by hand: with the parser of transcripts, and nothing else of ours. */
export function sessionsIn(root: string, scopeCode: string): Session[] {
  return readdirSync(path.join(root, 'transcripts'))
    .sort()
    .map(file => {
      const raw = readFileSync(path.join(root, 'transcripts', file), 'utf8');
      const name = file.replace(/\.md$/, '');
      const front = parse(/^---\n(.*?)\n---\n/s.exec(raw)?.[1] ?? '') as Record<string, unknown>;
      const participants = front.participants as string[];
      const speakers = (front.speakers ?? {}) as Record<string, string>;
      const { turns } = parseTranscript(raw, file);
      const points = [...raw];
      const codings = linesOf(root, name);
      const marks = codings.filter(({ code }) => code === scopeCode).map(({ at }) => at);
      const heard = turns.filter(({ body }) => marks.some(([start, end]) => body.start < end && start < body.end));
      const people = heard.map(({ speaker = '' }) => speakers[speaker] ?? speaker);
      return {
        name,
        raw,
        kind: String(front.kind),
        participants,
        words: turns
          .map(({ body }) => points.slice(body.start, body.end).join('').split(/\s+/).filter(Boolean).length)
          .reduce((sum, count) => sum + count, 0),
        codings,
        inScope: new Set(people.filter(person => participants.includes(person))),
      };
    });
}

function linesOf(root: string, name: string): Line[] {
  return readdirSync(path.join(root, 'codings')).flatMap(coder => {
    const file = path.join(root, 'codings', coder, 'transcripts', `${name}.jsonl`);
    const lines = readdirSync(path.dirname(file)).includes(path.basename(file)) ? readFileSync(file, 'utf8') : '';
    return lines
      .split('\n')
      .filter(Boolean)
      .map(text => ({ ...(JSON.parse(text) as Omit<Line, 'coder' | 'text'>), coder, text }));
  });
}

/** Every id that a line in a coder's folder has: of codings, notes and comments. */
export function idsIn(root: string): string[] {
  return readdirSync(path.join(root, 'codings'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(?:nd)?jsonl?$/.test(file))
    .flatMap(file =>
      readFileSync(path.join(root, 'codings', file), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map(line => (JSON.parse(line) as { id?: string }).id)
    .filter(id => id !== undefined);
}
