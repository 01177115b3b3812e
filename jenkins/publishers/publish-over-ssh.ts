import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { SshPublisher, SshServer, SshTransfer } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, typed } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

/** Names of elements have two underscores for one, names of classes in attributes do not. */
const ELEMENTS = 'jenkins.plugins.publish__over__ssh';
const CLASSES = 'jenkins.plugins.publish_over_ssh';

/** Sends files to servers by the plugin Publish Over SSH (`BapSshPublisherPlugin`, `BPPlugin`, read 2026-08). */
export const publishOverSsh: Thing<SpecNode<'ssh', SshPublisher>> = {
  kind: 'ssh',
  needs: elementsOf('publish-over-ssh', 'jobs send files to servers', '1.25'),
  xml: ({ spec }) =>
    element(`${ELEMENTS}.BapSshPublisherPlugin`, [
      leaf('consolePrefix', 'SSH: '),
      element('delegate', [
        elementsOfSpecs('publishers', spec.servers, serverElement),
        leaf('continueOnError', spec.continue_on_error),
        leaf('failOnError', spec.fail_on_error),
        leaf('alwaysPublishFromMaster', spec.always_publish_from_master),
        {
          name: 'hostConfigurationAccess',
          attributes: { class: `${CLASSES}.BapSshPublisherPlugin`, reference: '../..' },
          content: [],
        },
        ...(spec.parameter_name === undefined
          ? []
          : [
              typed('paramPublish', `${CLASSES}.BapSshParamPublish`, [
                leaf('parameterName', spec.parameter_name),
              ]),
            ]),
      ]),
    ]),
};

function serverElement(server: SshServer): XmlElement {
  return element(`${ELEMENTS}.BapSshPublisher`, [
    leaf('configName', server.site),
    leaf('verbose', server.verbose),
    elementsOfSpecs('transfers', server.transfers, transferElement),
    leaf('useWorkspaceInPromotion', false),
    leaf('usePromotionTimestamp', false),
    ...(server.retries === undefined
      ? []
      : [
          typed('retry', `${CLASSES}.BapSshRetry`, [
            leaf('retries', server.retries),
            leaf('retryDelay', server.retry_delay),
          ]),
        ]),
    ...(server.label === undefined
      ? []
      : [typed('label', `${CLASSES}.BapSshPublisherLabel`, [leaf('label', server.label)])]),
  ]);
}

function transferElement(transfer: SshTransfer): XmlElement {
  return element(`${ELEMENTS}.BapSshTransfer`, [
    leaf('remoteDirectory', transfer.target),
    leaf('sourceFiles', transfer.source),
    leaf('excludes', transfer.excludes),
    leaf('removePrefix', transfer.remove_prefix),
    leaf('remoteDirectorySDF', transfer.target_is_date_format),
    leaf('flatten', transfer.flatten),
    leaf('cleanRemote', transfer.clean_remote),
    leaf('noDefaultExcludes', transfer.no_default_excludes),
    leaf('makeEmptyDirs', transfer.make_empty_dirs),
    leaf('patternSeparator', transfer.pattern_separator),
    leaf('execCommand', transfer.command),
    leaf('execTimeout', transfer.timeout),
    leaf('usePty', transfer.use_pty),
    leaf('useAgentForwarding', transfer.use_agent_forwarding),
    leaf('useSftpForExec', transfer.use_sftp_for_exec),
    leaf('keepFilePermissions', transfer.keep_file_permissions),
  ]);
}
