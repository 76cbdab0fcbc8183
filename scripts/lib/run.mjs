import { spawn } from 'node:child_process';

/** Runs a program to its end and gives its exit code. `onLine` receives stdout line by line; a line it returns true for is not shown. */
export function run(command, args, { cwd, env, onLine, timeout, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      timeout,
      stdio: ['ignore', onLine || quiet ? 'pipe' : 'inherit', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
      if (!quiet) process.stderr.write(chunk);
    });
    if (child.stdout) eachLine(child.stdout, line => onLine?.(line) || quiet || process.stdout.write(`${line}\n`));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, errors }));
  });
}

/** Calls back for every line of a stream, the last one too when it has no line end. */
export function eachLine(stream, callback) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', chunk => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) callback(line);
  });
  stream.on('end', () => rest && callback(rest));
}
