import type {
  Cancellation,
  FileBlobs,
  GitMerge,
  LastMade,
  MadeMerge,
  RemoteExchange,
  Standing,
  StudyGit,
  StudyWork,
} from '../../core/ports.js';
import { VersionFailure } from '../../core/versions/failure.js';
import { noGit, noRemote, noVersionYet, otherFailure } from '../../core/versions/failures.js';
import { forgetBranch, noteBase, startBranch, switchTo } from './branches.js';
import { conclude, type Resolved } from './conclude.js';
import { abandonUnderWay, finishUnderWay } from './endUnderWay.js';
import { identify, setting } from './identity.js';
import { lastMerges } from './made/lastMerges.js';
import { merge } from './merge.js';
import type { Place } from './place.js';
import { requireBranch } from './ready.js';
import { save } from './save.js';
import { settle, unsettle } from './settle.js';
import { standingOf } from './standing.js';
import { unsavedIn } from './unsaved.js';

/** Makes and exchanges versions of a study with the person's own git. */
export class NodeStudyWork implements StudyWork {
  /**
   * @param place where the study and its repository are
   * @param git what reads its history
   * @param exchange what goes to the network
   */
  constructor(
    private readonly place: Place,
    private readonly git: StudyGit,
    private readonly exchange: RemoteExchange,
  ) {}

  standing(): Promise<Standing> {
    return told('see how things stand', async () => standingOf(this.place, await this.git.head()));
  }

  identify(name: string, email: string): Promise<void> {
    return told('keep the name', () => identify(this.place, name, email));
  }

  unsaved(): Promise<readonly string[]> {
    return told('see what has changed', () => unsavedIn(this.place));
  }

  save(paths: readonly string[], message: string): Promise<string> {
    return told('save the version', () => save(this.place, paths, message));
  }

  fetch(cancellation?: Cancellation): Promise<void> {
    return told('get the work of others', async () => {
      const { remote } = await this.standing();
      if (remote === undefined) throw noRemote();
      await this.exchange.fetch(remote, cancellation);
    });
  }

  merge(theirs: string): Promise<GitMerge> {
    return told('put the versions together', () => merge(this.place, theirs));
  }

  conclude(made: GitMerge, resolved: Resolved, message: string): Promise<string> {
    return told('save the combined version', () => conclude(this.place, made, resolved, message));
  }

  startBranch(name: string, base: string | undefined, leaveAt?: string): Promise<void> {
    return told('begin a piece of work', () => startBranch(this.place, name, base, leaveAt));
  }

  forgetBranch(name: string): Promise<void> {
    return told('forget a piece of work', () => forgetBranch(this.place, name));
  }

  switchTo(branch: string, to?: string): Promise<void> {
    return told('go on with other work', () => switchTo(this.place, branch, to));
  }

  async lastMerge(): Promise<MadeMerge | undefined> {
    return (await this.lastMerges()).merges.at(-1);
  }

  lastMerges(): Promise<LastMade> {
    return told('look at what was put together', () => lastMerges(this.place.root, this.git));
  }

  settle(paths: readonly string[]): Promise<void> {
    return told('settle the files', () => settle(this.place, paths));
  }

  unsettle(files: readonly FileBlobs[]): Promise<void> {
    return told('take the files for conflicts', () => unsettle(this.place, files));
  }

  finishUnderWay(): Promise<Standing> {
    return told('finish what was begun', async () => {
      await finishUnderWay(this.place);
      return this.standing();
    });
  }

  abandonUnderWay(): Promise<void> {
    return told('give up what was begun', () => abandonUnderWay(this.place));
  }

  push(cancellation?: Cancellation): Promise<void> {
    return told('send the work', async () => {
      const { remote, commit, base } = await this.standing();
      const branch = await requireBranch(this.place);
      if (commit === undefined) throw noVersionYet();
      if (remote === undefined) throw noRemote();
      await this.exchange.push(remote, branch, cancellation);
      // What it follows may have been what told what it is to be merged into.
      if (base !== undefined) await noteBase(this.place, branch, base);
      await setting(this.place, `branch.${branch}.remote`, remote);
      await setting(this.place, `branch.${branch}.merge`, `refs/heads/${branch}`);
    });
  }
}

/** Whatever fails is said in words for everybody. @param what as it follows “Git could not” */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VersionFailure) throw error;
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    if (cause?.code === 'ENOENT') throw noGit(String(error));
    throw otherFailure(what, error instanceof Error ? error.message : String(error));
  }
}
