import { run } from './run.mjs';

const MOST_LINES = 20;

/**
 * Runs npm in a folder of its own. Called from inside an npm script, npm hands its own settings down as environment
 * variables; the ones that name the outer project are taken out, so that the inner npm minds its own folder.
 */
export async function npm(args, cwd) {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(lifecycle|package|config_local_prefix|config_prefix|config_global_prefix)/.test(name)) delete env[name];
  }
  delete env.INIT_CWD;
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const { code, errors } = await run(command, [...first, ...args], { cwd, env, quiet: true });
  // npm prints its whole manual behind an error; the cause stands in the first lines.
  const cause = errors.trim().split('\n').slice(0, MOST_LINES).join('\n');
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${cause}`);
}
