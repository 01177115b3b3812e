import { choice, flag, integer, text, texts } from '../../fields.ts';
import type { Things } from '../family.ts';
import { off, optional, orFile, preset, required, scriptFile } from './about.ts';

const unstableReturn = integer('The exit code that makes the build unstable instead of failing it.', {
  ...optional('any exit code but 0 fails the build', 2),
  minimum: 1,
});

const ignoreExitCode = flag('Whether the build goes on when the command fails.', off);

/** Build steps that are scripts. */
export const commands: Things = {
  shell: {
    description: 'Runs a shell script.',
    short: 'command',
    fields: {
      command: text(
        'The script. Without a first line that begins with `#!`, the shell of Jenkins runs it with `-xe`.',
        orFile,
      ),
      file: scriptFile('command', 'scripts/test.sh'),
      unstable_return: unstableReturn,
    },
    examples: [{ command: 'make test' }],
  },
  batch: {
    description: 'Runs a batch script of Windows.',
    short: 'command',
    fields: {
      command: text('The script; `cmd /c call` runs it.', {
        ...orFile,
        examples: ['nmake test'],
      }),
      file: scriptFile('command', 'scripts/test.bat'),
      unstable_return: unstableReturn,
    },
    examples: [{ command: 'nmake test' }],
  },
  powershell: {
    description: 'Runs a script of PowerShell.',
    short: 'command',
    fields: {
      command: text('The script.', {
        ...orFile,
        examples: ['Invoke-Pester -CI'],
      }),
      file: scriptFile('command', 'scripts/test.ps1'),
      stop_on_error: flag('Whether the first command that fails ends the script.', preset(true, false)),
      use_profile: flag('Whether the profile of the user is read first.', off),
      unstable_return: unstableReturn,
      installation: text('Name of an installation of PowerShell in Jenkins.', {
        ...optional('the one on the path of the agent', 'PowerShell 7'),
      }),
    },
    examples: [{ command: 'Invoke-Pester -CI' }],
  },
  python: {
    description: 'Runs a script of Python with the `python` that is on the path of the agent.',
    short: 'command',
    fields: {
      command: text('The script.', {
        ...orFile,
        examples: ['import platform\nprint(platform.node())'],
      }),
      file: scriptFile('command', 'scripts/node.py'),
    },
    examples: [{ command: 'import platform\nprint(platform.node())' }],
  },
  'shining-panda': {
    description: 'Runs a command in an environment of Python: an installation, or a virtualenv of the job.',
    short: 'command',
    fields: {
      build_environment: choice('Where the Python comes from.', {
        ...preset('virtualenv', 'python'),
        values: {
          virtualenv: 'A virtualenv that the step makes, and keeps for later builds.',
          python: 'An installation of Jenkins.',
          custom: 'The one in the folder `home`.',
        },
      }),
      python_version: text('Name of the installation of Python in Jenkins; not for `custom`.', {
        ...preset('System-CPython-2.7', 'System-CPython-3'),
      }),
      home: text('Folder of the Python; for `custom` alone.', {
        ...optional('none, which only the other environments allow', '/opt/python-3.13'),
      }),
      name: text('Name of the virtualenv; steps with the same name share it. For `virtualenv` alone.', {
        ...optional('one that all steps without a name share', 'docs'),
      }),
      clear: flag('Whether the virtualenv is made anew in each build.', off),
      system_site_packages: flag('Whether the virtualenv sees the packages of the installation.', off),
      nature: choice('What the command is.', {
        ...preset('shell', 'python'),
        values: {
          shell: 'A script of the shell of the agent.',
          xshell: 'The same, with variables and paths in the form of the platform.',
          python: 'A script of Python.',
        },
      }),
      command: text('The command.', {
        ...orFile,
        examples: ['pip install -e .\npytest'],
      }),
      file: scriptFile('command', 'scripts/pytest.sh'),
      ignore_exit_code: ignoreExitCode,
    },
    examples: [{ python_version: 'System-CPython-3', command: 'pip install -e .\npytest' }],
  },
  tox: {
    description: 'Runs tox for the environment that the axis `tox` of a matrix job chose.',
    short: 'ini',
    fields: {
      ini: text('Path of its configuration.', preset('tox.ini', 'ci/tox.ini')),
      recreate: flag('Whether the environments are made anew in each build.', off),
      toxenv_pattern: text('What TOXENV is made of; variables of the build are filled in.', {
        ...optional('the value of the axis', '$TOXENV-django42'),
      }),
    },
    examples: [{ ini: 'tox.ini' }],
  },
  nodejs: {
    description: 'Runs a script of Node.js.',
    short: 'script',
    fields: {
      script: text('The script.', {
        ...orFile,
        examples: ['console.log(process.version)'],
      }),
      file: scriptFile('script', 'scripts/version.js'),
      name: text('Name of the installation of Node.js in Jenkins.', required('node-22')),
      config_id: text('Id of a managed file of the kind npmrc.', {
        ...optional('the npmrc of the user', 'npmrc-internal'),
      }),
    },
    examples: [{ name: 'node-22', script: 'console.log(process.version)' }],
  },
  groovy: {
    description: 'Runs a script of Groovy in a process of its own on the agent.',
    short: 'command',
    fields: {
      command: text('The script.', {
        ...optional('`file` or `command_file` says where it is', "println 'built'"),
        secret: true,
      }),
      command_file: scriptFile('command', 'scripts/report.groovy'),
      file: text('Path of the script in the workspace.', {
        ...optional('`command` or `command_file` is the script', 'ci/report.groovy'),
      }),
      version: text('Name of the installation of Groovy in Jenkins.', preset('(Default)', 'groovy-4')),
      parameters: text('Options of the program `groovy`.', {
        ...optional('none', '--encoding UTF-8'),
        secret: true,
      }),
      script_parameters: text('Arguments of the script.', {
        ...optional('none', 'report.xml'),
        secret: true,
      }),
      properties: texts('Properties of the JVM, each as `name=value`.', {
        ...optional('none', ['stage=test']),
        secret: true,
      }),
      java_opts: text('Further options of the JVM.', optional('none', '-Xmx1g')),
      class_path: texts('Where it finds classes.', optional('none', ['lib/helpers.jar'])),
    },
    examples: [{ file: 'ci/report.groovy' }],
  },
  'system-groovy': {
    description:
      'Runs a script of Groovy inside the controller, where it may do everything unless it runs in the sandbox.',
    short: 'command',
    fields: {
      command: text('The script.', {
        ...optional('`file` or `command_file` says where it is', 'println build.displayName'),
        secret: true,
      }),
      command_file: scriptFile('command', 'scripts/cleanup.groovy'),
      file: text('Path of the script in the workspace. It always runs in the sandbox.', {
        ...optional('`command` or `command_file` is the script', 'ci/cleanup.groovy'),
      }),
      sandbox: flag('Whether `command` or `command_file` runs in the sandbox of Groovy.', off),
      allow: choice('The word without which a script outside the sandbox is refused.', {
        ...optional('only a script in the sandbox is taken', 'controller'),
        values: {
          controller:
            'The script may read every credential and change every job. Jenkins still asks an administrator to approve it, and again after each change.',
        },
      }),
      bindings: texts('Variables of the script, each as `name=value`.', {
        ...optional('none', ['stage=test']),
        secret: true,
      }),
      class_path: texts('Addresses of jars that the script uses; not beside `file`.', {
        ...optional('none', ['file:/srv/lib/helpers.jar']),
      }),
    },
    examples: [{ sandbox: true, command: 'println build.displayName' }],
  },
  'managed-script': {
    description: 'Runs a script that is kept in the managed files of Jenkins.',
    short: 'script_id',
    fields: {
      script_id: text('Id of the managed file.', { ...required('collect-logs'), minLength: 1 }),
      type: choice('What the managed file is.', {
        ...preset('script', 'batch'),
        values: {
          script: 'A script of the shell.',
          batch: 'A batch script of Windows.',
          powershell: 'A script of PowerShell.',
        },
      }),
      args: texts('Its arguments.', { ...optional('none', ['--since', '1h']), secret: true }),
    },
    examples: [{ script_id: 'collect-logs' }],
  },
};
