import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeFacts } from '../../../../compiler/check/rules/secrets/shape-facts.ts';
import { diagnosticsOf, findingsOf, service } from '../findings.ts';

function env(name: string, value: string) {
  return findingsOf({ environments: service(`env:\n  - name: ${name}\n    value: ${value}`) });
}

/** Tokens are put together here, so that no scanner takes this file for a leak. */
const github = `ghp_${'a1B2'.repeat(9)}`;
const aws = `AKIA${'ABCD1234'.repeat(2)}`;
const pem = ['-----BEGIN RSA ', 'PRIVATE KEY-----\n', 'MIIE\n', '-----END RSA ', 'PRIVATE KEY-----'].join('');

describe('secrets by name', () => {
  it.each([
    'PASSWORD',
    'DB_PASSWORD',
    'MONGO_DBPASS',
    'dbPassword',
    'PASSWD',
    'API_TOKEN',
    'API_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'CLIENT_SECRET',
    'PASSWORD_1',
    'DB_PASSWORD_PROD',
    'GIT_CREDENTIALS',
  ])('%s', (name) => expect(env(name, 'hunter22')).toEqual(['secret/plain-value hunter22']));

  it.each([
    'PASSWORD_FILE',
    'TOKEN_URL',
    'SECRET_NAME',
    'PASSWORD_MIN_LENGTH',
    'BYPASS',
    'PUBLIC_KEY',
    'PARTITION_KEY',
    'KEYCLOAK_HOST',
    'USERNAME',
    'GLP_TOKEN_VALIDATE',
    'SESSION_KEY',
  ])('%s is none', (name) => expect(env(name, 'hunter22')).toEqual([]));

  it.each([
    ['PASSWORD', '""'],
    ['PASSWORD', 'true'],
    ['REQUIRE_PASSWORD', '1'],
    ['PASSWORD', '$DB_PASSWORD'],
    ['PASSWORD', '${DB_PASSWORD}'],
    ['PASSWORD', '$(DB_PASSWORD)'],
    ['PASSWORD', '"{{ password }}"'],
    ['PASSWORD', 'vault:secret/data/db'],
    ['PASSWORD', '/run/secrets/db'],
    ['TLS_SECRET', 'web-tls'],
    ['AUTH_TOKEN', 'https://login.example.com/token'],
    ['MAX_TOKEN', '4096'],
  ])('%s: %s is none', (name, value) => expect(env(name, value)).toEqual([]));

  it.each(['REDACTED', '"***"', '<password>', 'your-password-here', 'xxxxxxxx', '"[hidden]"'])(
    '%s is a placeholder',
    (value) => expect(env('PASSWORD', value)).toEqual([`secret/placeholder ${value}`]),
  );

  it('a key is one when its value looks random', () => {
    expect(env('CONFIG_KEY', 'customer_id')).toEqual([]);
    expect(env('CONFIG_KEY', 'f3Zk81nQpW0aLx7Rv2Ty')).toEqual(['secret/plain-value f3Zk81nQpW0aLx7Rv2Ty']);
  });

  it('in options, annotations and headers', () => {
    expect(
      findingsOf({ environments: service('type: mysql\noptions: {db: {master_password: hunter22}}') }),
    ).toEqual(['secret/plain-value hunter22']);
    expect(
      findingsOf({ environments: service('annotations: [{name: example.com/token, value: hunter22}]') }),
    ).toEqual(['secret/plain-value hunter22']);
    const header =
      'readiness_probe: {handler: {http_get: {port: 80, http_headers: [{name: Authorization, value: Basic abc}]}}}';
    expect(findingsOf({ environments: service(header) })).toEqual(['secret/plain-value Basic abc']);
  });

  it('not in a variable that comes from a Secret', () => {
    expect(
      findingsOf({ environments: service('env: [{secret: DB_PASSWORD, value: web-db/password}]') }),
    ).toEqual([]);
  });
});

describe('secrets by their form', () => {
  it.each([
    github,
    aws,
    `glpat-${'x1Yz-'.repeat(4)}`,
    `xoxb-${'1'.repeat(12)}`,
    `eyJ${'a'.repeat(10)}.eyJ${'b'.repeat(10)}.c`,
  ])('stand out anywhere', (token) => {
    expect(env('SETTING', token)).toEqual([`secret/token ${token}`]);
    expect(findingsOf({ environments: service(`command: [run, --with, ${token}]`) })).toEqual([
      `secret/token ${token}`,
    ]);
  });

  it('private keys, over several lines', () => {
    const block = pem
      .split('\n')
      .map((line) => `            ${line}`)
      .join('\n');
    const build = `project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: |\n          cat > key <<X\n${block}\n          X\n`;
    expect(findingsOf({ build }).map((finding) => finding.split(' ')[0])).toEqual(['secret/token']);
  });

  it('passwords in URLs', () => {
    const build = (url: string) => `project: shop\ncomponents: [{name: web, repository: {git: "${url}"}}]\n`;
    expect(findingsOf({ build: build('https://me:hunter22@example.com/web.git') })).toEqual([
      'secret/url-password hunter22',
    ]);
    expect(findingsOf({ build: build('https://me@example.com/web.git') })).toEqual([]);
    expect(findingsOf({ build: build('ssh://git@example.com:22/web.git') })).toEqual([]);
    const chart = 'type: helmChart\nchart: web\nrepo: https://user:REDACTED@charts.example.com';
    expect(findingsOf({ environments: service(chart) })).toEqual(['secret/placeholder REDACTED']);
  });
});

