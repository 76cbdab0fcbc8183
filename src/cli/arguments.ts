import { parseArgs } from 'node:util';
import { didYouMean, nearest } from './near.js';
import { Refusal } from './refusal.js';

/** One option of a verb. */
export interface Option {
  /** Placeholder of its value in the help, such as `ID`; an option without one is a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
  readonly help: string;
}

/** The arguments of one call, as the verb's options describe them. */
export class Arguments {
  constructor(
    private readonly values: ReadonlyMap<string, readonly string[]>,
    /** What is no option, in order. */
    readonly positionals: readonly string[],
  ) {}

  /** Whether a switch, or an option at all, is given. */
  has(name: string): boolean {
    return this.values.has(name);
  }

  /** The value of an option that stands at most once. */
  one(name: string): string | undefined {
    return this.values.get(name)?.[0];
  }

  /** The values of an option that may stand several times. */
  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }
}

/**
 * Reads arguments. `-h` stands for `--help`; behind `--` nothing is an option.
 * @throws Refusal where an option is not known, lacks its value, has one too many or stands twice
 */
export function readArguments(args: readonly string[], options: Readonly<Record<string, Option>>): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionType(option)])),
    },
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option =
      token.name === 'help' ? { help: '' } : Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw unknownOption(token.rawName, Object.keys(options));
    const given = values.get(token.name) ?? [];
    if (given.length > 0 && !option.multiple) throw refusal(`${token.rawName} is given twice.`, 'Give it once.');
    values.set(token.name, [...given, readValue(token, option)]);
  }
  return new Arguments(values, positionals);
}

const optionType = (option: Option) => ({
  type: option.value === undefined ? ('boolean' as const) : ('string' as const),
  multiple: true,
});

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function readValue({ rawName, value, inlineValue }: OptionToken, option: Option): string {
  if (option.value === undefined) {
    if (value !== undefined) throw refusal(`${rawName} takes no value.`, `Write ${rawName} alone.`);
    return '';
  }
  if (value === undefined) throw refusal(`${rawName} needs a value.`, `Write ${rawName} ${option.value}.`);
  // Somebody who forgot the value should not code with the next option's name as the coder's.
  if (!inlineValue && /^-./.test(value)) {
    throw refusal(
      `${rawName} is followed by ${value}, which looks like an option.`,
      `If it is the value, write ${rawName}=${value}.`,
    );
  }
  return value;
}

function unknownOption(rawName: string, known: readonly string[]): Refusal {
  const near = nearest(rawName.replace(/^-+/, ''), [...known, 'help']).map(name => `--${name}`);
  return refusal(`There is no option ${rawName}.`, didYouMean(near, 'Run the verb with --help to see its options.'));
}

function refusal(message: string, remedy: string): Refusal {
  return new Refusal('arguments', message, remedy);
}
