import { lower } from '../../../../compiler/lower/lower.ts';
import type { Controller } from '../../../../compiler/model/controller/controller.ts';
import type { InitScript } from '../../../../compiler/model/controller/scripts/init-script.ts';
import type { Ir } from '../../../../compiler/model/ir.ts';
import { analyse } from '../../../../compiler/pipeline.ts';
import { plain } from '../../../../compiler/print/yaml.ts';
import { positionAt } from '../../../../compiler/text/position.ts';
import type { Manifest } from '../kubernetes/lowered.ts';

/** What the controller of some settings became. */
export interface LoweredController {
  readonly ir: Ir;
  readonly controller: Controller;
  /** `line: code: message` of everything that was reported. */
  readonly messages: readonly string[];
  readonly codes: readonly string[];
  readonly help: readonly string[];
  /** The script of a kind. */
  readonly script: <K extends InitScript['kind']>(kind: K) => Extract<InitScript, { kind: K }>;
  /** The manifest of an object, by kind and name, `ConfigMap/jenkins` for example. */
  readonly manifest: (id: string) => Manifest;
  readonly manifests: readonly Manifest[];
}

/** Returns the controller for what stands below `jenkins:` in `jenkins.bitesize`, and for other specs by kind. */
export function controllerOf(settings = '', specs: Readonly<Record<string, string>> = {}): LoweredController {
  const text = `project: shop\njenkins:${settings.trim() === '' ? ' {}\n' : `\n${settings}\n`}`;
  const sources = Object.entries({ ...specs, jenkins: text }).map(([kind, content]) => ({
    name: `${kind}.bitesize`,
    text: content,
  }));
  const { project, diagnostics } = analyse(sources);
  const lowered = lower(project);
  const { ir } = lowered;
  const all = [...diagnostics, ...lowered.diagnostics];
  const manifests = ir.controller.objects.map(({ manifest }) => plain(manifest) as unknown as Manifest);
  return {
    ir,
    controller: ir.controller,
    messages: all.map(
      ({ code, message, span }) =>
        `${span ? positionAt(span.file, span.start).line : '-'}: ${code}: ${message}`,
    ),
    codes: all.map(({ code }) => code),
    help: all.flatMap((diagnostic) => diagnostic.help),
    script: (kind) => {
      const found = ir.controller.initScripts.find((script) => script.kind === kind);
      if (found === undefined) throw new Error(`no script of kind ${kind}`);
      return found as ReturnType<LoweredController['script']> as never;
    },
    manifest: (id) => {
      const found = manifests.find(({ kind, metadata }) => id === `${kind}/${metadata.name}`);
      if (found === undefined) throw new Error(`no ${id}`);
      return found;
    },
    manifests,
  };
}
