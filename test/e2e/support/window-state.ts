/**
 * Runs in the page. Whether the browser has written that state of the window which holds all of these texts: it writes
 * every few seconds, and a reload in between loses what is new.
 */
export async function isKept(texts: readonly string[]): Promise<true | undefined> {
  const all = await indexedDB.databases();
  for (const { name } of all.filter(one => one.name?.startsWith('vscode-web-state-db-'))) {
    const kept = await new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      };
    });
    if (kept.some(value => texts.every(text => String(value).includes(text)))) return true;
  }
  return undefined;
}
