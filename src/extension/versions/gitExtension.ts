import * as vscode from 'vscode';
import type { Cancellation, RemoteExchange } from '../../core/ports.js';
import { VersionFailure } from '../../core/versions/failure.js';
import { cancelled } from '../../core/versions/failures.js';
import { placeOf } from '../../core/versions/place.js';
import { type ReviewPage, reviewPageOf } from '../../core/versions/webPage.js';
import { exchangeFailureOf } from './exchangeFailure.js';
import type { AtWork } from './services.js';

/** The part of VS Code’s own git extension that is used here; `vscode.git`, version 1 of its interface. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
  openRepository?(root: vscode.Uri): Promise<Repository | null>;
}
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly remotes: readonly Remote[] };
  fetch(options: { readonly remote: string }): Promise<void>;
  push(remote: string, branch: string, setUpstream: boolean): Promise<void>;
}
interface Remote {
  readonly name: string;
  readonly fetchUrl?: string;
  readonly pushUrl?: string;
}

/** How often it is looked whether the person has cancelled, in milliseconds. */
const LOOK = 200;

/**
 * Exchanges versions as the person's git does it by itself; where the other side wants to know who they are, through VS Code’s own git
 * extension, so that signing in works as it does everywhere in VS Code. Not always through that: it asks its own questions, in git’s
 * words, of whoever only uses a folder that is shared.
 */
export class EditorExchange implements RemoteExchange {
  /**
   * @param folder absolute path of the study
   * @param plain the person's git
   */
  constructor(
    private readonly folder: string,
    private readonly plain: RemoteExchange,
  ) {}

  fetch(remote: string, cancellation?: Cancellation): Promise<void> {
    // Whoever cancels need not wait: names such as `origin/main` may come later, and nothing else does.
    return this.orSignedIn(
      () => this.plain.fetch(remote, cancellation),
      repository => untilCancelled(repository.fetch({ remote }), cancellation),
    );
  }

  push(remote: string, branch: string, cancellation?: Cancellation): Promise<void> {
    // Nobody could say whether what is cancelled on its way has arrived: it is waited for.
    return this.orSignedIn(
      () => this.plain.push(remote, branch, cancellation),
      repository => repository.push(remote, branch, false),
    );
  }

  private async orSignedIn(
    plainly: () => Promise<void>,
    signedIn: (repository: Repository) => Promise<void>,
  ): Promise<void> {
    try {
      await plainly();
    } catch (error) {
      const wantsToKnow = error instanceof VersionFailure && error.kind === 'not-allowed';
      const repository = wantsToKnow ? await repositoryOf(vscode.Uri.file(this.folder)) : undefined;
      if (repository === undefined) throw error;
      await signedIn(repository).catch(failure => Promise.reject(exchangeFailureOf(failure)));
    }
  }
}

/** The page of a web host where what was sent can be looked at; undefined where the study is on none. */
export async function reviewPage({ opened, source }: AtWork, review: string): Promise<ReviewPage | undefined> {
  const standing = await source.work.standing();
  const repository = await repositoryOf(opened.root);
  const remote = repository?.state.remotes.find(({ name }) => name === standing.remote);
  const address = remote?.pushUrl ?? remote?.fetchUrl;
  const place = placeOf(standing, await source.git.refs());
  return address === undefined || place === undefined ? undefined : reviewPageOf(address, review, place.shared);
}

async function repositoryOf(folder: vscode.Uri): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  try {
    const git = await extension.activate();
    if (!git.enabled) return undefined;
    const api = git.getAPI(1);
    const known = api.getRepository(folder) ?? (await api.openRepository?.(folder)) ?? undefined;
    return known !== undefined && isAround(known.rootUri, folder) ? known : undefined;
  } catch {
    // It is switched off, or another version of it: then it is no help.
    return undefined;
  }
}

/** It answers with the repository that is next; that of another folder of the window is not meant. */
function isAround(root: vscode.Uri, folder: vscode.Uri): boolean {
  const [outer, inner] = [root.path.replace(/\/*$/, '/'), folder.path.replace(/\/*$/, '/')];
  return inner.toLowerCase().startsWith(outer.toLowerCase());
}

async function untilCancelled(work: Promise<void>, cancellation: Cancellation | undefined): Promise<void> {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stopped = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      if (cancellation?.cancelled) reject(cancelled());
    }, LOOK);
  });
  try {
    await Promise.race([work, stopped]);
  } finally {
    clearInterval(timer);
    work.catch(() => undefined);
  }
}
