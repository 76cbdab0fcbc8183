import type { Problem } from '../problem.js';
import { didYouMean, nearest } from '../text/nearest.js';
import { STUDY_FILE } from './layout.js';

/** What a study says of what may leave it. */
export interface Disclosure {
  /** Attributes that never leave: columns of `participants.csv` or entries of front matter. */
  readonly withhold: readonly string[];
  /** In tables of people by attribute, cells with fewer people than this are held back; 0 and 1: none. */
  readonly smallestCell: number;
  /** The column with the ids that leave, and the entry of front matter with the names of transcripts; missing: they leave as they are. */
  readonly publicIds?: string;
  /** Why it is not understood: then nothing leaves at all. */
  readonly broken?: Problem;
  /** Lines of `verbatim.json`, from 1, at which it stands: all of it, each of what is withheld, and the column of the public ids. */
  readonly line: number;
  readonly withholdLines: readonly number[];
  readonly publicIdsLine: number;
}

const KEYS = ['withhold', 'smallestCell', 'publicIds'] as const;
const EXAMPLE = '"disclosure": { "withhold": ["site"], "smallestCell": 3, "publicIds": "public" }';
/** Larger cells than this nobody has asked for; it is a slip of the pen. */
const LARGEST = 1000;
/** Columns that are no attributes: what they say of people and sessions is replaced, not left out. */
const NO_ATTRIBUTES = ['participant', 'sessions'];

type Report = (line: number, severity: Problem['severity'], message: string, remedy: string) => void;

/**
 * Reads the entry `disclosure` of `verbatim.json`. Never throws. What is not understood is reported and makes the whole of it `broken`:
 * nobody can say then what must not leave, so nothing may.
 * @param study everything the file says
 * @param text the whole file, to know the lines
 * @returns undefined where it says nothing of it
 */
export function parseDisclosure(study: Record<string, unknown>, text: string, report: Report): Disclosure | undefined {
  const key = Object.keys(study).find(name => name.trim().toLowerCase() === 'disclosure');
  const line = text.slice(0, Math.max(0, text.search(/"\s*disclosure\s*"/i))).split('\n').length;
  // A file that cannot be read at all may hold a policy all the same.
  const isLost = key === undefined && Object.keys(study).length === 0 && /disclosure/i.test(text);
  if (key === undefined && !isLost) return undefined;
  let broken: Problem | undefined;
  const fault = (message: string, remedy: string, at = line): void => {
    report(at, 'error', message, remedy);
    broken ??= { rule: 'study-file', severity: 'error', file: STUDY_FILE, line: at, message, remedy };
  };
  if (key === undefined) {
    fault('What the study says of disclosure cannot be read, so nothing is exported.', `Correct ${STUDY_FILE}.`);
    return { withhold: [], smallestCell: 0, line, withholdLines: [], publicIdsLine: line, ...(broken && { broken }) };
  }
  if (key !== 'disclosure') fault(`“${key}” is to be written "disclosure".`, `Write it as ${EXAMPLE}.`);
  const value = isRecord(study[key]) ? study[key] : {};
  if (!isRecord(study[key])) fault('"disclosure" is not an object.', `Write it as ${EXAMPLE}.`);
  for (const name of Object.keys(value)) {
    if ((KEYS as readonly string[]).includes(name)) continue;
    const known = `Known are ${KEYS.join(', ')}.`;
    fault(`"disclosure" has no entry “${name}”.`, didYouMean(nearest(name, KEYS), known), lineOf(text, line, name));
  }
  const publicIdsLine = lineOf(text, line, 'publicIds');
  const withholdLine = lineOf(text, line, 'withhold');
  const publicIds = publicIdsIn(value, (message, remedy) => fault(message, remedy, publicIdsLine));
  const withhold = withheldIn(value, publicIds, (message, remedy) => fault(message, remedy, withholdLine));
  const smallestCell = value.smallestCell ?? 0;
  const isNumber = typeof smallestCell === 'number' && Number.isSafeInteger(smallestCell);
  if (!isNumber || smallestCell < 0 || smallestCell > LARGEST) {
    const remedy = 'Write a whole number of people, such as 3: then cells with 1 or 2 people are held back.';
    fault('"smallestCell" is not a number of people.', remedy, lineOf(text, line, 'smallestCell'));
  }
  return {
    withhold,
    smallestCell: isNumber ? smallestCell : 0,
    ...(publicIds === undefined ? {} : { publicIds }),
    ...(broken === undefined ? {} : { broken }),
    line,
    withholdLines: withhold.map(name => lineOf(text, withholdLine, name)),
    publicIdsLine,
  };
}

type Fault = (message: string, remedy: string) => void;

function publicIdsIn({ publicIds }: Record<string, unknown>, fault: Fault): string | undefined {
  if (publicIds === undefined) return undefined;
  const name = typeof publicIds === 'string' ? publicIds.trim() : '';
  const own = ['participant', 'role', 'labels', 'sessions'];
  if (name !== '' && !own.includes(name.toLowerCase())) return name;
  fault(
    '"publicIds" does not name a column for the ids that leave.',
    'Write the name of a column of participants.csv that holds nothing else, such as "publicIds": "public".',
  );
  return undefined;
}

function withheldIn({ withhold }: Record<string, unknown>, publicIds: string | undefined, fault: Fault): string[] {
  if (withhold === undefined) return [];
  const list: unknown = typeof withhold === 'string' ? [withhold] : withhold;
  if (!Array.isArray(list) || !list.every(item => typeof item === 'string' && item.trim() !== '')) {
    fault('"withhold" is not a list of attributes.', 'Write it as "withhold": ["site", "age"].');
    return [];
  }
  const names = (list as string[]).map(name => name.trim());
  for (const name of names) {
    if (NO_ATTRIBUTES.includes(name.toLowerCase())) {
      const remedy = 'To keep ids back, give people others with "publicIds"; otherwise take it out of the list.';
      fault(`“${name}” is no attribute that can be withheld.`, remedy);
    } else if (name.toLowerCase() === publicIds?.toLowerCase()) {
      const remedy = 'Take it out of "withhold", or name another column for the public ids.';
      fault(`“${name}” is to be withheld, and it holds the ids that leave.`, remedy);
    }
  }
  return names;
}

/** Where a key or a text stands. Only for the line: where it cannot be found, that of the whole entry does. */
function lineOf(text: string, from: number, key: string): number {
  const lines = text.split('\n');
  const at = lines.findIndex((line, i) => i >= from - 1 && line.includes(JSON.stringify(key)));
  return at === -1 ? from : at + 1;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
