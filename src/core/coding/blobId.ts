import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeUtf8 } from '../text/utf8.js';

/** How many hex digits of a blob id a coding keeps. */
export const BASE_LENGTH = 12;

/** The git blob id of these bytes, 40 hex digits: SHA-1 over `blob <size>\0` and the bytes. */
export function blobId(bytes: Uint8Array): string {
  return bytesToHex(
    sha1
      .create()
      .update(encodeUtf8(`blob ${bytes.length}\0`))
      .update(bytes)
      .digest(),
  );
}

/** The `base` of a coding made on these bytes. */
export function baseOf(bytes: Uint8Array): string {
  return blobId(bytes).slice(0, BASE_LENGTH);
}
