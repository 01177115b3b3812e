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
export { compile, compileFully } from './compile.ts';
export type { Diagnostic, Edit, Fix, Label } from './diagnostics/diagnostic.ts';
export type { Change, FieldChange, Risk } from './diff/change.ts';
export { type Difference, type DiffOptions, diff } from './diff.ts';
export type { Artifact } from './model/artifact.ts';
export type { Ir } from './model/ir.ts';
export { type Analysis, analyse, type Compilation, type CompileOptions } from './pipeline.ts';
export type { SourceFile, Span } from './text/span.ts';
