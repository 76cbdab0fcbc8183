import type { LoggedCommit, StudyGit } from '../../ports.js';
import type { Closing, Opening } from '../record.js';
import { type Findings, findingsOf, named, type Worked } from './direction.js';
import { Evidence, workAt } from './evidence.js';
import { type Recorded, recordedRounds } from './recorded.js';
import type { CoderReport, PairReport, Reason, RoundReport } from './report.js';
import { Scope } from './scope.js';

/** The rounds that a history has, to be named for `verifyRound`. */
export async function roundsInHistory(git: StudyGit, head: string): Promise<readonly Opening[]> {
  const evidence = new Evidence(git);
  const { openings } = await recordedRounds(evidence, await evidence.range(head));
  return [...new Map(openings.map(({ record }) => [record.id, record])).values()];
}

/**
 * What the history of a study shows of a blind round: for each two coders, whether any version of what the one coded between the opening and
 * their closing was made on a history that holds what the other coded in the round. Only ids and ancestry count; names and dates are
 * as whoever saved a version claims.
 * @param head full id of the version whose history is looked at
 * @param id of the opening
 * @returns undefined where the history has no such opening
 * @throws Error where git fails
 */
export async function verifyRound(git: StudyGit, head: string, id: string): Promise<RoundReport | undefined> {
  const evidence = new Evidence(git);
  const log = await evidence.range(head);
  const recorded = await recordedRounds(evidence, log);
  const openings = recorded.openings.filter(({ record }) => record.id === id);
  const [opening] = openings;
  if (opening === undefined) return undefined;
  const all = await evidence.range(head, opening.version.id);
  const scope = await Scope.of(evidence, opening, head, all);
  const common: Reason[] = [];
  if (openings.length > 1) {
    common.push({ why: 'several-openings', versions: openings.map(({ version }) => named(version)) });
  }
  if (await isCutOff(evidence, log, opening)) common.push({ why: 'cut-off' });
  common.push(...(await strangers(scope, all)));
  const closings = recorded.closings.filter(({ record }) => record.of === id);
  const people: { worked: Worked; reasons: readonly Reason[]; report: CoderReport }[] = [];
  for (const coder of new Set(opening.record.coders)) {
    const own = closings.filter(({ person }) => person === coder);
    const worked = await workOf(scope, coder, own[0], head, all);
    const report = await reportOf(scope, worked, head);
    people.push({ worked, report, reasons: await reasonsOf(scope, worked, own, log) });
  }
  const pairs: PairReport[] = [];
  for (const [i, a] of people.entries()) {
    for (const b of people.slice(i + 1)) {
      const [ab, ba] = [await findingsOf(scope, a.worked, b.worked), await findingsOf(scope, b.worked, a.worked)];
      const shared = onePerson(a.worked, b.worked);
      pairs.push(pairOf(a.worked.coder, b.worked.coder, [ab, ba], [...common, ...a.reasons, ...b.reasons, ...shared]));
    }
  }
  const { record, person, version } = opening;
  return {
    name: record.round,
    id,
    coders: people.map(({ worked }) => worked.coder),
    transcripts: record.transcripts,
    openedBy: person,
    opening: named(version),
    people: people.map(({ report }) => report),
    pairs,
  };
}

function pairOf(a: string, b: string, findings: readonly Findings[], others: readonly Reason[]): PairReport {
  const contradictions = findings.flatMap(each => each.contradictions);
  const reasons = [...others, ...findings.flatMap(each => each.reasons)];
  const unique = [...new Map(reasons.map(reason => [JSON.stringify(reason), reason])).values()];
  const verdict = contradictions.length > 0 ? 'contradicted' : unique.length > 0 ? 'unknown' : 'shown';
  return { coders: [a, b], verdict, contradictions, reasons: unique };
}

/** Whether a part of the history of the round is not here. What is cut off before the opening does not matter. */
async function isCutOff(
  evidence: Evidence,
  log: readonly LoggedCommit[],
  opening: Recorded<Opening>,
): Promise<boolean> {
  for (const { id, isCutOff: isCut } of log) {
    if (isCut && (id === opening.version.id || !(await evidence.isIn(id, opening.version.id)))) return true;
  }
  return false;
}

/** People who take no part, had no work before, and coded these transcripts meanwhile. */
async function strangers(scope: Scope, all: readonly LoggedCommit[]): Promise<Reason[]> {
  const { record, version: opened } = scope.opening;
  const known = new Set(record.coders);
  for (const path of (await scope.evidence.tree(opened.id)).keys()) {
    const coder = workAt(path)?.coder;
    if (coder !== undefined) known.add(coder);
  }
  const reasons: Reason[] = [];
  for (const version of all) {
    for (const { path } of version.files) {
      const coder = workAt(path)?.coder;
      if (coder === undefined || known.has(coder) || !scope.holds(path, coder)) continue;
      known.add(coder);
      reasons.push({ why: 'stranger', coder, version: named(version) });
    }
  }
  return reasons;
}

async function workOf(
  scope: Scope,
  coder: string,
  closing: Recorded<Closing> | undefined,
  head: string,
  all: readonly LoggedCommit[],
): Promise<Worked> {
  const end = closing?.version.id ?? head;
  const range = closing === undefined ? all : await scope.evidence.range(end, scope.opening.version.id);
  return { coder, closing: closing?.version, end, range, versions: await scope.versionsOf(coder, range) };
}

async function reasonsOf(
  scope: Scope,
  { coder, closing, versions }: Worked,
  closings: readonly Recorded<Closing>[],
  log: readonly LoggedCommit[],
): Promise<Reason[]> {
  const { evidence, opening } = scope;
  const reasons: Reason[] = [];
  if (closing === undefined) reasons.push({ why: 'not-closed', coder });
  else if (!(await evidence.isIn(opening.version.id, closing.id))) {
    reasons.push({ why: 'closed-elsewhere', coder, version: named(closing) });
  }
  for (const { version } of closings) {
    if (closing === undefined || (await evidence.isIn(closing.id, version.id))) continue;
    const all = closings.map(one => named(one.version));
    reasons.push({ why: 'several-closings', coder, versions: all });
    break;
  }
  if (versions.length === 0) reasons.push({ why: 'nothing-coded', coder });
  const before = log.filter(({ files }) => files.some(({ path }) => scope.holds(path, coder)));
  for (const version of before) {
    if (!(await evidence.isIn(version.id, opening.version.id))) continue;
    reasons.push({ why: version.id === opening.version.id ? 'with-opening' : 'before', coder });
    break;
  }
  return reasons;
}

/** Whether the same person, by name, saved work of both. */
function onePerson(a: Worked, b: Worked): Reason[] {
  const fold = (name: string): string => name.normalize('NFC').trim().toLowerCase();
  const ofB = new Set(b.versions.map(({ author }) => fold(author)));
  const authors = [...new Set(a.versions.map(({ author }) => author).filter(author => ofB.has(fold(author))))];
  return authors.length === 0 ? [] : [{ why: 'one-person', coders: [a.coder, b.coder], authors }];
}

async function reportOf(scope: Scope, { coder, closing, versions }: Worked, head: string): Promise<CoderReport> {
  const then = closing && (await scope.recordsOf(coder, closing.id));
  const now = await scope.recordsOf(coder, head);
  const changed = then && [...new Set([...then.keys(), ...now.keys()])].filter(id => then.get(id) !== now.get(id));
  return {
    coder,
    closing: closing && named(closing),
    versions: versions.length,
    records: (then ?? now).size,
    changedSince: changed?.length ?? 0,
  };
}
