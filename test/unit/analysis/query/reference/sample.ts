import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { parseTranscript } from '../../../../../src/core/transcript/parse.js';
import type { PlainStudy, PlainTranscript } from './study.js';

/** The text files below a folder, by their paths. */
export function filesIn(root: string): Record<string, string> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const paths = all.map(entry =>
    path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
  );
  return Object.fromEntries(paths.map(file => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** A transcript with labels of any shape: turns are those of the parser, everything else is read plainly. */
export function parsedTranscript(file: string, text: string): PlainTranscript {
  const points = [...text];
  const head = /^---\n(.*?)\n---\n/s.exec(text);
  const front = Object.entries((parse(head?.[1] ?? '{}', { schema: 'failsafe' }) ?? {}) as Record<string, unknown>);
  const turns = parseTranscript(text, file).turns.map(({ speaker = '', body: { start, end } }) => ({
    speaker,
    start,
    end,
  }));
  return {
    path: file,
    front: Object.fromEntries(front.map(([key, value]) => [key, asText(value)])),
    points,
    bodyStart: [...(head?.[0] ?? '')].length,
    turns,
  };
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inner}`)
    .join(', ')}}`;
}

/** What can be asked of a study: names and words that it has. */
export function valuesIn({ people, entries, excerpts }: PlainStudy): Record<string, string[]> {
  const each = (names: readonly (string | undefined)[]): string[] =>
    [...new Set(names.filter(name => name !== undefined && name !== ''))] as string[];
  const fronts = each(excerpts.map(({ transcript }) => transcript.path)).map(
    file => (excerpts.find(({ transcript }) => transcript.path === file) as (typeof excerpts)[number]).transcript,
  );
  const quotes = excerpts.map(({ record }) => String(record.quote).match(/\p{L}+/gu) ?? []);
  return {
    code: each([
      ...entries.map(({ id }) => id),
      ...entries.flatMap(({ formerly }) => formerly),
      ...entries.map(({ title }) => title),
    ]),
    theme: each(entries.filter(({ isTheme }) => isTheme).map(({ id }) => id)),
    coder: each(excerpts.map(({ coder }) => coder)),
    participant: each(people.map(({ participant }) => participant)),
    speaker: each(fronts.flatMap(({ turns }) => turns.map(({ speaker }) => speaker))),
    role: each(people.map(({ role }) => role)),
    site: each(people.map(({ site }) => site)),
    session: each(fronts.map(({ path: file }) => path.basename(file, '.md'))),
    kind: each(fronts.map(({ front }) => front.kind)),
    date: each(fronts.flatMap(({ front }) => [front.date?.slice(0, 7), `${front.date}..`])),
    created: each(excerpts.map(({ record }) => String(record.created).slice(0, 7))),
    words: each(
      quotes.flatMap(([first, second]) => [
        first,
        first && second && `${first} ${second}`,
        first && `${first.slice(0, 2)}*`,
      ]),
    ),
    memo: ['*'],
    evidence: ['supports', 'contradicts', 'nuances', 'none', '*'],
    phase: ['candidate', 'reviewed', 'defined', 'none', '*'],
    is: ['in-scope', 'certain', 'doubtful', 'example'],
  };
}
