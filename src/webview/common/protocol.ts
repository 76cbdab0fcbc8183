/** The word by which a part of a message is known; no page has a message of this type. */
export const PART = 'part';

/** A part of a message that is too long to be sent in one go. The parts of a message follow each other, with nothing in between. */
export interface MessagePart {
  readonly type: typeof PART;
  /** Its place among the parts of its message, from 0. */
  readonly part: number;
  /** The next characters of the message as JSON. */
  readonly text: string;
  readonly isLast: boolean;
}
