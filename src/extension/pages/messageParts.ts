import type { Pieces } from '../../core/pieces.js';
import { type MessagePart, PART } from '../../webview/common/protocol.js';
import { jsonOf, weightOf } from './jsonOf.js';

/** How long a part may be, in UTF-16 units of JSON: it is made in less than a millisecond, and sent in one or two. */
export const PART_LENGTH = 131_072;

/** Whether a message is sent as it is. Looks no further into a large one than it takes to know. */
export function isLight(message: unknown, length = PART_LENGTH): boolean {
  return weightOf(message, length) <= length;
}

/**
 * Sends a message in parts: its JSON, cut up. In pieces, each of which makes or sends one part.
 * @param message plain data, as it could be sent itself
 * @param send gets the parts in their order
 * @returns true, once the last is sent
 */
export function* inParts(message: unknown, send: (part: MessagePart) => void, length = PART_LENGTH): Pieces<true> {
  let part = 0;
  let text = '';
  for (const more of jsonOf(message, length)) {
    text += more;
    yield;
    while (text.length > length) {
      send({ type: PART, part: part++, text: text.slice(0, length), isLast: false });
      text = text.slice(length);
      yield;
    }
  }
  send({ type: PART, part, text, isLast: true });
  return true;
}
