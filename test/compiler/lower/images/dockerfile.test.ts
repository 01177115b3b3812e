import { describe, expect, it } from 'vitest';
import { compile } from '../../../../compiler/compile.ts';
import { lineOf } from './line-of.ts';
import { dockerfileOf, imageOf, lowerSpecs } from './lowered.ts';

describe('FROM', () => {
  const fromOf = (runtime: string, registry = '') => {
    const lowered = lowerSpecs({
      application: `project: shop\napplications: [{name: web, version: 1.0, runtime: "${runtime}"}]\n`,
      jenkins: `project: shop\njenkins: {registry: {push: push.example.com, ${registry}}}\n`,
    });
    return lowered.images[0]?.dockerfile?.instructions[0]?.lines[0]?.text;
  };

  it('is the runtime in the base registry, or in the registry of images', () => {
    expect(fromOf('ubuntu-jdk8:1.0')).toBe('FROM push.example.com/ubuntu-jdk8:1.0');
    expect(fromOf('team/base:2', 'base: base.example.com:5000/x/')).toBe(
      'FROM base.example.com:5000/x/team/base:2',
    );
    expect(fromOf('nginx:1.27', 'base: ""')).toBe('FROM nginx:1.27');
  });

  it('is the runtime as it is when it names a registry', () => {
    expect(fromOf('ghcr.io/team/base:2')).toBe('FROM ghcr.io/team/base:2');
    expect(fromOf('localhost/base:2')).toBe('FROM localhost/base:2');
    expect(fromOf('registry:5000/base:2')).toBe('FROM registry:5000/base:2');
    expect(fromOf('[::1]:5000/a:1')).toBe('FROM [::1]:5000/a:1');
  });
});

describe('packages', () => {
  const dependency = (fields: string) => `dependencies: [${fields}]`;

  it('of Debian are installed in one step, versions honoured', () => {
    const text = dockerfileOf(
      dependency(
        '{name: jq, type: debian-package}, {name: "libc6:i386", type: debian-package, version: 2.31}',
      ),
    );
    expect(text).toContain(`RUN export DEBIAN_FRONTEND=noninteractive \\
 && apt-get update -q \\
 && apt-get install -q -y --no-install-recommends \\
      jq \\
      'libc6:i386=2.31*' \\
 && rm -rf /var/lib/apt/lists/*
`);
    expect(text).not.toContain('sources.list.d');
  });

  it('that are gems and Python packages have their versions', () => {
    const text = dockerfileOf(
      dependency(
        '{name: fpm, type: gem-package, version: 1.15.1}, {name: awscli, type: pip-package, version: 1.10}, {name: "a[b]", type: pip-package}',
      ),
    );
    expect(text).toContain('RUN gem install --no-document fpm --version 1.15.1\n');
    expect(text).toContain(`RUN export PIP_BREAK_SYSTEM_PACKAGES=1 \\
 && pip install --no-cache-dir awscli==1.10 \\
 && pip install --no-cache-dir 'a[b]'
`);
  });

  it('of a component come from the repository of the project', () => {
    const own = dependency('{name: web, type: debian-package, origin: {build: web}}');
    // Debian has a package `worker` of a higher version than any that a first build makes.
    expect(
      dockerfileOf(own),
    ).toContain(`RUN echo 'deb [trusted=yes] http://apt/ bitesize main' > /etc/apt/sources.list.d/bitesize.list \\
 && printf '%s\\n' 'Package: *' 'Pin: origin "apt"' 'Pin-Priority: 990' > /etc/apt/preferences.d/bitesize
`);
    const elsewhere = dockerfileOf(own, '  apt: {url: "https://me@apt.my-shop.io:8443/debs"}\n');
    expect(elsewhere).toContain(`'Pin: origin "apt.my-shop.io"'`);
    const signed = `  apt:\n    name: shop debs\n    public_key: |\n      -----BEGIN PGP PUBLIC KEY BLOCK-----\n\n      abc='\n      -----END PGP PUBLIC KEY BLOCK-----\n`;
    const text = dockerfileOf(own, signed);
    expect(text).toContain(`RUN mkdir -p /etc/apt/keyrings \\
 && printf '%s\\n' \\
      '-----BEGIN PGP PUBLIC KEY BLOCK-----' \\
      '' \\
      'abc='\\''' \\
      '-----END PGP PUBLIC KEY BLOCK-----' \\
      > /etc/apt/keyrings/shop-debs.asc \\
 && echo 'deb [signed-by=/etc/apt/keyrings/shop-debs.asc] http://apt/ bitesize main' > /etc/apt/sources.list.d/shop-debs.list \\
 && printf '%s\\n' 'Package: *' 'Pin: origin "apt"' 'Pin-Priority: 990' > /etc/apt/preferences.d/shop-debs
`);
    expect(text).not.toContain('trusted');
  });

  it.each([
    ['{name: "-o", type: debian-package}', 'image/package'],
    ['{name: "a b", type: debian-package}', 'image/package'],
    ['{name: "a\\nRUN x", type: gem-package}', 'image/package'],
    ['{name: "$(x)", type: pip-package}', 'image/package'],
    ['{name: a, type: debian-package, version: "1 2"}', 'image/package-version'],
    ['{name: a, type: pip-package, version: ">=1"}', 'image/package-version'],
  ])('%s is refused', (fields, code) => {
    expect(imageOf(dependency(fields)).codes).toContain(code);
  });
});

