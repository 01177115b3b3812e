// Stands for kubectl with one pod: what is run in the pod runs here, below the folder POD. Notes each call, one JSON line each.
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';

const [settingsFile, ...args] = process.argv.slice(2);
const { pod, log, secrets, image, path } = JSON.parse(readFileSync(settingsFile, 'utf8'));
appendFileSync(log, `${JSON.stringify(args)}\n`);

const [verb, what, name] = args;
if (verb === 'get' && what === 'pod') {
  process.stdout.write(image);
} else if (verb === 'get' && what === 'secret') {
  const keys = secrets[name];
  if (keys === undefined) {
    process.stderr.write(`Error from server (NotFound): secrets "${name}" not found\n`);
    process.exitCode = 1;
  } else {
    const key = /index \.data "([^"]*)" \| base64decode/.exec(args.join(' '))?.[1];
    process.stdout.write(
      key === undefined
        ? Object.keys(keys)
            .map((each) => `${each}\n`)
            .join('')
        : keys[key],
    );
  }
} else if (verb === 'exec') {
  const command = args
    .slice(args.indexOf('--') + 1)
    .map((word) => word.replaceAll(/\/(?=tmp\/|run\/|var\/)/g, `${pod}/`));
  const { status } = spawnSync(command[0], command.slice(1), {
    stdio: 'inherit',
    env: { PATH: path, POD: pod, HOME: pod },
  });
  process.exitCode = status ?? 1;
}