describe('secrets in scripts', () => {
  const script = (line: string) =>
    findingsOf({
      build: `project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: |\n          ${line}\n`,
    });

  it.each([
    ['export DB_PASSWORD=hunter22', 'hunter22'],
    ["PASSWORD='hunter 22' ./run.sh", 'hunter 22'],
    ['mysql --password=hunter22 -e "select 1"', 'hunter22'],
    ['consul-cli --token hunter22 kv read a', 'hunter22'],
    ['curl -u admin:hunter22 https://example.com', 'hunter22'],
    ["curl -H 'X-Vault-Token: hunter22' https://example.com", 'hunter22'],
    ['curl -H "Authorization: Bearer hunter22" https://example.com', 'hunter22'],
    ['curl "https://example.com/?api_key=hunter22&x=1"', 'hunter22'],
    ['docker login -u me -p hunter22 registry.example.com', 'hunter22'],
    ['sshpass -p hunter22 ssh host', 'hunter22'],
    [`echo '{"password": "hunter22"}' > a.json`, 'hunter22'],
    ['mvn -Dsonar.token=hunter22 verify', 'hunter22'],
  ])('%s', (line, secret) => expect(script(line)).toEqual([`secret/in-script ${secret}`]));

  it.each([
    'export DB_PASSWORD=$PASSWORD',
    'export DB_PASSWORD="${PASSWORD}"',
    'export DB_PASSWORD=$(cat /run/secrets/db)',
    'mysql --password="$PASSWORD"',
    'echo "$TOKEN" | docker login --password-stdin',
    'if [ "$PASSWORD" = "" ]; then exit 1; fi',
    'curl -u "$USER:$PASSWORD" https://example.com',
    'grep -c password= file',
    'fpm -s dir -t deb -n web -v 1.0',
    'read -s PASSWORD',
    'unset PASSWORD=',
  ])('%s has none', (line) => expect(script(line)).toEqual([]));

  it('that are lists of words', () => {
    const command = (words: string) => findingsOf({ environments: service(`command: [${words}]`) });
    expect(command('run, --token, hunter22')).toEqual(['secret/plain-value hunter22']);
    expect(command('run, --token=hunter22')).toEqual(['secret/in-script hunter22']);
    expect(command("curl, -u, 'admin:hunter22', http://localhost")).toEqual([
      "secret/plain-value 'admin:hunter22'",
    ]);
    expect(command("run, --token, $(TOKEN), -u, 'admin:$(PASSWORD)', --name, web")).toEqual([]);
  });

  it('marks the occurrence that is the secret', () => {
    const [found] = diagnosticsOf({
      build:
        'project: shop\ncomponents:\n  - name: web\n    build:\n      - shell: |\n          echo pass\n          PASSWORD=pass run\n',
    });
    expect(found?.code).toBe('secret/in-script');
    expect(found?.span?.file.text.slice(0, found.span.start)).toMatch(/PASSWORD=$/);
  });
});

describe('findings about secrets', () => {
  it('are warnings where the user says so', () => {
    const text = { environments: service('env: [{name: PASSWORD, value: hunter22}]') };
    expect(diagnosticsOf(text).map(({ severity }) => severity)).toEqual(['error']);
    expect(diagnosticsOf(text, { allowPlainSecrets: true }).map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });

  it('never contain the value', () => {
    const secret = fc
      .string({ minLength: 6, maxLength: 30, unit: fc.constantFrom(...'abcdefXYZ0123456789+=!') })
      .filter((text) => /^[a-zA-Z]/.test(text));
    fc.assert(
      fc.property(secret, (value) => {
        const found = diagnosticsOf({
          environments: service(`env:\n  - name: PASSWORD\n    value: '${value}'`),
        });
        for (const { message, help, fixes, labels } of found) {
          expect(
            JSON.stringify([message, help, fixes.map(({ title }) => title), labels.map(({ text }) => text)]),
          ).not.toContain(value);
        }
      }),
    );
  });

  it('are looked for in texts of any length', () => {
    const starts = shapeFacts.flatMap(({ starts }) => starts);
    const signs = [
      'a.',
      'eyJ-',
      '-----BEGIN ',
      'x://',
      'PASSWORD=',
      '"a":"',
      '<',
      '$(',
      'sshpass ',
      'mysql -p',
    ];
    const more = [
      'token= ',
      'a=\\"',
      'a: ',
      '--a ',
      'name: TOKEN value: ',
      'echo a | ',
      'x-a-',
      'a/b@',
      'aws set ',
    ];
    for (const piece of [...starts, ...signs, ...more]) {
      const text = service(`command: ['${piece.repeat(100_000 / piece.length)}']`);
      expect(diagnosticsOf({ environments: text }).length).toBeLessThanOrEqual(50);
    }
  });
});
