// Stands for a program: notes its call in a file, one JSON line each, and answers as the scenario says.
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const [settingsFile, command, ...args] = process.argv.slice(2);
const { answers, log } = JSON.parse(readFileSync(settingsFile, 'utf8'));
const before = existsSync(log)
  ? readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];

const index = answers.findIndex((answer, position) => {
  if (answer.command !== command) return false;
  if (!(answer.arguments ?? []).every((argument, at) => args[at] === argument)) return false;
  if (!args.join(' ').includes(answer.match ?? '')) return false;
  return (
    before.filter((call) => call.answer === position).length < (answer.times ?? Number.POSITIVE_INFINITY)
  );
});
const answer = answers[index] ?? {};

const call = { command, arguments: args, answer: index };
if (
  args.some((argument) => ['-', '/dev/stdin', '-f-', '--filename=-', '--password-stdin'].includes(argument))
) {
  call.stdin = readFileSync(0, 'utf8');
}
const files = args.flatMap((argument, at) => {
  if (['-f', '--filename'].includes(args[at - 1])) return [argument];
  return argument.startsWith('--filename=') ? [argument.slice('--filename='.length)] : [];
});
const present = files.filter((file) => file !== '-' && existsSync(file) && statSync(file).isFile());
if (present.length > 0)
  call.files = Object.fromEntries(present.map((file) => [file, readFileSync(file, 'utf8')]));
appendFileSync(log, `${JSON.stringify(call)}\n`);

const output = args[args.findIndex((argument) => ['-o', '--output', '-O'].includes(argument)) + 1];
const saved = ['-o', '--output'].some((option) => args.includes(option)) && !args.includes('--write-out');
if (['curl', 'wget'].includes(command) && saved) writeFileSync(output, answer.stdout ?? '');
else process.stdout.write(answer.stdout ?? '');
process.stderr.write(answer.stderr ?? '');
process.exitCode = answer.exit ?? 0;

// sudo runs what follows its own options.
if (command === 'sudo' && answer.exit === undefined) {
  const rest = args.slice(args.findIndex((argument) => !argument.startsWith('-')));
  const result = spawnSync('env', rest, { stdio: 'inherit' });
  process.exitCode = result.status ?? 1;
}
