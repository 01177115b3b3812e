export type { Emitter } from '../emitters/emitter.ts';
export {
  application,
  build,
  component,
  environment,
  environments,
  jenkins,
  type Spec,
  service,
} from '../schema/authoring/authoring.ts';
export type * from '../schema/generated/types.ts';
export { compile } from './compile.ts';
export type { Diagnostic, Edit, Fix, Label } from './diagnostics/diagnostic.ts';
export type { Artifact } from './model/artifact.ts';
export type { Ir } from './model/ir.ts';
export type { Compilation, CompileOptions } from './pipeline.ts';
export type { SourceFile, Span } from './text/span.ts';
