import type { Cancellation, RemoteExchange } from '../../core/ports.js';
import { noRepository } from '../../core/versions/failures.js';
import { gitPieces } from '../gitOutput.js';
import { exchangeFailure } from './exchangeFailure.js';
import { type Place, placeOf } from './place.js';
import { runGit } from './runGit.js';

/** Exchanges versions with plain git, which asks nobody anything: passwords come from where the person keeps them for git. */
export class GitExchange implements RemoteExchange {
  /** @param root absolute path of a folder in the repository */
  constructor(private readonly root: string) {}

  async fetch(remote: string, cancellation?: Cancellation): Promise<void> {
    const args = ['fetch', '--quiet', '--no-recurse-submodules', '--', remote];
    await this.run(remote, args, 'get the work of others', [], cancellation);
  }

  async push(remote: string, branch: string, cancellation?: Cancellation): Promise<void> {
    const ref = `refs/heads/${branch}`;
    const options = ['--porcelain', '--no-follow-tags', '--recurse-submodules=no'];
    const args = ['push', ...options, '--', remote, `${ref}:${ref}`];
    await this.run(remote, args, 'send the work', ['pre-push'], cancellation);
  }

  private async run(
    remote: string,
    args: readonly string[],
    purpose: string,
    checks: readonly string[],
    cancellation: Cancellation | undefined,
  ): Promise<void> {
    const place = await placeOf(this.root);
    if (place === undefined) throw noRepository();
    const answer = await runGit({
      folder: place.top,
      args,
      purpose,
      variables: await noQuestions(place),
      cancellation,
    });
    if (answer.code !== 0) throw await exchangeFailure(place, remote, purpose, answer, checks);
  }
}

/** The program that reaches other machines does not ask either, unless the person has said which one that is and how. */
async function noQuestions(place: Place): Promise<Record<string, string>> {
  const args = ['config', '--get', 'core.sshCommand'];
  const purpose = 'read the settings of the repository';
  const [configured] = await gitPieces({ folder: place.top, args, purpose, answers: [1] }, '\n');
  const { GIT_SSH, GIT_SSH_COMMAND } = process.env;
  return (configured ?? GIT_SSH ?? GIT_SSH_COMMAND) ? {} : { GIT_SSH_COMMAND: 'ssh -o BatchMode=yes' };
}
