import type { Problem } from '../problem.js';

/** How many people of one role could have taken part, and what became of them. A number that is missing is not known. */
export interface Recruitment {
  /** The role, as in `participants.csv`. */
  readonly group: string;
  /** How many there are. */
  readonly eligible?: number;
  /** How many were asked. */
  readonly approached?: number;
  /** How many of them said no. */
  readonly declined?: number;
  /** How many of them did not say no and are not in the sample all the same. */
  readonly excluded?: number;
  /** Line of `verbatim.json` at which it stands, from 1. */
  readonly line: number;
}

const NUMBERS = ['eligible', 'approached', 'declined', 'excluded'] as const;

type Report = (line: number, severity: Problem['severity'], message: string, remedy: string) => void;

/**
 * Reads the entry `recruitment` of `verbatim.json`. Never throws: what is not understood is reported and left out.
 * @param value what stands under the key; undefined where there is none
 * @param text the whole file, to know the lines
 */
export function parseRecruitment(value: unknown, text: string, report: Report): Recruitment[] {
  if (value === undefined) return [];
  const start = Math.max(0, text.indexOf('"recruitment"'));
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  if (!Array.isArray(value)) {
    const remedy =
      'Write it as "recruitment": [{ "group": "…", "eligible": 11, "approached": 11, "declined": 2, "excluded": 0 }].';
    report(lineAt(start), 'error', '"recruitment" is not a list.', remedy);
    return [];
  }
  const read: Recruitment[] = [];
  const known = new Set<string>();
  for (const item of value as unknown[]) {
    const group = isRecord(item) && typeof item.group === 'string' ? item.group.trim() : '';
    if (!isRecord(item) || group === '') {
      const remedy = 'Name the role it is about, as in participants.csv: { "group": "…", "approached": 11 }.';
      report(lineAt(start), 'error', 'An entry of "recruitment" names no group, so it does not count.', remedy);
      continue;
    }
    const line = lineAt(offsetOf(text, start, item.group as string));
    if (known.has(group.toLowerCase())) {
      report(
        line,
        'error',
        `“${group}” stands twice in "recruitment"; the first counts.`,
        'Give each group one entry.',
      );
      continue;
    }
    known.add(group.toLowerCase());
    const numbers = numbersOf(item, group, line, report);
    reportSums({ group, ...numbers, line }, report);
    read.push({ group, ...numbers, line });
  }
  return read;
}

function numbersOf(
  item: Record<string, unknown>,
  group: string,
  line: number,
  report: Report,
): Partial<Record<(typeof NUMBERS)[number], number>> {
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  for (const key of NUMBERS) {
    const value = item[key];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) numbers[key] = value;
    else if (value !== undefined) {
      const remedy = 'Write a whole number of people, or leave it out where it is not known.';
      report(line, 'error', `"${key}" of “${group}” is not a number of people, so it does not count.`, remedy);
    }
  }
  return numbers;
}

/** What cannot be right whoever took part. */
function reportSums(
  { group, eligible, approached, declined = 0, excluded = 0, line }: Recruitment,
  report: Report,
): void {
  const remedy = 'Correct one of the numbers.';
  if (approached !== undefined && eligible !== undefined && approached > eligible) {
    report(line, 'warning', `Of “${group}” ${approached} were approached, but only ${eligible} are eligible.`, remedy);
  }
  const most = approached ?? eligible;
  if (most !== undefined && declined + excluded > most) {
    const of = approached === undefined ? 'eligible' : 'approached';
    const message = `Of “${group}” ${declined} declined and ${excluded} were excluded, which is more than the ${most} ${of}.`;
    report(line, 'warning', message, remedy);
  }
}

/** Where the group is named. Only for the line: where it cannot be found, that of the list does. */
function offsetOf(text: string, from: number, group: string): number {
  const at = text.indexOf(JSON.stringify(group), from);
  return at === -1 ? from : at;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
