import type { CodeReference } from '../themes/register.js';

/** A link in a hover, and other features, name a code or theme by an address and an id; undefined for any other argument of a command. */
export function asCodeReference(argument: unknown): CodeReference | undefined {
  if (typeof argument !== 'object' || argument === null || !('uri' in argument) || !('code' in argument))
    return undefined;
  const { uri, code } = argument;
  return typeof uri === 'string' && typeof code === 'string' ? { uri, code } : undefined;
}
