import type { BuildVariable } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';
import { spanWithin } from './support/span-within.ts';

/**
 * Variables that builds have anyhow: those of core (`hudson.model.CoreEnvironmentContributor`), of the git plugin, of
 * Kubernetes, and what containers usually have.
 */
const ALWAYS_THERE =
  /^((BUILD|CI|EXECUTOR|GIT|HUDSON|JENKINS|JOB|KUBERNETES|LC|NODE|ROOT|RUN|STAGE|WORKSPACE|XDG)(_\w+)?|AGENT_WORKDIR|BUILDS?|CLASSPATH|HOME|HOST|HOSTNAME|JAVA_HOME|LANG|LANGUAGE|LOGNAME|OLDPWD|PATH|PWD|SHELL|TEMP|TERM|TMP|TMPDIR|TZ|UID|USER|USERNAME)$/;

/** As EnvInject finds them: `$NAME` and `${NAME}`, unless a backslash stands before. */
const REFERENCES = /(?<!\\)\$(?:([A-Za-z_]\w*)|\{([A-Za-z_][\w.]*)\})/g;

/** The image of the default agent, whose variables are known. */
const INBOUND_AGENT = /^(docker\.io\/)?jenkins\/inbound-agent(?=[:@]|$)/;

/** EnvInject fills other variables into the values of a component's, drops what it does not know, and cuts blanks. */
export const buildVariablesRule: Rule = {
  name: 'build-variables',
  *check(specs, { settingsAreRead }) {
    const { agents, env: global, job_xml: fragments } = settingsOf(specs);
    // What an agent's `yaml` and a fragment of a job bring is not known here; a setting with a mistake may bring the name.
    const isOpen = !settingsAreRead || fragments.length > 0 || agents.some(({ yaml }) => yaml !== undefined);
    // An image brings variables of its own, and those have capitals.
    const isOwnImage = agents.some(({ image }) => !INBOUND_AGENT.test(image.value));
    const shared = [...global, ...agents.flatMap(({ env }) => env)].map(({ name }) => name.value);
    for (const { env } of specs.build?.components ?? []) {
      const known = new Set([...shared, ...env.flatMap(({ name }) => name?.value ?? [])]);
      for (const variable of env) {
        if (variable.credentials !== undefined) continue;
        if (!isOpen) yield* unknownReferences(variable, known, isOwnImage);
        yield* blanks(variable);
      }
    }
  },
};

function* unknownReferences({ name, value }: BuildVariable, known: ReadonlySet<string>, isOwnImage: boolean) {
  for (const match of value.value.matchAll(REFERENCES)) {
    const [text, plain, braced] = match;
    const reference = plain ?? braced ?? '';
    if (ALWAYS_THERE.test(reference) || known.has(reference)) continue;
    if (isOwnImage && /^[A-Z][A-Z\d_]*$/.test(reference)) continue;
    const span = spanWithin(value, match.index, text);
    yield diagnose('check/unknown-reference', { variable: name.value, reference: text }, span, {
      help: [
        `write \`\\${text}\` if a dollar sign is meant`,
        `or define \`${reference}\` as a variable of the component, or in \`env\` of jenkins.bitesize`,
      ],
    });
    return;
  }
}

function* blanks({ name, value }: BuildVariable) {
  if (value.value.trim() === value.value || value.value.trim() === '') return;
  yield diagnose('check/blank-ends', { variable: name.value }, at(value), {
    help: 'leave the blanks out, or add them in the step that needs them',
  });
}
