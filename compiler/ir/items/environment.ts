import type { ItemNode } from './node.ts';
import type { Text } from './text.ts';

/** One environment variable. The EnvInject plugin reads `name=value` lines as a properties file. */
export interface EnvironmentVariable extends ItemNode {
  readonly name: Text;
  readonly value: Text;
}
