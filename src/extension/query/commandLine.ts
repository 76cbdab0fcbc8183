/** How a question is asked on the command line: quoted, so that no shell reads anything in it. */
export function commandLine(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ');
  return `verbatim query '${line.replaceAll("'", "'\\''")}'`;
}
