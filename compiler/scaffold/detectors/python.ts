import { parse } from 'smol-toml';
import { type Found, isObject, type SourceFolder, textIn } from '../source-folder.ts';
import { type Detector, type FoundVersion, matched, type Program } from './detector.ts';

/** Frameworks and servers that listen on a port. */
const SERVERS = /^\s*["']?(flask|django|fastapi|starlette|uvicorn|gunicorn|aiohttp|tornado|sanic|bottle)\b/im;

const ASSUMED = '3.12';

/** Programs of Python: requirements.txt, pyproject.toml, setup.py, Pipfile. */
export const pythonDetector: Detector = {
  language: 'Python',
  files: ['requirements.txt', 'pyproject.toml', 'setup.py'],
  look: ({ folder, top }) => {
    const project = projectOf(folder);
    const needs = `${folder.text('requirements.txt') ?? ''}\n${dependenciesOf(project).join('\n')}`;
    const isServer = SERVERS.test(needs);
    const start = startOf(folder, project, needs);
    const isAlone = folder.path === '' || folder.files.has('Dockerfile');
    if (start === undefined && !isAlone && !isServer && !folder.files.has('requirements.txt'))
      return undefined;
    const version = versionOf(folder, project) ?? (folder === top ? undefined : versionOf(top, undefined));
    const name = textIn(project, 'project', 'name') ?? textIn(project, 'tool', 'poetry', 'name');
    const own = packagesOf(folder, project);
    const install = own === undefined ? [] : [`/opt/venv/bin/pip install --no-cache-dir ${own}`];
    return {
      ...(name === undefined ? {} : { name }),
      build: [],
      ...testOf(folder, own, needs),
      caches: ['pip'],
      image: {
        name: 'python',
        version: version ?? { value: ASSUMED },
        tools: (wanted) => `python:${wanted}-bookworm`,
      },
      recipe: {
        make: [['python -m venv /opt/venv', ...install].join(' && ')],
        runtime: (wanted) => `python:${wanted}-slim-bookworm`,
        copies: [
          ['/opt/venv', '/opt/venv'],
          ['/srv/app', '/srv/app'],
        ],
        env: { PATH: '/opt/venv/bin:$PATH', PYTHONUNBUFFERED: '1' },
        leavings: ['**/__pycache__', '.venv'],
      },
      ...(start === undefined ? {} : { start }),
      ...(isServer ? { port: { value: 8000 } } : {}),
    };
  },
};

/** What pip installs, in its words; undefined for a program of scripts alone. */
function packagesOf(folder: SourceFolder, project: unknown): string | undefined {
  const isPackage =
    folder.files.has('setup.py') ||
    (isObject(project) &&
      (isObject(project.project) ||
        isObject(project['build-system']) ||
        (isObject(project.tool) && isObject(project.tool.poetry))));
  const named = [folder.files.has('requirements.txt') ? '-r requirements.txt' : '', isPackage ? '.' : ''];
  const words = named.filter((word) => word !== '').join(' ');
  return words === '' ? undefined : words;
}

function projectOf(folder: SourceFolder): unknown {
  const text = folder.text('pyproject.toml');
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch {
    folder.refuse('pyproject.toml', 'it is no TOML');
    return undefined;
  }
}

function dependenciesOf(project: unknown): readonly string[] {
  if (!isObject(project)) return [];
  const listed = isObject(project.project) ? project.project.dependencies : undefined;
  const poetry =
    isObject(project.tool) && isObject(project.tool.poetry) ? project.tool.poetry.dependencies : {};
  return [
    ...(Array.isArray(listed) ? listed.filter((each) => typeof each === 'string') : []),
    ...(isObject(poetry) ? Object.keys(poetry) : []),
  ];
}

function startOf(folder: SourceFolder, project: unknown, needs: string): Found<string> | undefined {
  const scripts = isObject(project) && isObject(project.project) ? project.project.scripts : undefined;
  const [script] = isObject(scripts) ? Object.keys(scripts) : [];
  if (script !== undefined && /^[\w.-]+$/.test(script))
    return { value: script, from: folder.at('pyproject.toml') };
  if (folder.files.has('manage.py'))
    return { value: 'python manage.py runserver 0.0.0.0:8000', from: folder.at('manage.py') };
  const file = ['main.py', 'app.py', 'server.py', 'worker.py', '__main__.py'].find((name) =>
    folder.files.has(name),
  );
  if (file === undefined) return undefined;
  const from = folder.at(file);
  const module = file.replace(/\.py$/, '');
  if (/\b(fastapi|uvicorn)\b/i.test(needs) && /^app\s*=/m.test(folder.text(file) ?? ''))
    return { value: `python -m uvicorn ${module}:app --host 0.0.0.0 --port 8000`, from };
  if (/\bgunicorn\b/i.test(needs) && /^app\s*=/m.test(folder.text(file) ?? ''))
    return { value: `python -m gunicorn --bind 0.0.0.0:8000 ${module}:app`, from };
  return { value: `python ${file}`, from };
}

function testOf(
  folder: SourceFolder,
  own: string | undefined,
  needs: string,
): Pick<Program, 'test' | 'results'> {
  const dev = [
    'requirements-dev.txt',
    'dev-requirements.txt',
    'requirements-test.txt',
    'test-requirements.txt',
  ].find((name) => folder.files.has(name));
  const marks = ['pytest.ini', 'conftest.py', 'tox.ini'].find((name) => folder.files.has(name));
  const hasFolder = folder.folders.has('tests') || folder.folders.has('test');
  const usesPytest = /\bpytest\b/.test(`${needs}\n${dev === undefined ? '' : (folder.text(dev) ?? '')}`);
  if (marks === undefined && dev === undefined && !hasFolder && !usesPytest) return { test: [] };
  const also = [...(own === undefined ? [] : [` ${own}`]), ...(dev === undefined ? [] : [` -r ${dev}`])];
  const from = folder.at(marks ?? dev ?? (hasFolder ? 'tests' : 'requirements.txt'));
  return {
    test: [
      { value: 'python -m venv .venv', from },
      { value: `.venv/bin/pip install --quiet pytest${also.join('')}`, from },
      { value: '.venv/bin/python -m pytest --junit-xml=junit.xml', from },
    ],
    results: 'junit.xml',
  };
}

function versionOf(folder: SourceFolder, project: unknown): FoundVersion | undefined {
  const pinned =
    matched(folder, '.python-version', /^\s*(3\.\d{1,2})(?:[.\s]|$)/) ??
    matched(folder, 'runtime.txt', /^\s*python-(3\.\d{1,2})/);
  if (pinned !== undefined) return pinned;
  const range =
    textIn(project, 'project', 'requires-python') ??
    textIn(project, 'tool', 'poetry', 'dependencies', 'python');
  const [, operator = '', least] = /(>=|==|~=|\^|~)\s*(3\.\d{1,2})/.exec(range ?? '') ?? [];
  if (least === undefined) return undefined;
  // `~=3.11` and `^3.11` let 3.12 in, too.
  return { value: least, from: folder.at('pyproject.toml'), isLeast: ['>=', '~=', '^'].includes(operator) };
}
