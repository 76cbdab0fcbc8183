import { format } from 'node:util';

// What the workbench says about itself. Harmless: a gallery that is not asked, native loggers that were never compiled.
const noise = [
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^\[(reconnection-grace-time|AgentHost|AccountPolicyGate|Service Worker|driver|remote-connection)/,
  /^Ignoring fetching additional builtin/,
  /^Canceled/,
  /^Updating additional builtin extensions/,
  /Could not locate the bindings file/,
  /native-watchdog/,
  /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|Failed to fetch/,
  /^Extension host \((LocalProcess|Remote|LocalWebWorker)/,
];

/** An error that came about in VS Code's own code and went through nothing of ours; what tests report is indented. */
function isOfVSCode(text) {
  const frames = text.split('\n').filter(line => /^\s+at /.test(line));
  return /^\S/.test(text) && frames.length > 0 && frames.every(line => line.includes('/out/vs/'));
}

/** Prints one message of the extension host's console. VERBATIM_HOST_LOG=1 shows the window's own messages too. */
export function printMessage(type, args) {
  const text = format(...args);
  if (!process.env.VERBATIM_HOST_LOG && (isOfVSCode(text) || noise.some(pattern => pattern.test(text)))) return;
  if (type === 'error' || type === 'warn') console.error(text);
  else console.log(text);
}
