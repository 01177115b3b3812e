import { checkSpec } from '../../compiler/check/check-spec.ts';
import type { ServedSources } from '../../compiler/compile-controller.ts';
import { parseSource } from '../../compiler/source/parse-source.ts';
import type { SharedController } from '../../schema/generated/located.ts';

/** Returns the first controller that the text of a controllers.bitesize has. */
export function sharedController(text: string): SharedController {
  const { root, diagnostics } = parseSource({ name: 'controllers.bitesize', text });
  if (root === undefined) throw new Error('the text is empty');
  const checked = checkSpec('controllers', root);
  const errors = [...diagnostics, ...checked.diagnostics].filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const [controller] = checked.spec?.controllers ?? [];
  if (controller === undefined) throw new Error('the text has no controller');
  return controller;
}

/** Settings of a controller that serves every project. */
export const teamController = `controllers:
  - name: team
    projects: '*'
    jenkins:
      url: https://ci.example.com/
      seed: {repository: 'git@git.example.com:fleet/compiled.git', branch: main}
      known_hosts: ['git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl']
`;

/** Returns a project of a shared controller, with the texts of its specs by their kind. */
export function served(path: string, specs: Readonly<Record<string, string>>): ServedSources {
  return {
    path,
    sources: Object.entries(specs).map(([kind, text]) => ({ name: `${path}/${kind}.bitesize`, text })),
  };
}
