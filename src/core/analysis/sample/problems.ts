import type { Problem } from '../../problem.js';
import { PARTICIPANTS_FILE, STUDY_FILE } from '../../study/layout.js';
import { lineOfEntry } from '../../transcript/frontMatter.js';
import { speakerKey } from '../../transcript/names.js';
import type { Transcript } from '../../transcript/transcript.js';
import { isInterviewer, participantsOf, type WithPeople } from '../people.js';
import { sayArithmetic } from './arithmetic.js';
import { ENGLISH } from './english.js';
import { sayLedger } from './ledgerSentence.js';
import type { Sample } from './sample.js';
import { type OfSession, sessionFinder, sessionsOf } from './sessions.js';

/** What of a transcript is needed to know whether all people and sessions are met. */
export interface PeopleMet extends OfSession {
  /** Ids of the participants who speak in it. */
  readonly people: ReadonlySet<string>;
}

/** Who speaks in a transcript. */
export function peopleMet(study: WithPeople, { path, frontMatter, turns }: Transcript): PeopleMet {
  const who = participantsOf(study, frontMatter);
  const ids = turns.map(({ speaker }) => (speaker === undefined ? undefined : who(speaker)));
  return { path, frontMatter, people: new Set(ids.filter(id => id !== undefined)) };
}

/** What the front matter of a transcript says of people that fits neither `participants.csv` nor the text. */
export function frontMatterPeople({ participants }: WithPeople, transcript: Transcript): Problem[] {
  const { path, text, frontMatter, turns } = transcript;
  const { participants: named, interviewers, speakers = [] } = frontMatter;
  const asking = new Set(interviewers.map(speakerKey));
  const isKnown = (id: string): boolean => participants.named(id) !== undefined || asking.has(speakerKey(id));
  const problem = (rule: string, line: number, message: string, remedy: string): Problem => {
    return { rule, severity: 'info', file: path, line, message, remedy };
  };
  const unknown = (id: string, ...entry: readonly string[]): Problem => {
    const remedy = `Give ${id} a row there, with a role, or correct the name here.`;
    return problem('unknown-participant', lineOfEntry(text, ...entry), `${id} is not in ${PARTICIPANTS_FILE}.`, remedy);
  };
  const isListed = participants.list.length > 0;
  const strangers = named.filter(id => isListed && !isKnown(id));
  const known = new Set(named.map(speakerKey));
  const mapped = [...new Set(speakers.map(({ participant }) => participant))];
  const labels = new Set(turns.map(({ speaker }) => speakerKey(speaker ?? '')));
  return [
    ...strangers.map(id => unknown(id, 'participants', 'participant')),
    ...mapped.filter(id => isListed && !isKnown(id) && !known.has(speakerKey(id))).map(id => unknown(id, 'speakers')),
    ...speakers
      .filter(({ label }) => !labels.has(speakerKey(label)))
      .map(({ label, participant }) => {
        const message = `“${label}”, which is to stand for ${participant}, speaks nowhere in this transcript.`;
        const remedy = 'Write the label under speakers as it stands in the text.';
        return problem('unused-label', lineOfEntry(text, 'speakers'), message, remedy);
      }),
  ];
}

/**
 * What `participants.csv` says that no transcript bears out: sessions that do not exist, people who never speak.
 * @param met all transcripts of the study
 */
export function listedPeople({ participants }: WithPeople, met: readonly PeopleMet[]): Problem[] {
  const find = sessionFinder(sessionsOf(met));
  const speaking = new Set(met.flatMap(({ people }) => [...people]));
  const problem = (
    rule: string,
    severity: Problem['severity'],
    line: number,
    message: string,
    remedy: string,
  ): Problem => {
    return { rule, severity, file: PARTICIPANTS_FILE, line, message, remedy };
  };
  return participants.list.flatMap(({ id, role, sessions: named, line }) => {
    const wrong = named.flatMap(name => {
      const found = find(name);
      if (found.length === 1) return [];
      const [message, remedy] =
        found.length === 0
          ? [
              `There is no session “${name}”, in which ${id} is said to have taken part.`,
              'Write the name of a transcript without its ending, or what transcripts have as session.',
            ]
          : [
              `“${name}”, in which ${id} is said to have taken part, may be ${found.length} sessions.`,
              'Write the path of the transcript that is meant.',
            ];
      return [problem('unknown-session', 'warning', line, message, remedy)];
    });
    if (met.length === 0 || isInterviewer(role) || speaking.has(id)) return wrong;
    const remedy =
      'If other labels are theirs, name them in the column “labels” or under “speakers” in the transcript; otherwise they are not in the sample.';
    return [...wrong, problem('silent-participant', 'info', line, `${id} speaks in no transcript.`, remedy)];
  });
}

/** Where the numbers of recruitment in the study file do not lead to the people who took part. */
export function recruitmentProblems({ ledger, groups, kinds }: Sample): Problem[] {
  return ledger.flatMap(row => {
    const { group, line, verdict, isKnown } = row;
    const problem = (rule: string, message: string, remedy: string): Problem => {
      return { rule, severity: 'info', file: STUDY_FILE, line, message, remedy };
    };
    if (!isKnown) {
      const remedy = `Write the role as it is in ${PARTICIPANTS_FILE}.`;
      return [problem('unknown-group', `Nobody in ${PARTICIPANTS_FILE} has the role “${group}”.`, remedy)];
    }
    if (verdict !== 'differs') return [];
    const sum = groups.find(({ role }) => role?.toLowerCase() === group.toLowerCase())?.sum;
    const counted = sum === undefined ? '' : ` Counted are: ${sayArithmetic(sum, kinds, ENGLISH)}.`;
    const remedy = `Correct the numbers, or see with verbatim sample who is in the sample and who is not.${counted}`;
    return [
      problem('recruitment', `The recruitment of “${group}” does not add up: ${sayLedger(row, ENGLISH)}.`, remedy),
    ];
  });
}
