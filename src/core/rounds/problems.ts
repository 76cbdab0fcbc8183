import type { Problem } from '../problem.js';
import { isCodingPerson } from '../study/layout.js';
import type { RoundsFile } from './file.js';
import type { RoundRecord } from './record.js';
import type { RoundsIndex } from './roundsIndex.js';

/** Closings of what was never opened or by somebody who takes no part, and ids that stand twice. */
export function roundProblems(rounds: RoundsIndex): Problem[] {
  const byId = new Map(rounds.all().map(round => [round.id, round]));
  const seen = new Map<string, RoundsFile>();
  const problems: Problem[] = [];
  for (const file of rounds.allFiles()) {
    file.records.forEach((record, i) => {
      const add = (rule: string, message: string, remedy: string): void =>
        void problems.push({
          rule,
          severity: 'warning',
          file: file.path,
          line: (file.lines[i] as number) + 1,
          message,
          remedy,
        });
      const twin = seen.get(record.id);
      if (twin !== undefined) {
        const where = twin === file ? 'twice in this file' : `also in ${twin.path}`;
        add(
          'round-twice',
          `The id ${record.id} stands ${where}.`,
          'Remove one of the two lines; the first one counts.',
        );
      }
      seen.set(record.id, file);
      const why = whyIdle(record, file.coder, byId.get(record.does === 'close' ? record.of : record.id)?.coders);
      if (why !== undefined) add('round-idle', why, 'The line is kept; it has no effect as it is.');
    });
  }
  return problems;
}

function whyIdle(record: RoundRecord, person: string, coders: readonly string[] | undefined): string | undefined {
  if (record.does === 'open') {
    const bad = record.coders.find(coder => !isCodingPerson(coder));
    return bad === undefined ? undefined : `“${bad}” cannot be the name of a coder.`;
  }
  if (coders === undefined) return `No round that is open here has the id ${record.of}.`;
  return coders.includes(person) ? undefined : `${person} takes no part in the round that this line closes.`;
}
