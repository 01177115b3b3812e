import { execFileSync } from 'node:child_process';

/** Makes a git repository of a folder, with all files in one commit of the branch `main`. */
export function commitFleet(folder: string): void {
  // The settings of whoever runs the bench, such as hooks or signatures, must not matter.
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  const git = (...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...argv], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('commit', '--quiet', '--message=The fleet');
}
