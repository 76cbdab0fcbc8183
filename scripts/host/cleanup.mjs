// Servers and browsers must not outlive the script that started them, however it ends.
const undone = new Set();
let listening = false;

function undoAll() {
  for (const undo of undone) undo();
  undone.clear();
}

/** Runs `undo` (synchronously) when this process ends, by itself or by a signal. The result takes that back. */
export function onProcessEnd(undo) {
  undone.add(undo);
  if (!listening) {
    listening = true;
    process.on('exit', undoAll);
    for (const [signal, number] of [
      ['SIGINT', 2],
      ['SIGTERM', 15],
      ['SIGHUP', 1],
    ]) {
      process.on(signal, () => process.exit(128 + number));
    }
  }
  return () => undone.delete(undo);
}
