import { lower } from '../../../compiler/lower/lower.ts';
import type { Ir } from '../../../compiler/model/ir.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { fullCatalogue } from '../../../compiler/plugins/full-catalogue.ts';
import { initScriptsOf } from '../../emitters/emit.ts';
import type { InitScript, InitStart } from '../jenkins/init-scenario.ts';

/** A controller as the oracles need it: its scripts, and what a pod of it would find. */
export interface ControllerScripts {
  readonly ir: Ir;
  readonly scripts: readonly InitScript[];
  /** Version by plugin id: what is in the image. */
  readonly plugins: Readonly<Record<string, string>>;
  /** A start with all plugins and secrets. */
  readonly start: InitStart;
}

/** Returns the init scripts for the text of a `jenkins.bitesize` (what stands below `jenkins:`, in YAML). */
export async function controllerScripts(settings: string): Promise<ControllerScripts> {
  const text = `project: shop\njenkins: ${settings.trim() === '' ? '{}' : `\n${settings}`}\n`;
  const { project, diagnostics } = analyse([{ name: 'jenkins.bitesize', text }]);
  const { ir, diagnostics: further } = lower(project, {
    catalogue: await fullCatalogue('2.568.x'),
    files: new Map(Object.entries(ownFiles)),
  });
  const errors = [...diagnostics, ...further].filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const scripts = initScriptsOf(ir.controller).map(({ name, content }) => ({ name, text: content.text }));
  const plugins = Object.fromEntries(ir.plugins.plugins.map(({ id, version }) => [id, version]));
  return {
    ir,
    scripts,
    plugins,
    start: { scripts, plugins, files: { ...secretFiles(ir), ...startFiles(ir), ...image } },
  };
}

/** Files of the project, which settings may name. */
const ownFiles = {
  'casc/slack.yaml': 'unclassified:\n  slackNotifier: {teamDomain: "${slack/team}"}\n',
  'init/quiet-period.groovy': `import jenkins.model.Jenkins

int seconds() {
    return 10
}
Jenkins.get().setQuietPeriod(seconds())
`,
  'init/refuses.groovy': "throw new IllegalStateException('not today')\n",
};

function startFiles({ controller }: Ir): Readonly<Record<string, string>> {
  return Object.fromEntries(
    controller.startFiles.map(({ name, text }) => [`/usr/share/jenkins/start-files/${name}`, text.text]),
  );
}

/** What the image holds with `seed.mode: image`, and a home directory. */
const image = {
  '/usr/share/jenkins/job-dsl/build_jobs.groovy': "job('web') {\n}\n",
  '/var/jenkins_home/config.xml': '<hudson/>\n',
};

/** Returns a value for every secret, as Kubernetes mounts them: `value of <Secret>/<key>` with a line break. */
export function secretFiles({ controller }: Ir): Readonly<Record<string, string>> {
  return Object.fromEntries(
    controller.secrets.map(({ secret, key }) => {
      const path = `${secret.value}/${key.value}`;
      return [`/run/secrets/bitesize/${path}`, `value of ${path}\n`];
    }),
  );
}
