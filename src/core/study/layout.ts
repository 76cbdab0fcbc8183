/** The names that files of a study have, and what follows from a path. Paths are relative to the study, with `/`. */

export const STUDY_FILE = 'verbatim.json';
export const CODEBOOK_FILE = 'codebook.md';
export const PARTICIPANTS_FILE = 'participants.csv';
export const CODINGS_FOLDER = 'codings';
export const MEMOS_FOLDER = 'memos';
export const TRANSCRIPTS_FOLDER = 'transcripts';
export const QUERIES_FOLDER = 'queries';
/** What goes out: manuscripts, and what their readers ask of a study that no file of it says. */
export const PAPER_FOLDER = 'paper';
/** The manuscript that is made where a study has none. */
export const DEFAULT_MANUSCRIPT = `${PAPER_FOLDER}/manuscript.md`;
/** Answers to the items of COREQ that only people know. */
export const REPORTING_FILE = `${PAPER_FOLDER}/coreq.md`;

const MARKDOWN = /\.(md|markdown)$/i;

/** Whether a path ends as a Markdown file does. */
export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** Whether a path is that of a memo. */
export function isMemo(path: string): boolean {
  return path.startsWith(`${MEMOS_FOLDER}/`) && isMarkdown(path);
}

const QUERY = /\.query$/i;

/** Whether a path is that of a saved question. */
export function isSavedQuery(path: string): boolean {
  return path.startsWith(`${QUERIES_FOLDER}/`) && QUERY.test(path);
}

/** What people call a saved question: the path of its file in the folder of questions, without the ending. */
export function queryName(path: string): string {
  return path.slice(QUERIES_FOLDER.length + 1).replace(QUERY, '');
}

/** Where the question of a name is saved. */
export function queryPath(name: string): string {
  return `${QUERIES_FOLDER}/${name}.query`;
}

/** What people call a transcript: its file's name without the ending. */
export function transcriptName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(MARKDOWN, '');
}

const READ = /\.(md|markdown|jsonl|ndjson|json|csv|query)$/i;

/** Whether a folder may hold files of a study: hidden ones and installed packages do not. */
export function mayHoldFiles(folder: string): boolean {
  return !folder.startsWith('.') && folder !== 'node_modules';
}

/** Whether Verbatim may read a file at all; the rest of a folder is none of its business. */
export function isReadable(path: string): boolean {
  const parts = path.split('/');
  return READ.test(path) && parts.every(mayHoldFiles);
}

/** Where a coder's codings of a transcript are: the coder's folder mirrors the study. */
export function codingPath(coder: string, transcript: string): string {
  return `${CODINGS_FOLDER}/${coder}/${stemOf(transcript)}.jsonl`;
}

/**
 * Where a coder's reading of a transcript is: how far it has come, and notes on passages without a code. The ending is
 * another one than that of codings, so that whoever reads those by their ending, us of yesterday included, passes it over.
 */
export function readingPath(coder: string, transcript: string): string {
  return `${CODINGS_FOLDER}/${coder}/${stemOf(transcript)}${READING_ENDING}`;
}

const READING_ENDING = '.reading.ndjson';

function stemOf(transcript: string): string {
  const stem = transcript.replace(/\.md$/, '');
  // `a.md.md` keeps its ending: a stem that looks like Markdown is taken for the transcript itself.
  return isMarkdown(stem) ? transcript : stem;
}

/** Whose codings of which transcript a path holds; undefined where it is no coding file. */
export function placeOf(path: string): PlaceInCodings | undefined {
  return placeIn(path, /^codings\/([^/]+)\/(.+)\.jsonl$/);
}

/** Whose reading of which transcript a path holds; undefined where it is no such file. */
export function readingPlaceOf(path: string): PlaceInCodings | undefined {
  return placeIn(path, /^codings\/([^/]+)\/(.+)\.reading\.ndjson$/);
}

