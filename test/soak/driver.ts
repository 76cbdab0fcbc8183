import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Has git merge by meaning in a repository, as a person would: with the command line that the build made. */
export function setUpDriver(root: string): void {
  const cli = path.resolve('dist', 'cli.js');
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, 'git', 'setup'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`verbatim git setup in ${root}: ${status}\n${stderr}${stdout}`);
}
