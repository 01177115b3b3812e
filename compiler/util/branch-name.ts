/** Returns the name of a branch without what git and Jenkins may have in front of it. */
export function branchName(branch: string): string {
  return branch.replace(/^(?:refs\/heads\/|\*\/|origin\/)/, '');
}
