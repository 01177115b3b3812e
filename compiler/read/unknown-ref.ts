import type { Git } from '../host/git.ts';

/**
 * Returns what is wrong with a ref that git does not know in the checkout of a folder, and what to do: a CI system often fetches one
 * commit of one branch and nothing else.
 */
export function unknownRef({ run }: Git, folder: string, ref: string): string {
  const git = (...argv: string[]) => {
    const ran = run(argv);
    return ran.started && ran.code === 0 ? ran.stdout.trim() : '';
  };
  const problem = `git does not know \`${ref}\` in \`${folder === '' ? '.' : folder}\``;
  const remotes = git('remote').split('\n').filter(Boolean);
  const remote = remotes.find((name) => ref.startsWith(`${name}/`));
  if (remote !== undefined) return `${problem}\n${fetching(remote, ref.slice(remote.length + 1))}`;
  const [first] = remotes;
  if (first === undefined) return problem;
  const isName = /^[\w./-]+$/.test(ref);
  const tracked = remotes.map((name) => `${name}/${ref}`);
  const known = isName
    ? tracked.find((name) => git('rev-parse', '--verify', '--quiet', `refs/remotes/${name}`) !== '')
    : undefined;
  if (known !== undefined) return `${problem}\nhelp: it knows \`${known}\`: pass \`--base ${known}\``;
  if (git('rev-parse', '--is-shallow-repository') !== 'true') return problem;
  if (/^[0-9a-f]{40,64}$/.test(ref))
    return `${problem}\nhelp: this clone is shallow; fetch the commit first: \`git fetch --no-tags --depth=1 ${first} ${ref}\``;
  if (/[~^@]/.test(ref))
    return `${problem}\nhelp: this clone is shallow; fetch more of it first: \`git fetch --unshallow\``;
  return isName ? `${problem}\n${fetching(first, ref)}, and pass \`--base ${first}/${ref}\`` : problem;
}

/** A clone of one branch tracks no other: the fetch has to say where the ref goes. */
function fetching(remote: string, branch: string): string {
  return `help: fetch it first: \`git fetch --no-tags --depth=1 ${remote} +refs/heads/${branch}:refs/remotes/${remote}/${branch}\``;
}
