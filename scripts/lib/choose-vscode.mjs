// Which VS Code runs the tests. Desktop is what most people use; where it cannot be had or shown, the browser-hosted one
// from scripts/host takes its place. VERBATIM_VSCODE=desktop | browser | /path/to/code decides instead.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inRepo } from './paths.mjs';

const cache = inRepo('.vscode-test');
const browserHosted = inRepo('scripts', 'host', 'vscode.mjs');
const patience = 5000;

/** The executable to run, whether it needs a virtual display, and why it was chosen. */
export async function chooseVSCode(wish = process.env.VERBATIM_VSCODE) {
  if (wish === 'browser') return browser('VERBATIM_VSCODE asks for it');
  if (wish && wish !== 'desktop') return desktop(wish, 'VERBATIM_VSCODE names it');
  const obstacle = wish ? undefined : await whyNotDesktop();
  if (obstacle) return browser(obstacle);
  try {
    const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
    const reporter = new SilentReporter();
    const executable = await downloadAndUnzipVSCode({ cachePath: cache, extensionDevelopmentPath: inRepo(), reporter });
    return desktop(executable, wish ? 'VERBATIM_VSCODE asks for it' : 'it can be downloaded and shown');
  } catch (error) {
    if (wish) throw error;
    return browser(`the download failed (${error instanceof Error ? error.message : error})`);
  }
}

function browser(reason) {
  return { kind: 'browser', executable: browserHosted, virtualDisplay: false, reason };
}

function desktop(executable, reason) {
  return { kind: 'desktop', executable, virtualDisplay: !hasDisplay(), reason };
}

async function whyNotDesktop() {
  if (!hasDisplay() && !isOnPath('xvfb-run')) return 'there is no display here';
  if (existsSync(cache) && readdirSync(cache).some(name => existsSync(join(cache, name, 'is-complete'))))
    return undefined;
  return (await canBeDownloaded()) ? undefined : 'desktop VS Code cannot be downloaded here';
}

/** Asks the place the download would come from, and does not wait long for the answer. */
async function canBeDownloaded() {
  const { fetchStableVersions } = await import('@vscode/test-electron/out/download.js');
  const tooLong = new Promise(resolve => setTimeout(resolve, patience, false).unref());
  const asked = fetchStableVersions(true, patience).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, tooLong]);
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether a program can be called by its name. */
export function isOnPath(program) {
  const names = process.platform === 'win32' ? [`${program}.exe`, `${program}.cmd`] : [program];
  return (process.env.PATH ?? '').split(delimiter).some(dir => names.some(name => existsSync(join(dir, name))));
}
