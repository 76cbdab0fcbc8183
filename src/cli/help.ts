import type { Option } from './arguments.js';
import { formatTable } from './table.js';
import type { Verb } from './verb.js';

/** The help of one verb. */
export function formatHelp(verb: Verb, common: Readonly<Record<string, Option>>): string {
  const options = { ...verb.options, ...common };
  const usage = ['verbatim', verb.name, ...(verb.positionals ? [verb.positionals] : []), '[OPTIONS]'].join(' ');
  const exits = verb.exits.flatMap((text, code) => (text === undefined ? [] : [[`  ${code}`, text]]));
  const notes = verb.notes === undefined ? '' : `\n${verb.notes.join('\n')}\n`;
  return [
    `${verb.summary}\n\nUsage: ${usage}\n${notes}\nOptions:\n`,
    rows([...Object.entries(options).map(optionRow), ['  -h, --help', 'Show this help.']]),
    `\nExamples:\n${verb.examples.map(([args, what]) => `  # ${what}\n  verbatim ${verb.name}${args === '' ? '' : ` ${args}`}\n`).join('')}`,
    `\nExit codes:\n${rows(exits)}`,
  ].join('');
}

/** The help of the tool. */
export function formatOverview(verbs: readonly Verb[]): string {
  return [
    'Verbatim: qualitative coding of transcripts in plain text.\n\nUsage: verbatim VERB [OPTIONS]\n\nVerbs:\n',
    rows(verbs.map(verb => [`  ${verb.name}`, verb.summary])),
    '\nOptions:\n',
    rows([
      [
        '  --study DIR',
        'The folder of the study; the current folder without it. Every verb that is about a study takes it.',
      ],
      ['  --json', 'Print JSON for programs. Every verb that is about a study takes it.'],
      ['  -h, --help', 'Show this help, or behind a verb that verb’s help.'],
      ['  --version', 'Print the version.'],
    ]),
    '\nExamples:\n  verbatim check --study samples/peer-support\n  verbatim excerpts --code hope --md\n',
    '\nExit codes:\n',
    rows([
      ['  0', 'Clean: done, and nothing needs a look.'],
      ['  1', 'Findings: done, and something needs a look.'],
      ['  2', 'Error: not done; the message says why. Nothing was written.'],
    ]),
  ].join('');
}

function optionRow([name, option]: readonly [string, Option]): string[] {
  return [
    `  --${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    `${option.help}${option.multiple ? ' May be given several times.' : ''}`,
  ];
}

/** A table without its header. */
function rows(cells: readonly (readonly string[])[]): string {
  return formatTable([{ title: '' }, { title: '' }], cells).replace(/^\n/, '');
}
