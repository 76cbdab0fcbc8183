/** A list that is written as JSON; what is put in is kept as the text it will be, and holds nothing else in memory. */
export class JsonList {
  private readonly items: string[] = [];

  get length(): number {
    return this.items.length;
  }

  add(item: unknown): void {
    this.items.push(indented(item, ITEM));
  }

  [Symbol.iterator](): Iterator<string> {
    return this.items[Symbol.iterator]();
  }
}

/** How far an item of a list is indented. */
const ITEM = '    ';

/** An object as JSON, indented by two spaces, with a line end; in pieces, as its entries may be longer than a string can be. */
export function* jsonParts(value: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n';
  for (const [key, entry] of Object.entries(value)) {
    yield `${before}  ${JSON.stringify(key)}: `;
    before = ',\n';
    const isList = Array.isArray(entry) || entry instanceof JsonList;
    if (!isList || entry.length === 0) {
      yield indented(isList ? [] : entry, '  ');
      continue;
    }
    let open = `[\n${ITEM}`;
    for (const item of entry) {
      yield open + (entry instanceof JsonList ? item : indented(item, ITEM));
      open = `,\n${ITEM}`;
    }
    yield '\n  ]';
  }
  yield before === '{\n' ? '{}\n' : '\n}\n';
}

function indented(value: unknown, by: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
}
