/** Returns the name that people see for a file below the root: its path from the project folder. */
export function displayName(project: string, path: string): string {
  const from = project === '' ? [] : project.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Returns the path below the root of a file in the project folder. */
export function projectPath(project: string, name: string): string {
  return project === '' ? name : `${project}/${name}`;
}
