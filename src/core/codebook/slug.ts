/** The id a title gives: lower case, letters and digits of any script, everything else a hyphen. */
export function slugOf(title: string): string {
  const slug = title
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return slug === '' ? 'code' : slug;
}

/**
 * The id itself if it is free, else the first free one of `id-2`, `id-3`, …
 * @param isTaken whether an id is in use
 * @param from number to start counting at, for who asks often
 */
export function freeId(id: string, isTaken: (id: string) => boolean, from = 2): string {
  if (!isTaken(id)) return id;
  let n = from;
  while (isTaken(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}
