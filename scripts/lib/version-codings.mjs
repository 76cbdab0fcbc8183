import { createHash } from 'node:crypto';

const CONTEXT = 32;

/**
 * The codings of a file as another version has them.
 * @param text the lines of the file
 * @param transcript text of the transcript they are about
 * @param change `add`: codings whose place is that of their quote; `set`: other values of keys, by id; a `quote` gets its place; `remove`: ids
 * @throws where a quote does not stand in the transcript exactly once, or an id is not there
 */
export function changedCodings(text, transcript, { add = [], set = {}, remove = [] }) {
  const before = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
  const ids = new Set(before.map(({ id }) => id));
  for (const id of [...Object.keys(set), ...remove])
    if (!ids.has(id)) throw new Error(`The history changes ${id}, which is not there.`);
  const kept = before
    .filter(({ id }) => !remove.includes(id))
    .map(coding => changed(coding, set[coding.id] ?? {}, transcript));
  const all = [...kept, ...add.map(coding => changed({}, coding, transcript))];
  return all
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1])
    .map(coding => `${line(coding)}\n`)
    .join('');
}

function changed(coding, values, transcript) {
  const { code, quote, at, context, base, evidence, memo, created, id } = {
    ...coding,
    ...values,
    ...(values.quote === undefined ? {} : placeOf(values.quote, transcript)),
  };
  return { code, quote, at, context, base, ...(evidence && { evidence }), ...(memo && { memo }), created, id };
}

function placeOf(quote, transcript) {
  const [before, after, ...more] = transcript.split(quote);
  if (after === undefined || more.length > 0)
    throw new Error(`This stands not exactly once in its transcript: ${quote}`);
  const start = [...before].length;
  return {
    at: [start, start + [...quote].length],
    context: [[...before].slice(-CONTEXT).join(''), [...after].slice(0, CONTEXT).join('')],
    base: createHash('sha1')
      .update(`blob ${Buffer.byteLength(transcript)}\0${transcript}`)
      .digest('hex')
      .slice(0, 12),
  };
}

/** As Verbatim writes it: a blank after each comma and colon. */
function line(coding) {
  return JSON.stringify(coding, null, 1)
    .replaceAll(/\n */g, ' ')
    .replaceAll('{ ', '{')
    .replaceAll(' }', '}')
    .replaceAll('[ ', '[')
    .replaceAll(' ]', ']');
}
