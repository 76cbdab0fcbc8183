import { type MessagePart, PART } from './protocol.js';

/**
 * Puts messages together that come in parts.
 * @param listener gets each message once it is whole
 * @returns takes what comes in, in its order: parts, and messages that are whole as they come
 */
export function wholeMessages<In>(listener: (message: In) => void): (data: In | MessagePart) => void {
  let texts: string[] = [];
  return data => {
    if (!isPart(data)) {
      texts = [];
      listener(data);
      return;
    }
    // Whatever is there by now was given up. And what begins in the middle was begun before the page was loaded again.
    if (data.part === 0 || data.part !== texts.length) texts = [];
    if (data.part !== texts.length) return;
    texts.push(data.text);
    if (!data.isLast) return;
    const whole = texts.join('');
    texts = [];
    listener(JSON.parse(whole) as In);
  };
}

function isPart(data: unknown): data is MessagePart {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PART;
}
