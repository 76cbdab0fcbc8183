import { VersionFailure } from '../../core/versions/failure.js';
import { notAllowed, otherFailure, refusedByCheck, rejected, unreachable } from '../../core/versions/failures.js';

/** What VS Code’s git extension tells of a failure. */
interface Told {
  readonly message?: unknown;
  readonly stderr?: unknown;
  readonly stdout?: unknown;
  readonly gitErrorCode?: unknown;
}

/** Its names for failures, by what they mean for a person. */
const CODES: Readonly<Record<string, (details: string) => VersionFailure>> = {
  PushRejected: rejected,
  ForcePushWithLeaseRejected: rejected,
  AuthenticationFailed: notAllowed,
  PermissionDenied: notAllowed,
  RemoteConnectionError: unreachable,
  CantAccessRemote: unreachable,
  RepositoryNotFound: unreachable,
};

/** What git says, where there is no name for it. The other side’s checks come first: they tell of a push that was rejected, too. */
const WORDS: readonly (readonly [RegExp, (details: string) => VersionFailure])[] = [
  [/hook declined|protected branch|\[remote rejected\]/i, details => refusedByCheck('there', details)],
  [/\[rejected\]|fetch first|non-fast-forward/i, rejected],
  [
    /Authentication failed|Permission denied|could not read (Username|Password)|HTTP 40[13]|error: 40[13]|denied/i,
    notAllowed,
  ],
  [
    /not resolve|unable to access|Connection (refused|reset|timed out)|timed out|unreachable|does not appear|not found|hung up|Could not read from remote/i,
    unreachable,
  ],
];

/** A failure of VS Code’s git extension, in words for everybody. */
export function exchangeFailureOf(error: unknown): VersionFailure {
  if (error instanceof VersionFailure) return error;
  const { message, stderr, stdout, gitErrorCode } = (typeof error === 'object' && error !== null ? error : {}) as Told;
  const details = [stderr, stdout, message]
    .filter(text => typeof text === 'string' && text.trim() !== '')
    .join('\n')
    .trim();
  const byWords = WORDS.find(([pattern]) => pattern.test(details))?.[1];
  const byCode = typeof gitErrorCode === 'string' ? CODES[gitErrorCode] : undefined;
  const isDeclined = byWords === WORDS[0]?.[1];
  const make = isDeclined ? byWords : (byCode ?? byWords);
  return make === undefined ? otherFailure('exchange versions', details || String(error)) : make(details);
}
