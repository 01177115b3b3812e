import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';
import type { CommandCall, ShellResult, ShellScenario } from '../shell/shell-scenario.ts';

function scripts(dependencies: string): readonly string[] {
  const lines = dependencies.trim().replaceAll('\n', '\n      ');
  return jobsOf({
    build: `project: shop\ncomponents:\n  - name: web\n    dependencies:\n      ${lines}\n`,
  }).shell('web');
}

async function run(text: string, scenario: Partial<ShellScenario> = {}): Promise<ShellResult> {
  expect(await bashSyntaxErrors(text)).toBe('');
  // 2016: a text in single quotes that looks like an expression stays a text, and is meant to.
  expect((await shellcheck(text)).filter(({ code }) => code !== 2016)).toEqual([]);
  // Nothing of this machine is written, whoever runs the tests: the scripts take them for an ordinary user.
  const answers = [...(scenario.answers ?? []), { command: 'id', stdout: '1000\n' }];
  const result = await runShell({ text, fakes: ['id', 'install', 'tee'], ...scenario, answers });
  return { ...result, calls: result.calls.map((call) => withoutTemporary(call)) };
}

/** Temporary folders have another name each time. */
function withoutTemporary(call: CommandCall): CommandCall {
  return { ...call, arguments: call.arguments.map((word) => word.replace(/\/tmp\/tmp\.\w+/g, 'TMP')) };
}

/** One line for each call, without those of sudo. */
function lines({ calls }: ShellResult): readonly string[] {
  const own = calls.filter(({ command }) => !['sudo', 'id'].includes(command));
  return own.map((call) => [call.command, ...call.arguments].join(' '));
}

test('Debian packages are installed together, after one update, at their versions', async () => {
  const [text = ''] = scripts(`
- {type: debian-package, package: nodejs, version: "20"}
- {type: debian-package, package: g++}
- {type: debian-package, package: libc6:i386, version: 2.36*}
`);
  const result = await run(text);
  expect(result.code).toBe(0);
  expect(lines(result)).toEqual([
    'apt-get update -q',
    'apt-get install -q -y --no-install-recommends --allow-downgrades -- nodejs=20* g++ libc6:i386=2.36*',
  ]);
});

test('without a version nothing is downgraded, and nothing is ever forced', async () => {
  const [text = ''] = scripts('- {type: debian-package, package: make}');
  expect(lines(await run(text))).toEqual([
    'apt-get update -q',
    'apt-get install -q -y --no-install-recommends -- make',
  ]);
  expect(text).not.toContain('force');
});

test('gems and Python packages have a step of their own each', async () => {
  const all = scripts(`
- {type: gem-package, package: fpm, version: 1.15.1}
- {type: pip-package, package: "requests[socks]", version: 2.31.0}
- {type: gem-package, package: rake}
- {type: pip-package, package: PyGithub}
`);
  expect(all).toHaveLength(2);
  expect(lines(await run(all[0] ?? ''))).toEqual([
    'gem install --no-document fpm -v 1.15.1',
    'gem install --no-document rake',
  ]);
  expect(lines(await run(all[1] ?? ''))).toEqual(['pip install -- requests[socks]==2.31.0 PyGithub']);
});

test('an installer that fails fails the build', async () => {
  const [text = ''] = scripts('- {type: debian-package, package: a1}');
  const update = await run(text, { answers: [{ command: 'apt-get', arguments: ['update'], exit: 100 }] });
  expect(update.code).toBe(100);
  expect(lines(update)).toHaveLength(1);
});

test('a package from a location is downloaded with its certificate checked, and apt gets what it needs', async () => {
  const [text = ''] = scripts(`
- {type: debian-package, location: "https://example.com/pool/a_1.0_amd64.deb"}
- {type: debian-package, package: curl}
`);
  expect(lines(await run(text))).toEqual([
    'apt-get update -q',
    'curl --fail --silent --show-error --location --proto =http,https --output TMP/1.deb -- https://example.com/pool/a_1.0_amd64.deb',
    'apt-get install -q -y --no-install-recommends -- TMP/1.deb curl',
  ]);
});

/** The lines that the script added to the lists of sources, from its trace. */
function sources({ stderr }: ShellResult): readonly string[] {
  return [...stderr.matchAll(/^\+ add_repository \S+ (.*)$/gm)].map(([, line = '']) => line);
}

/** The release of the machine that runs the tests. */
const codename = /^VERSION_CODENAME=(.*)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';

