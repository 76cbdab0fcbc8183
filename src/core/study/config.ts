import picomatch from 'picomatch/posix.js';
import type { Problem } from '../problem.js';
import { damageProblems } from '../text/damage.js';
import { normaliseText } from '../text/normalise.js';
import { type Disclosure, parseDisclosure } from './disclosure.js';
import {
  CODEBOOK_FILE,
  CODINGS_FOLDER,
  isMarkdown,
  MEMOS_FOLDER,
  PAPER_FOLDER,
  REPORTING_FILE,
  STUDY_FILE,
  TRANSCRIPTS_FOLDER,
} from './layout.js';
import { parseRecruitment, type Recruitment } from './recruitment.js';

/** The kind of analysis a study declares; decides which figures are offered. */
export type Stance = 'reflexive' | 'codebook' | 'reliability';

/** What `verbatim.json` says, defaults filled in. */
export interface StudyConfig {
  readonly title?: string;
  readonly stance: Stance;
  readonly questions: readonly string[];
  /** Globs of transcripts, relative to the study; empty where the default holds. */
  readonly transcripts: readonly string[];
  /** Globs of files that are no transcripts. */
  readonly exclude: readonly string[];
  /** Globs of manuscripts, relative to the study; empty where the default holds. */
  readonly manuscripts: readonly string[];
  /** How people were found, by role; empty where it does not say. */
  readonly recruitment: readonly Recruitment[];
  /** What may leave the study; missing where it does not say: then everything may. */
  readonly disclosure?: Disclosure;
  /** Says that the study is of a format that this version does not know: then nothing is to be written. One of the problems. */
  readonly newer?: Problem;
  readonly problems: readonly Problem[];
}

/** The format of a study's files that this version reads and writes. */
export const KNOWN_FORMAT = 1;

/** Longer than any path; the glob library throws at 64 K. */
const LONGEST_TEXT = 10_000;
const isUsable = (item: unknown): item is string =>
  typeof item === 'string' && item.trim() !== '' && item.length <= LONGEST_TEXT;

const STANCES: readonly string[] = ['reflexive', 'codebook', 'reliability'];

/** Reads `verbatim.json`. Never throws: what is not understood is reported and its default holds. */
export function parseStudyConfig(raw: string | undefined): StudyConfig {
  const text = raw === undefined ? undefined : normaliseText(raw);
  const problems: Problem[] = damageProblems(STUDY_FILE, text ?? '');
  const reportAt = (line: number, severity: Problem['severity'], message: string, remedy: string): void => {
    problems.push({ rule: 'study-file', severity, file: STUDY_FILE, line, message, remedy });
  };
  const report: Report = (key, message, remedy) => reportAt(lineOf(text ?? '', key), 'error', message, remedy);
  const value = parseObject(text, report);
  const strings = (key: string): string[] => {
    const entry = value[key];
    if (entry === undefined) return [];
    const list: unknown = typeof entry === 'string' ? [entry] : entry;
    if (Array.isArray(list) && list.every(isUsable)) return list;
    report(key, `"${key}" is not a list of texts.`, `Write it as "${key}": ["…", "…"].`);
    return [];
  };
  let stance: Stance = 'codebook';
  if (typeof value.stance === 'string' && STANCES.includes(value.stance)) stance = value.stance as Stance;
  else if (value.stance !== undefined)
    report('stance', 'The stance is not known.', `Choose one of ${STANCES.join(', ')}.`);
  if (value.title !== undefined && typeof value.title !== 'string')
    report('title', 'The title is not a text.', 'Write it as "title": "…".');
  const disclosure = parseDisclosure(value, text ?? '', reportAt);
  const newer = newerFormat(value, text ?? '');
  if (newer !== undefined) problems.push(newer);
  return {
    ...(typeof value.title === 'string' ? { title: value.title } : {}),
    stance,
    questions: strings('questions'),
    transcripts: strings('transcripts'),
    exclude: strings('exclude'),
    manuscripts: strings('manuscripts'),
    recruitment: parseRecruitment(value.recruitment, text ?? '', reportAt),
    ...(disclosure === undefined ? {} : { disclosure }),
    ...(newer === undefined ? {} : { newer }),
    problems,
  };
}

