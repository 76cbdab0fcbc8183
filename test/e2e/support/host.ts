import type { Browser } from 'playwright-core';

/**
 * How long a condition may take before a test gives up, in milliseconds: far more than it ever takes on an idle machine.
 * Who is at work on a failing test sets it lower.
 */
export const PATIENCE = Number(process.env.VERBATIM_PATIENCE ?? 40_000);

/** A running VS Code server. */
export interface Server {
  readonly origin: string;
  /** The user settings of every window it serves. */
  readonly settingsFile: string;
  readonly logFile: string;
  stop(): Promise<void>;
}

/** What `test/run/e2e.mjs` has started before the test files are loaded into its process. */
export interface Host {
  readonly browser: Browser;
  readonly server: Server;
  /** Screenshots of failures and others go here. */
  readonly results: string;
  /** Temporary files; deleted at the end. */
  readonly scratch: string;
  /** Where README pictures go; undefined in an ordinary run. */
  readonly pictures: string | undefined;
  startServer(options: { restricted?: boolean; settings?: Record<string, unknown> }): Promise<Server>;
  /** Makes a copy of a sample with its history: of `NAME`, or as it was in a version, `NAME@VERSION`. */
  copySample(name: string, to: string): void;
  makeRepository(dir: string): void;
  addressOf(origin: string, folder: string): string;
}

/** The host of this run. */
export function host(): Host {
  const { verbatimHost } = globalThis as { verbatimHost?: Host };
  if (!verbatimHost) throw new Error('End-to-end tests are started by `npm test -- e2e`.');
  return verbatimHost;
}
