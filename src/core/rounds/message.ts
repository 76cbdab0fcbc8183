import type { Round } from './round.js';

/** The message of the version that opens a round: its first line is for people, its last for programs. */
export function openingMessage({ name, coders, transcripts, id }: Omit<Round, 'by' | 'created' | 'closings'>): string {
  const who = coders.join(', ');
  const what = transcripts.map(path => `- ${path}`).join('\n');
  return `Blind round “${oneLine(name)}” opened for ${who}\n\n${what}\n\nVerbatim-Round-Opened: ${id}\n`;
}

/** The message of the version by which a coder closes a round. */
export function closingMessage({ name, id }: Pick<Round, 'name' | 'id'>, coder: string): string {
  return `Blind round “${oneLine(name)}” closed by ${coder}\n\nVerbatim-Round-Closed: ${id}\n`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
