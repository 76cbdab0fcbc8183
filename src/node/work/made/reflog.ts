import { gitPieces } from '../../gitOutput.js';

/** A step of the last version: what it became, and by what. */
export interface Step {
  /** Full id of the commit that was the last version from then on. */
  readonly id: string;
  /** In git's words, such as `rebase (pick): Two passages`. */
  readonly by: string;
}

const MOST = 2000;

/** What was done in a repository, the newest first; nothing where git does not keep that. */
export async function stepsOf(folder: string): Promise<Step[]> {
  // The only command that tells them whatever way they are kept; nothing is compared, and no signature looked at.
  const how = ['--walk-reflogs', '--no-show-signature', '--no-patch', `--max-count=${MOST}`, '--format=%H %gs'];
  const request = { folder, args: ['log', ...how, 'HEAD', '--'], purpose: 'read what was done here', answers: [128] };
  const lines = await gitPieces(request, '\n');
  return lines.flatMap(line => {
    const [, id, by = ''] = /^([0-9a-f]{40,64}) (.*)$/.exec(line) ?? [];
    return id === undefined ? [] : [{ id, by }];
  });
}

const PICKED = /^(?:cherry-pick: (?!fast-forward)|commit \(cherry-pick\): )/;
const REBASED = /^(?:rebase|pull)\b.*\(([a-z]+)\): /;

/** The steps at the top that each put one picked commit on the last version. */
export function pickedAtTop(steps: readonly Step[]): readonly Step[] {
  const end = steps.findIndex(({ by }) => !PICKED.test(by));
  return end === -1 ? steps : steps.slice(0, end);
}

/** The rebase that ended last, where nothing was done since: what it went on from, and the version it had before. */
export function rebaseAtTop(
  steps: readonly Step[],
): { readonly onto: string; readonly old: string | undefined } | undefined {
  for (const [i, { id, by }] of steps.entries()) {
    const step = REBASED.exec(by)?.[1];
    if (step === 'start') return i === 0 ? undefined : { onto: id, old: steps[i + 1]?.id };
    if (step === undefined || step === 'abort') return undefined;
  }
  return undefined;
}
