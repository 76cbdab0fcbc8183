const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space and try again.',
  EDQUOT: 'Your disk quota is used up. Free some space and try again.',
  EROFS: 'The disk is read-only. Copy the study to a place where you may write.',
  EACCES: 'You are not allowed to write there. Ask for the rights, or copy the study to a folder of your own.',
  EPERM: 'The system does not allow writing there; another program may hold the file open.',
  EBUSY: 'Another program holds the file open. Close it there and try again.',
  EMFILE: 'Too many files are open. Close some programs and try again.',
  EISDIR: 'There is a folder of that name. Rename or move the folder.',
  ENOTDIR: 'A part of its path is a file where a folder is needed. Rename or move that file.',
  EEXIST: 'A part of its path is a file where a folder is needed. Rename or move that file.',
  ENAMETOOLONG: 'Its name is too long for this disk. Shorten the names of the transcript and its folders.',
  EIO: 'The disk reports an error. Copy the study to another disk and check this one.',
  ENFILE: 'Too many files are open. Close some programs and try again.',
};

const NOT_ALLOWED = 'You are not allowed to read it. Ask for the rights.';
const OF_READING: Readonly<Record<string, string>> = { ...SENTENCES, EACCES: NOT_ALLOWED, EPERM: NOT_ALLOWED };

/** What to do about an error of the file system; undefined where we do not know. */
export function diskRemedy(error: unknown): string | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === undefined ? undefined : SENTENCES[code];
}

/** An error of the file system as a sentence with a remedy; any other error as it is. */
export function explainDiskError(error: unknown, file: string): unknown {
  const sentence = diskRemedy(error);
  return sentence === undefined ? error : new Error(`${file} was not changed. ${sentence}`, { cause: error });
}

/** As `explainDiskError`, for a file that was to be read. */
export function explainReadError(error: unknown, file: string): unknown {
  const sentence = OF_READING[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];
  return sentence === undefined ? error : new Error(`${file} cannot be read. ${sentence}`, { cause: error });
}
