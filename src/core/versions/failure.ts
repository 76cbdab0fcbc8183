/** Why a version could not be saved, sent or fetched. */
export type FailureKind =
  | 'no-git'
  | 'no-repository'
  /** Nobody told git who saves versions here. */
  | 'no-identity'
  | 'no-remote'
  /** The remote has versions that are not here. */
  | 'rejected'
  /** Another git is at work, or one broke off. */
  | 'locked'
  /** No branch is checked out. */
  | 'detached'
  /** A merge, rebase, cherry-pick or revert was begun and not ended. */
  | 'under-way'
  /** The remote does not answer. */
  | 'unreachable'
  /** The remote does not let this person in. */
  | 'not-allowed'
  /** Files that were not saved as a version would be overwritten. */
  | 'files-in-the-way'
  /** A check that this repository runs refused it. */
  | 'refused-by-check'
  /** Versions are to be signed here, and that did not work. */
  | 'signing-failed'
  /** The disk is full or does not let us write. */
  | 'disk'
  /** There is a branch of that name. */
  | 'name-taken'
  /** The history went on in the meantime: what was prepared is no longer made on the last version. */
  | 'overtaken'
  | 'nothing-to-save'
  | 'no-version-yet'
  | 'cancelled'
  | 'other';

/** A failure of git, said so that a person who does not know git can act on it. The repository is as it was. */
export class VersionFailure extends Error {
  /**
   * @param message one or two sentences, no word of git's that needs explaining
   * @param remedy what to do
   * @param details git's own words, for whoever wants them; may be empty
   * @param files paths from the study that are concerned
   */
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly remedy: string,
    readonly details = '',
    readonly files: readonly string[] = [],
  ) {
    super(message);
    this.name = 'VersionFailure';
  }
}
