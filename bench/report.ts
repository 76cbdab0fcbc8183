import os from 'node:os';
import type { Changing } from './changing.js';
import type { Gate } from './gates.js';
import type { GeneratedStudy } from './generate.js';
import type { Looking } from './looking.js';
import type { Opening } from './opening.js';
import type { Size } from './sizes.js';

/** Everything measured on one size. */
export interface Figures {
  readonly size: Size;
  readonly codingBytes: number;
  readonly opening: Opening;
  readonly changing: Changing;
  readonly looking: Looking;
}

/** The machine the figures are from. */
export function machine(): string {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `${cpu?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} cores, ${memory} GB, ${os.type()} ${os.release()}, Node ${process.version}`;
}

/** The heading of a size's table. */
export function heading(size: Size, generated: GeneratedStudy): string {
  const count = (figure: number): string => figure.toLocaleString('en');
  return `${size.name}: ${count(size.transcripts)} transcripts of ${count(size.words)} words, ${count(size.codes)} codes, ${count(size.codings)} codings in ${count(generated.codingFiles.length)} files (${megabytes(generated.codingBytes)})`;
}

/** One size's figures as a table. */
export function table({ opening, changing, looking, codingBytes }: Figures): string {
  const rows: [work: string, figure: string, beside: string][] = [
    ['read and JSON.parse the coding lines', ms(opening.baseline), 'what opening is compared with'],
    ['open the study, index ready', ms(opening.open), `${opening.ratio.toFixed(2)} × that`],
    ['transcripts read on opening', String(opening.transcriptsRead), ''],
    [
      'memory once open',
      megabytes(opening.heap),
      `${(opening.heap / codingBytes).toFixed(2)} × the bytes of the codings`,
    ],
    ['add a coding, on disk', ms(changing.add), `${(changing.bytesPerAdd / 1024).toFixed(1)} KB written`],
    ['add a coding, without the disk', ms(changing.addInMemory), ''],
    ['remove a coding, on disk', ms(changing.remove), ''],
    ['remove a coding, without the disk', ms(changing.removeInMemory), ''],
    ['redraw the tree', ms(looking.tree), `counts of ${looking.entries} themes and codes`],
    [
      'open one code in the tree',
      ms(looking.uses),
      `${looking.excerptCount} codings in ${looking.excerptTranscripts} transcripts`,
    ],
    [
      'list its excerpts, readable, with speakers',
      ms(looking.excerpts),
      `${ms(looking.excerpts / looking.excerptCount)} an excerpt; ${looking.excerptTranscripts} transcripts read and parsed`,
    ],
  ];
  const widths = [0, 1].map(column => Math.max(...rows.map(row => (row[column] ?? '').length)));
  return rows
    .map(([work, figure, beside]) =>
      `  ${work.padEnd(widths[0] ?? 0)}  ${figure.padStart(widths[1] ?? 0)}  ${beside}`.trimEnd(),
    )
    .join('\n');
}

/** Prints what must hold and what was found. @returns whether all of it holds */
export function printGates(gates: readonly Gate[]): boolean {
  console.log('Gates');
  for (const { name, holds, found } of gates) console.log(`  ${holds ? '✓' : '✗'} ${name} (${found})`);
  return gates.every(({ holds }) => holds);
}

function ms(figure: number): string {
  return `${figure < 1 ? figure.toFixed(3) : figure < 100 ? figure.toFixed(1) : Math.round(figure)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
