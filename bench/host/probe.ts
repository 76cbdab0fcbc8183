import http from 'node:http';
import { waitUntil } from '../../test/e2e/support/waiting';
import type { Recording } from './tasks';

/** Asks the probe that runs in the extension host of the window. */
export class Probe {
  /** @param socket where it is asked */
  constructor(private readonly socket: string) {}

  /** Begins to record, once the extension host is there. */
  async start(): Promise<void> {
    await waitUntil(() =>
      this.ask('/start').then(
        () => true,
        () => undefined,
      ),
    );
  }

  /** Ends it and gives what was recorded. */
  stop(): Promise<Recording> {
    return this.ask('/stop');
  }

  /** How long a fixed piece of work takes there now, in milliseconds. */
  async calibrate(): Promise<number> {
    return (await this.ask<{ ms: number }>('/calibrate')).ms;
  }

  private ask<T>(path: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const request = http.request({ socketPath: this.socket, path, agent: false }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          if (response.statusCode === 200) resolve(JSON.parse(text) as T);
          else reject(new Error(text));
        });
      });
      request.on('error', reject);
      request.end();
    });
  }
}