type Report = (key: string | undefined, message: string, remedy: string) => void;

function parseObject(text: string | undefined, report: Report): Record<string, unknown> {
  if (text === undefined || text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    report(
      undefined,
      `${STUDY_FILE} does not hold a JSON object.`,
      'Write { "title": "…" } or remove the file; defaults hold meanwhile.',
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    report(undefined, `${STUDY_FILE} is not valid JSON (${detail}).`, 'Correct the file; defaults hold meanwhile.');
  }
  return {};
}

/** A file that is broken, by a conflict for example, is asked for the format all the same: nothing else of it needs to be understood. */
function newerFormat(value: Readonly<Record<string, unknown>>, text: string): Problem | undefined {
  const written =
    Object.keys(value).length > 0
      ? [JSON.stringify(value.format) ?? String(KNOWN_FORMAT)]
      : [...text.matchAll(/^\s*(?:\{\s*)?"format"\s*:\s*(\d+)/gm)].map(match => match[1] as string);
  const unknown = written.find(format => format !== String(KNOWN_FORMAT));
  if (unknown === undefined) return undefined;
  return {
    rule: 'newer-format',
    severity: 'error',
    file: STUDY_FILE,
    line: lineOf(text, 'format'),
    message: `The study is written in format ${unknown}, and this version of Verbatim knows format ${KNOWN_FORMAT}: it is open for reading only.`,
    remedy: 'Update Verbatim to change anything; until then no file of the study is written.',
  };
}

function lineOf(text: string, key: string | undefined): number {
  const at = key === undefined ? 0 : text.indexOf(`"${key}"`);
  return text.slice(0, Math.max(0, at)).split('\n').length;
}

const NOT_TRANSCRIPTS = /(^|\/)(readme|changelog|contributing|license|licence|code_of_conduct)\.(md|markdown)$/i;

/** Whether a file may be coded at all: any Markdown that is not one of the study's own documents. */
export function canBeCoded(path: string): boolean {
  return (
    isMarkdown(path) &&
    path !== CODEBOOK_FILE &&
    !path.startsWith(`${MEMOS_FOLDER}/`) &&
    !path.startsWith(`${PAPER_FOLDER}/`) &&
    !path.startsWith(`${CODINGS_FOLDER}/`)
  );
}

/**
 * A test for the paths that are manuscripts: the globs of `verbatim.json`, without them every Markdown file in `paper/`. They are no
 * transcripts, whatever else is said.
 */
export function manuscriptFilter({ manuscripts }: Pick<StudyConfig, 'manuscripts'>): (path: string) => boolean {
  const isIn =
    manuscripts.length > 0 ? picomatch([...manuscripts]) : (path: string) => path.startsWith(`${PAPER_FOLDER}/`);
  return path => isMarkdown(path) && path !== REPORTING_FILE && path !== CODEBOOK_FILE && isIn(path);
}

/**
 * A test for the paths that are transcripts: the globs of `verbatim.json`; without them everything in `transcripts/`;
 * without that folder every Markdown file but the study's own documents and files such as README.
 */
export function transcriptFilter(config: StudyConfig, paths: Iterable<string>): (path: string) => boolean {
  const excluded = config.exclude.length > 0 ? picomatch([...config.exclude]) : () => false;
  let included: (path: string) => boolean = path => !NOT_TRANSCRIPTS.test(path);
  if (config.transcripts.length > 0) included = picomatch([...config.transcripts]);
  else if (hasTranscriptsFolder(paths))
    included = path => path.startsWith(`${TRANSCRIPTS_FOLDER}/`) && !NOT_TRANSCRIPTS.test(path);
  const isManuscript = manuscriptFilter(config);
  return path => canBeCoded(path) && included(path) && !excluded(path) && !isManuscript(path);
}

function hasTranscriptsFolder(paths: Iterable<string>): boolean {
  for (const path of paths) if (path.startsWith(`${TRANSCRIPTS_FOLDER}/`) && canBeCoded(path)) return true;
  return false;
}
