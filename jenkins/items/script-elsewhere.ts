import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import { type Scm, scms } from '../scm/all-scms.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

/** What takes the place of the script that a branch has itself: at most one of them. */
export interface ScriptElsewhere {
  /** The script itself, which no branch can change. */
  readonly inline?: InlineScript | undefined;
  /** A script in another repository. */
  readonly remote?: RemoteScript | undefined;
}

/** A script that stands in the job and runs for every branch that has a file. */
export interface InlineScript extends ItemNode {
  readonly script: Text;
  readonly sandbox: Valued<boolean>;
  /** Path of the file that a branch must have. */
  readonly marker: Text;
}

/** A script in another repository. */
export interface RemoteScript extends ItemNode {
  readonly scm: Scm;
  readonly path: Text;
  readonly matchBranches: Valued<boolean>;
  readonly fallbackBranch: Text;
  /** Path of the file that a branch must have; any branch does when absent. */
  readonly marker?: Text | undefined;
}

const INLINE = 'org.jenkinsci.plugins.inlinepipeline.InlineDefinition';
const REMOTE = 'org.jenkinsci.plugins.workflow.multibranch.extended.RemoteJenkinsFileWorkflow';
const inlineNeeds = elementsOf('inline-pipeline', 'scripts of multibranch pipelines stand in the job');
const remoteNeeds = elementsOf(
  'remote-file',
  'scripts of multibranch pipelines are in another repository',
  '1.24',
);

/**
 * Returns the factory of a multibranch project, by the plugins Multibranch Pipeline Inline Definition and Remote
 * Jenkinsfile Provider: the fields of their classes in their order, those of the class above first. Job DSL has no
 * method for it. Undefined where each branch has its script.
 */
export function branchFactory(
  { inline, remote }: ScriptElsewhere,
  owner: XmlElement,
): XmlElement | undefined {
  if (inline !== undefined) {
    const { script, sandbox, marker } = inline;
    return from(
      inline.origin,
      typed('factory', `${INLINE}BranchProjectFactory`, [
        owner,
        leaf('script', script),
        leaf('sandbox', sandbox),
        leaf('markerFile', marker),
      ]),
    );
  }
  if (remote === undefined) return undefined;
  return from(
    remote.origin,
    typed('factory', `${REMOTE}BranchProjectFactory`, [
      owner,
      leaf('scriptPath', 'Jenkinsfile'),
      leaf('localMarker', remote.marker ?? ''),
      leaf('remoteJenkinsFile', remote.path),
      remoteScm(remote),
      leaf('matchBranches', remote.matchBranches),
      leaf('scmSourceBranchName', 'master'),
      leaf('fallbackBranch', remote.fallbackBranch),
      leaf('lookupInParameters', false),
    ]),
  );
}

/** Returns the factory of an organization, which gives its multibranch projects the one of `branchFactory`. */
export function repositoryFactory({ inline, remote }: ScriptElsewhere): XmlElement | undefined {
  if (inline !== undefined) {
    const { script, sandbox, marker } = inline;
    return from(
      inline.origin,
      element(`${INLINE}MultiBranchProjectFactory`, [
        leaf('markerFile', marker),
        leaf('script', script),
        leaf('sandbox', sandbox),
      ]),
    );
  }
  if (remote === undefined) return undefined;
  return from(
    remote.origin,
    element(`${REMOTE}MultiBranchProjectFactory`, [
      leaf('localMarker', remote.marker ?? ''),
      leaf('remoteJenkinsFile', remote.path),
      leaf('lookupInParameters', false),
      leaf('matchBranches', remote.matchBranches),
      leaf('scmSourceBranchName', 'master'),
      leaf('fallbackBranch', remote.fallbackBranch),
      remoteScm(remote),
    ]),
  );
}

/** Notes the plugins that a script elsewhere needs. */
export function noteScriptElsewhere({ inline, remote }: ScriptElsewhere, needs: NeedCollector): void {
  if (inline !== undefined) needs.use(inlineNeeds, inline.origin);
  if (remote === undefined) return;
  needs.use(remoteNeeds, remote.origin);
  scms.needs([remote.scm], needs);
}

function remoteScm({ scm }: RemoteScript): XmlElement {
  const [{ content, attributes = {} } = element('scm')] = scms.plain([scm]);
  return { name: 'remoteJenkinsFileSCM', attributes, content };
}
