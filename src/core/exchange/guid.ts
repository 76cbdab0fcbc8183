import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../text/utf8.js';

/** The namespace that GUIDs of our ids are made in; never to be changed, or no file would be recognised again. */
const NAMESPACE = '6f0a1c7e-3f0d-4d0b-9f55-7e2b8c41d9a6';

/** The GUID of a theme or code with an id: the same in every export (a UUID of version 5, lower case). */
export function guidOf(id: string): string {
  const space = hexToBytes(NAMESPACE.replaceAll('-', ''));
  const digest = sha1.create().update(space).update(encodeUtf8(id)).digest().slice(0, 16);
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x50;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(digest);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A GUID as it is compared: lower case, no braces; undefined where it is none. */
export function readGuid(written: string | undefined): string | undefined {
  const guid = written
    ?.trim()
    .toLowerCase()
    .replace(/^\{|\}$/g, '');
  return guid !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) ? guid : undefined;
}
