/** How the command line is started from a shell. */
export interface Program {
  /** Absolute path of Node, or of a program that can be Node. */
  readonly node: string;
  /** Absolute path of the command line's one file. */
  readonly script: string;
  /** It is Electron, which has to be told to be Node. */
  readonly isElectron: boolean;
}

/**
 * The command by which git has us merge one file. Git hands it to a shell (its own on Windows) once it has filled in: the base, our and their
 * version as names of files, how long marks are, the path, and what the three are called. Versions of git before 2.44 do not know the last
 * three; then the name of their side is where `git merge` leaves it.
 *
 * Whatever happens to our program (it is gone, it breaks, it is killed, it does not want the file) and is not an answer, git's own merge of
 * lines is what comes of it, with the exit code that git knows. A file that is no text stays as ours is, as with git itself.
 */
export function driverCommand(program: Program): string {
  const electron = program.isElectron ? 'ELECTRON_RUN_AS_NODE=1 ' : '';
  const steps = [
    // Node has exit codes of its own, 1 among them: only what was said counts.
    `case $(${electron}${quoted(program.node)} ${quoted(program.script)} merge-driver --say -- "$@") in merged) return 0;; marked) return 1;; esac`,
    'o=$7 b=$6 t=$8',
    `[ "$o" = ${literal('%X')} ] && o=HEAD b=base t=$(env | sed -n 's/^GITHEAD_[0-9a-f]*=//p' | head -n 1)`,
    '[ -n "$t" ] || t=theirs',
    'git merge-file --quiet --marker-size="$4" -L "$o" -L "$b" -L "$t" "$2" "$1" "$3"',
    's=$?',
    '[ $s -gt 127 ] && return 1',
    'return $s',
  ];
  return `verbatim() { ${steps.join('; ')}; }; verbatim %O %A %B %L %P %S %X %Y`;
}

/** Whether a command is one of ours, as written by this version or another one. */
export function isDriverCommand(command: string): boolean {
  return /^verbatim\(\) \{ .* merge-driver .*\}; verbatim %O %A %B /.test(command);
}

/** A text as one word of a shell's command, to which git does nothing. */
function quoted(text: string): string {
  return literal(`'${text.replaceAll("'", "'\\''")}'`);
}

/** A text in which git fills in nothing. */
const literal = (text: string): string => text.replaceAll('%', '%%');
