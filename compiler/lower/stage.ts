import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Lowered } from './lowered.ts';

/** A step of lowering that runs when somebody first asks for its value, and once. */
export class Stage<T> {
  private readonly run: () => Lowered<T>;
  private result: Lowered<T> | undefined;

  constructor(run: () => Lowered<T>) {
    this.run = run;
  }

  get value(): T {
    this.result ??= this.run();
    return this.result.value;
  }

  /** What could not be expressed; nothing as long as nobody has asked for the value. */
  get diagnostics(): readonly Diagnostic[] {
    return this.result?.diagnostics ?? [];
  }
}
