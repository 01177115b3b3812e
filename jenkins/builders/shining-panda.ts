import type { ShiningPandaBuilder, ToxBuilder } from '../../schema/generated/located.ts';
import { given } from '../shared/lines.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Scripted, SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

const PACKAGE = 'jenkins.plugins.shiningpanda.builders';
const shiningPanda = elementsOf('shiningpanda', 'jobs run in environments of Python', '0.21');

/** Runs a command in an environment of Python (the builders of ShiningPanda). */
export const shiningPandaBuilder: Thing<SpecNode<'shining-panda', Scripted<ShiningPandaBuilder>>> = {
  kind: 'shining-panda',
  needs: shiningPanda,
  xml: ({ spec }) => {
    const command = [
      leaf('nature', spec.nature),
      leaf('command', spec.command),
      leaf('ignoreExitCode', spec.ignore_exit_code),
    ];
    switch (spec.build_environment.value) {
      case 'python':
        return element(`${PACKAGE}.PythonBuilder`, [leaf('pythonName', spec.python_version), ...command]);
      case 'custom':
        return element(`${PACKAGE}.CustomPythonBuilder`, [leaf('home', spec.home ?? ''), ...command]);
      case 'virtualenv':
        return element(`${PACKAGE}.VirtualenvBuilder`, [
          leaf('pythonName', spec.python_version),
          leaf('home', spec.name ?? ''),
          leaf('clear', spec.clear),
          leaf('systemSitePackages', spec.system_site_packages),
          ...command,
        ]);
    }
  },
};

/** Runs tox (jenkins.plugins.shiningpanda.builders.ToxBuilder). */
export const toxBuilder: Thing<SpecNode<'tox', ToxBuilder>> = {
  kind: 'tox',
  needs: shiningPanda,
  xml: ({ spec }) =>
    element(`${PACKAGE}.ToxBuilder`, [
      leaf('toxIni', spec.ini),
      leaf('recreate', spec.recreate),
      ...optional('toxenvPattern', given(spec.toxenv_pattern)),
    ]),
};
