import type { QueryReader } from './reader.js';

const JOINING = /^(?:and|or)$/i;
/** What may stand between two terms, as a word of its own. */
export const BETWEEN = /(overlaps|within|near|followed-by|followed\s+by)(?![^\s()"“”„«»])/iy;

/** @throws Unreadable where no term can begin with what stands here */
export function refuseNoTerm(reader: QueryReader, chunk: string, from: number): void {
  const quote = `To search for the word itself, write "${chunk}".`;
  const end = from + Math.max(1, chunk.length);
  if (reader.isAtEnd || reader.next === ')') {
    const where = reader.isAtEnd ? 'the question ends here' : 'there is a closing bracket';
    reader.refuse(
      `A term is expected, but ${where}.`,
      'Write one, such as code:hope, or remove what waits for it.',
      from,
      end,
    );
  }
  if (chunk === '')
    reader.refuse(`“${reader.next}” opens nothing here.`, 'Remove it, or write it within "…".', from, end);
  if (chunk.startsWith(':'))
    reader.refuse('The name of a field is missing before the colon.', 'Write one, such as code:hope.', from, end);
  if (JOINING.test(chunk)) reader.refuse(`A term is expected before “${chunk}”.`, quote, from, end);
  const between = reader.take(BETWEEN);
  if (between !== undefined)
    reader.refuse(
      `A term is expected before “${between[0]}”.`,
      `Say what is to stand there, such as code:hope ${between[0]} code:trust; or write within:hope. ${quote}`,
      from,
    );
  if (/^[-!]/.test(chunk) && chunk.length > 1)
    reader.refuse(`“${chunk[0]}” excludes nothing.`, `Write “not ${chunk.slice(1)}”. ${quote}`, from, end);
  if (/^(?:&+|\|+|\+)$/.test(chunk))
    reader.refuse(`“${chunk}” joins nothing.`, `Write “${chunk.startsWith('|') ? 'or' : 'and'}”.`, from, end);
  if (chunk.includes('='))
    reader.refuse(`“${chunk}” is no term.`, `Write ${chunk.replace(/=+/, ':')}. ${quote}`, from, end);
}