/** The transcript that a file in a coder's folder is about; undefined for all other files. */
export function transcriptOf(path: string): string | undefined {
  return (placeOf(path) ?? readingPlaceOf(path))?.transcript;
}

/** Where all that a person says in discussions is. Whoever only comments has a folder of the same kind as who codes. */
export function discussionPath(author: string): string {
  return `${CODINGS_FOLDER}/${author}/discussion.ndjson`;
}

/** Whose discussion a path holds; undefined where it is no such file. */
export function discussionPlaceOf(path: string): PlaceOfPerson | undefined {
  const match = /^codings\/([^/]+)\/discussion\.ndjson$/.exec(path);
  return match === null ? undefined : { path, coder: match[1] as string };
}

/** Where the blind rounds are that a person opened and closed. Whoever only does that is no coder. */
export function roundsPath(person: string): string {
  return `${CODINGS_FOLDER}/${person}/rounds.ndjson`;
}

/** Whose rounds a path holds; undefined where it is no such file. */
export function roundsPlaceOf(path: string): PlaceOfPerson | undefined {
  const match = /^codings\/([^/]+)\/rounds\.ndjson$/.exec(path);
  return match === null ? undefined : { path, coder: match[1] as string };
}

/** Whether a path is that of any file of records in somebody's folder: codings, reading, discussion or rounds. */
export function isCodersFile(path: string): boolean {
  return transcriptOf(path) !== undefined || discussionPlaceOf(path) !== undefined || roundsPlaceOf(path) !== undefined;
}

/** A file of all that a person said or did on whatever transcript: whose it is. */
export interface PlaceOfPerson {
  readonly path: string;
  readonly coder: string;
}

/** A file in a coder's folder: whose it is and about which transcript. */
export interface PlaceInCodings {
  readonly path: string;
  readonly coder: string;
  readonly transcript: string;
}

function placeIn(path: string, pattern: RegExp): PlaceInCodings | undefined {
  const match = pattern.exec(path);
  if (match === null) return undefined;
  const stem = match[2] as string;
  return { path, coder: match[1] as string, transcript: MARKDOWN.test(stem) ? stem : `${stem}.md` };
}

// A coder's name is a folder, that of a question a file, on every system a colleague may use; Windows is the strictest.
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}]/u;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const NAME_LIMIT = 60;

/** Why a name cannot be a coder's, in one sentence; undefined where it can. */
export function whyNoCoderName(name: string): string | undefined {
  return whyNoName(name, 'Please type a name, for example your initials.', 'folder');
}

/** Why a name cannot be that of a saved question, in one sentence; undefined where it can. */
export function whyNoQueryName(name: string): string | undefined {
  return whyNoName(name, 'Please type a name, for example “negative cases”.', 'file');
}

function whyNoName(name: string, empty: string, becomes: string): string | undefined {
  if (name.trim() === '') return empty;
  if (name !== name.trim()) return 'A name cannot begin or end with a space.';
  if (FORBIDDEN.test(name)) return `The name becomes a ${becomes}, so it cannot contain any of < > : " / \\ | ? *`;
  if (name.startsWith('.') || name.endsWith('.')) return 'A name cannot begin or end with a full stop.';
  if (RESERVED.test(name)) return 'This name is reserved by Windows; please choose another.';
  return [...name].length > NAME_LIMIT ? `Please choose a name of at most ${NAME_LIMIT} characters.` : undefined;
}

/** Whether a name can be a coder's. */
export function isCodingPerson(name: string): boolean {
  return whyNoCoderName(name) === undefined;
}

/** The nearest allowed coder name to what git or a person calls somebody; empty where nothing is left. */
export function proposeCoderName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(new RegExp(FORBIDDEN, 'gu'), ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const cut = [...cleaned].slice(0, NAME_LIMIT).join('').trim();
  return whyNoCoderName(cut) === undefined ? cut : '';
}

/** A path as a disk sees it that minds neither letter case nor the way accents are written: one for all that are the same there. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
