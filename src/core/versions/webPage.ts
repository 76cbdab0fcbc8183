/** A page of a web host where what was sent can be looked at and taken in. */
export interface ReviewPage {
  /** As people call the host: GitHub, GitLab, Gitea, else its address. */
  readonly host: string;
  /** Always `https`, without names or passwords of anybody. */
  readonly url: string;
}

/**
 * The page that begins a request to take a branch into another one.
 * @param remote address that git exchanges versions with: `https://…`, `ssh://…`, `git@host:path`, a folder, …
 * @returns undefined where that is no host whose pages we know
 */
export function reviewPageOf(remote: string, branch: string, shared: string): ReviewPage | undefined {
  const place = parseRemote(remote);
  if (place === undefined) return undefined;
  const { host, path } = place;
  const [from, to] = [encodePath(branch), encodePath(shared)];
  const base = `https://${host}/${path}`;
  if (/(^|\.)github\./.test(host)) return { host: 'GitHub', url: `${base}/compare/${to}...${from}?expand=1` };
  if (/(^|\.)gitlab\./.test(host)) {
    const query = `merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}&merge_request%5Btarget_branch%5D=${encodeURIComponent(shared)}`;
    return { host: 'GitLab', url: `${base}/-/merge_requests/new?${query}` };
  }
  if (/(^|\.)(gitea\.|forgejo\.|codeberg\.org$)/.test(host))
    return { host: host === 'codeberg.org' ? 'Codeberg' : 'Gitea', url: `${base}/compare/${to}...${from}` };
  return undefined;
}

/** Host and path of an address that git takes; undefined for folders and for what is none. */
function parseRemote(remote: string): { readonly host: string; readonly path: string } | undefined {
  // `git@host:path`, the short form of ssh; a drive letter of Windows is one character.
  const short = /^(?:[^@/\\]+@)?([A-Za-z0-9.-]{2,}):(?!\/\/)\/?(.+)$/.exec(remote);
  const long = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([A-Za-z0-9.-]+)(?::(\d+))?\/(.+)$/.exec(remote);
  const [host, path] = long === null ? [short?.[1], short?.[2]] : [long[1], long[3]];
  if (host === undefined || path === undefined) return undefined;
  const port = long !== null && /^https:/.test(remote) && long[2] !== undefined ? `:${long[2]}` : '';
  const clean = path
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  if (clean === '' || clean.split('/').includes('..')) return undefined;
  return { host: host.toLowerCase() + port, path: clean.split('/').map(encodePart).join('/') };
}

const encodePath = (name: string): string => name.split('/').map(encodePart).join('/');

/** What is encoded already stays so. */
function encodePart(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part));
  } catch {
    return encodeURIComponent(part);
  }
}