const key = { command: 'curl', match: '/key', stdout: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n' };
const release = { command: 'sed', match: 'VERSION_CODENAME', stdout: 'bookworm\n' };

test('a repository is trusted by its own key only', async () => {
  const [text = ''] = scripts(`
- type: debian-package
  package: tool
  repository: deb [arch=amd64] https://example.com/apt stable main
  repository_key: https://example.com/apt/key.asc
- {type: debian-package, package: other, repository: "deb [arch=amd64] https://example.com/apt stable main"}
`);
  const result = await run(text, { answers: [key] });
  expect(result.code).toBe(0);
  const name = 'bitesize-deb-arch-amd64-https-example-com-apt-stable-main';
  expect(lines(result)).toEqual([
    'curl --fail --silent --show-error --location --proto =http,https --output TMP/key -- https://example.com/apt/key.asc',
    `install -D -m 0644 TMP/key /etc/apt/keyrings/${name}.asc`,
    `install -D -m 0644 TMP/list /etc/apt/sources.list.d/${name}.list`,
    'apt-get update -q',
    'apt-get install -q -y --no-install-recommends -- tool other',
  ]);
  expect(sources(result)).toEqual([
    `deb [arch=amd64 signed-by=/etc/apt/keyrings/${name}.asc] https://example.com/apt stable main`,
  ]);
});

test('a key that is not armoured is kept as it is', async () => {
  const [text = ''] = scripts(
    '- {type: debian-package, package: a1, repository: "https://example.com/apt", repository_key: "https://example.com/k"}',
  );
  const result = await run(text, {
    answers: [{ ...key, stdout: 'binary' }, release],
    fakes: ['id', 'install', 'sed'],
  });
  expect(lines(result)).toContain(
    'install -D -m 0644 TMP/key /etc/apt/keyrings/bitesize-https-example-com-apt.gpg',
  );
  expect(sources(result)).toEqual([
    'deb [signed-by=/etc/apt/keyrings/bitesize-https-example-com-apt.gpg] https://example.com/apt bookworm main',
  ]);
});

test('the key of a personal package archive is the one that Launchpad names', async () => {
  const [text = ''] = scripts('- {type: debian-package, package: php, repository: "ppa:ondrej/php"}');
  const fingerprint = '14AA40EC0831756756D7F66C4F4EA0AAE5267A6C';
  const launchpad = {
    command: 'curl',
    match: 'api.launchpad.net',
    stdout: `{"name": "php", "signing_key_fingerprint": "${fingerprint}", "other": 1}\n`,
  };
  const result = await run(text, { answers: [launchpad, key] });
  expect(result.code).toBe(0);
  expect(lines(result)[0]).toBe(
    'curl --fail --silent --show-error --proto =https -- https://api.launchpad.net/1.0/~ondrej/+archive/ubuntu/php',
  );
  expect(lines(result)[1]).toContain(
    `-- https://keyserver.ubuntu.com/pks/lookup?op=get&options=mr&search=0x${fingerprint}`,
  );
  expect(sources(result)).toEqual([
    `deb [signed-by=/etc/apt/keyrings/bitesize-ppa-ondrej-php.asc] https://ppa.launchpadcontent.net/ondrej/php/ubuntu ${codename} main`,
  ]);
});

test('a repository whose key cannot be had is not used', async () => {
  const [text = ''] = scripts('- {type: debian-package, package: php, repository: "ppa:ondrej/php"}');
  const result = await run(text, { answers: [{ command: 'curl', match: 'keyserver', exit: 22 }] });
  expect(result.code).not.toBe(0);
  expect(lines(result).some((line) => line.startsWith('apt-get'))).toBe(false);
});

test.each([
  '$(touch hit)',
  '`touch hit`',
  "'; touch hit; '",
  '"; touch hit; "',
  '-o APT::Update::Pre-Invoke::=touch',
  '--help',
  'sudo-',
  'a b',
  'a\nb',
  './x.deb',
])('a package called %j does nothing', async (name) => {
  for (const type of ['debian-package', 'gem-package', 'pip-package']) {
    const found = jobsOf({
      build: `project: shop\ncomponents: [{name: web, dependencies: [{type: ${type}, package: ${JSON.stringify(name)}}]}]\n`,
    });
    expect(found.messages.some((message) => message.startsWith('job/package: '))).toBe(
      !(type !== 'debian-package' && name === 'sudo-') || type === 'pip-package',
    );
    if (!(type === 'gem-package' && name === 'sudo-')) expect(found.shell('web')).toEqual([]);
  }
});

test.each(['$(touch hit)', '`touch hit`', "'; touch hit; '", '"; touch hit; "', '$HOME'])(
  'a location and a repository that hold %s stay text',
  async (evil) => {
    const url = `https://example.com/${evil.replaceAll(' ', '%20')}`;
    const quoted = JSON.stringify(`${url}/a.deb`);
    const [text = ''] = scripts(`
- {type: debian-package, location: ${quoted}}
- {type: debian-package, package: b1, repository: ${JSON.stringify(`deb [arch=${evil.replaceAll(' ', '')}] ${url} x main`)}, repository_key: ${JSON.stringify(url)}}
- {type: debian-package, package: c1, repository: ${JSON.stringify(url)}}
`);
    const result = await run(text, { answers: [key] });
    expect(result.code).toBe(0);
    expect(result.files).toEqual({});
    expect(lines(result)).toContainEqual(expect.stringContaining(`TMP/1.deb -- ${url}/a.deb`));
    expect(sources(result).join('')).toContain('example.com');
  },
);
