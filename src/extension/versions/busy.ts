import * as vscode from 'vscode';
import type { Cancellation } from '../../core/ports.js';

/** Milliseconds after which work is said to be going on: what takes less would only flash. */
const PATIENCE = 1000;

/**
 * Says that something goes on, with a button to stop it, where it takes longer than a second; and is silent while a person is asked
 * something.
 */
export class Busy implements Cancellation {
  private isStopped = false;
  private end: (() => void) | undefined;

  /** @param title what goes on */
  constructor(private readonly title: string) {}

  get cancelled(): boolean {
    return this.isStopped;
  }

  /** Does some work. */
  async while<T>(work: () => Promise<T>): Promise<T> {
    this.begin();
    try {
      return await work();
    } finally {
      this.pause();
    }
  }

  /** Asks a person in the middle of the work. */
  async silentWhile<T>(ask: () => Promise<T>): Promise<T> {
    this.pause();
    try {
      return await ask();
    } finally {
      this.begin();
    }
  }

  private begin(): void {
    const timer = setTimeout(() => this.show(), PATIENCE);
    this.end = () => clearTimeout(timer);
  }

  private pause(): void {
    this.end?.();
    this.end = undefined;
  }

  private show(): void {
    const options = { location: vscode.ProgressLocation.Notification, title: this.title, cancellable: true };
    const task = (_: unknown, token: vscode.CancellationToken): Promise<void> => {
      token.onCancellationRequested(() => {
        this.isStopped = true;
      });
      return new Promise(resolve => {
        this.end = resolve;
      });
    };
    vscode.window.withProgress(options, task).then(undefined, () => undefined);
  }
}
