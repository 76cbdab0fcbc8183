/** What the versions are called beside conflict marks, as git hands it over to its driver; newer versions of git only. */
export interface GivenLabels {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** A name that git filled in; what it did not know stands as it was written. */
const given = (text: string | undefined): string | undefined =>
  text === undefined || text === '' || /^%[SXY]$/.test(text) ? undefined : text;

/**
 * The names of the versions. `git merge` leaves the name of what comes in to programs that it starts; else nobody knows it.
 * @param environment variables of the process
 */
export function labelsOf(
  { base, ours, theirs }: GivenLabels,
  environment: Readonly<Record<string, string | undefined>>,
): { readonly base: string; readonly ours: string; readonly theirs: string } {
  const named = Object.entries(environment).find(([name]) => /^GITHEAD_[0-9a-f]{40,64}$/.test(name))?.[1];
  return {
    base: given(base) ?? 'base',
    ours: given(ours) ?? 'HEAD',
    theirs: given(theirs) ?? given(named) ?? 'theirs',
  };
}
