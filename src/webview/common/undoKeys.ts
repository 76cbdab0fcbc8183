/** What the keys for undo and redo ask for; undefined for other keys, and where text is typed, which has an undo of its own. */
export function undoWish(event: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event)) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : undefined;
}

function isTyping(event: KeyboardEvent): boolean {
  // The path sees through the shadow of a control.
  return event.composedPath().some(node => node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement);
}