describe('a package whose name has an underscore', () => {
  it.each([
    ['rubygem-rspec_junit_formatter', '`rubygem-rspec-junit-formatter`'],
    ['_a b', 'one package per entry'],
  ])('%s is told what to do', async (name, help) => {
    const { diagnostics } = await compile([
      {
        name: 'application.bitesize',
        text: `project: shop\napplications:\n  - name: web\n    runtime: nginx:1.27\n    version: 1.0\n    dependencies:\n      - {name: "${name}", type: debian-package}\n`,
      },
    ]);
    const found = diagnostics.find(({ code }) => code === 'image/package');
    expect(found?.help[0]).toContain(help);
  });
});

describe('ENTRYPOINT', () => {
  it('is the words of the command', () => {
    const text = dockerfileOf(`command: 'nginx -g "daemon off;"'`);
    expect(lineOf(text, 'ENTRYPOINT')).toBe('ENTRYPOINT ["nginx","-g","daemon off;"]');
  });

  it('is a shell where one is needed, and says why', () => {
    const text = dockerfileOf(`command: 'migrate && exec web "$PORT"'`);
    expect(text).toContain(
      `# The command has &&, so a shell runs it.\nENTRYPOINT ["/bin/sh","-c","migrate && exec web \\"$PORT\\""]\n`,
    );
  });

  it('is that of the base image without a command', () => {
    expect(dockerfileOf('command: ~')).not.toContain('ENTRYPOINT');
    expect(dockerfileOf('command: "  "')).not.toContain('ENTRYPOINT');
    expect(dockerfileOf('command: "\\\\\\n"')).not.toContain('ENTRYPOINT');
  });

  it('needs closed quotes', () => {
    expect(imageOf(`command: 'say "hello'`).codes).toEqual(['image/unclosed-quote']);
  });
});

describe('the image', () => {
  const of = (application: string, jenkins = '{}') =>
    lowerSpecs({
      application: `project: shop\napplications: [${application}]\n`,
      build: 'project: shop\ncomponents: [{name: web}]\n',
      jenkins: `project: shop\njenkins: ${jenkins}\n`,
    });

  it('has names for pushing and pulling, and labels', () => {
    const { images } = of(
      '{name: web, runtime: "base:1", version: 1.10}',
      '{registry: {push: a.example.com, pull: b.example.com}}',
    );
    expect(images[0]).toMatchObject({
      push: { value: 'a.example.com/shop/web' },
      pull: { value: 'b.example.com/shop/web' },
      version: { value: '1.10' },
    });
    expect(dockerfileOf('version: 1.10')).toContain(`LABEL org.opencontainers.image.title="web" \\
      org.opencontainers.image.version="1.10" \\
      org.opencontainers.image.base.name="custom-registry/base:1"
`);
  });

  it('has the version of the first package that a component makes, where it has none', () => {
    const dependencies =
      'dependencies: [{name: jq, type: debian-package, version: 9}, {name: a, type: debian-package, version: 1.20, origin: {build: web}}]';
    expect(of(`{name: web, runtime: "base:1", ${dependencies}}`).images[0]?.version?.value).toBe('1.20');
  });

  it.each([
    ['{name: Web, runtime: "base:1", version: 1}', 'image/name'],
    ['{name: a--_b, runtime: "base:1", version: 1}', 'image/name'],
    ['{name: web, runtime: "a b:1", version: 1}', 'image/runtime'],
    ['{name: web, runtime: "base:1\\nRUN x", version: 1}', 'image/runtime'],
    ['{name: web, runtime: base, version: 1}', 'image/floating-runtime'],
    ['{name: web, runtime: "base:latest", version: 1}', 'image/floating-runtime'],
    ['{name: web, runtime: "base:1"}', 'image/no-version'],
    ['{name: web, runtime: "base:1", version: "1+2"}', 'image/version'],
  ])('%s is reported', (application, code) => {
    expect(of(application).codes).toContain(code);
  });

  it('may be pinned by a digest', () => {
    const digest = 'a'.repeat(64);
    expect(of(`{name: web, runtime: "base@sha256:${digest}", version: 1}`).codes).toEqual([]);
  });
});

describe('a command that does not do what it seems to', () => {
  const codes = (command: string) => imageOf(`command: ${JSON.stringify(command)}`).codes;

  it.each(['run &', 'mongo_prov &', 'a && b & '])('ends at once: %s', (command) => {
    expect(codes(command)).toContain('image/background-command');
  });

  it.each(['a && b', 'run \\&', 'a & wait', "run '&'"])('goes on: %s', (command) => {
    expect(codes(command)).not.toContain('image/background-command');
  });

  it('has a pattern that nobody replaces', () => {
    expect(codes('java -jar /app/*.jar')).toContain('image/unexpanded-pattern');
    expect(codes('java -cp /app/* Main')).not.toContain('image/unexpanded-pattern');
  });
});
