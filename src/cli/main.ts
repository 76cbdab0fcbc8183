import process from 'node:process';
import { systemEnvironment } from '../node/environment.js';
import { runCli } from './cli.js';
import { quietWhenClosed } from './closedPipe.js';

// `verbatim excerpts | head` closes the pipe before everything is written: that is no failure.
quietWhenClosed(process.stdout);
quietWhenClosed(process.stderr);

void runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: text => void process.stdout.write(text),
  stderr: text => void process.stderr.write(text),
  environment: systemEnvironment,
}).then(exitCode => {
  process.exitCode = exitCode;
});
