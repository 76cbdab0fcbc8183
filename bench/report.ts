import os from 'node:os';
import type { Gate } from './gates.js';

/** The machine the figures are from. */
export function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${memory} GB, ${os.type()} ${os.release()}, Node ${process.version}`;
}

/** Prints what must hold and what was found. @returns whether all of it holds */
export function printGates(gates: readonly Gate[]): boolean {
  console.log('Gates');
  for (const { name, holds, found } of gates) console.log(`  ${holds ? '✓' : '✗'} ${name} (${found})`);
  return gates.every(({ holds }) => holds);
}
