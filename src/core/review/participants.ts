import { PARTICIPANTS_FILE } from '../study/layout.js';
import type { Participant, Participants } from '../study/participants.js';
import type { ParticipantChange, ParticipantRow } from './change.js';
import { differingKeys, fingerprintOf } from './keys.js';

/** What changed about the people of a study: rows that came and went, and the columns in which others differ. Their order says nothing. */
export function compareParticipants(before: Participants, after: Participants): ParticipantChange[] {
  const changes: ParticipantChange[] = [];
  for (const person of after.list) {
    const old = before.find(person.id);
    const now = rowOf(person);
    const common = commonOf(person);
    if (old === undefined) {
      changes.push({ what: 'participant-added', after: now, ...common, fingerprint: fingerprintOf(undefined, now) });
      continue;
    }
    const was = rowOf(old);
    const attributes = differingKeys(was, now);
    if (old.id !== person.id) attributes.unshift('participant');
    if (attributes.length === 0) continue;
    const fingerprint = fingerprintOf([old.id, was], [person.id, now]);
    changes.push({ what: 'participant-changed', attributes, before: was, after: now, ...common, fingerprint });
  }
  for (const person of before.list) {
    if (after.find(person.id) !== undefined) continue;
    const was = rowOf(person);
    const fingerprint = fingerprintOf(was, undefined);
    changes.push({ what: 'participant-removed', before: was, ...commonOf(person), fingerprint });
  }
  return changes;
}

function commonOf({ id }: Participant) {
  return { participant: id, key: `participant ${id.toLowerCase()}`, path: PARTICIPANTS_FILE, entries: [] };
}

/** Values by column; a column without a value is none. */
function rowOf({ role, labels, sessions, attributes }: Participant): ParticipantRow {
  const own = { role, labels: labels.join('; '), sessions: sessions.join('; ') };
  const said = Object.entries(own).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  return { ...Object.fromEntries(said), ...attributes };
}
