import { buildkitParserTool } from './buildkit-parser.ts';
import { emacsTool } from './emacs.ts';
import { goReadersTool } from './go-readers.ts';
import { groovyTool } from './groovy.ts';
import { groovyCpsTool } from './groovy-cps.ts';
import { javaTool } from './java.ts';
import { javaReadersTool, pipelineUnitTool, podReaderTool } from './java-readers.ts';
import { jobBuilderTool } from './job-builder.ts';
import { kubectlTool } from './kubectl.ts';
import { kubectlValidateTool } from './kubectl-validate.ts';
import { kubernetesValidateTool } from './kubernetes-validate.ts';
import { neovimTool } from './neovim.ts';
import { pyyamlTool } from './pyyaml.ts';
import { shellcheckTool } from './shellcheck.ts';
import { straceTool } from './strace.ts';
import type { Tool } from './tool.ts';

/** Every outside program that the oracles use, in the order in which they are installed. */
export const allTools: readonly Tool[] = [
  javaTool,
  groovyTool,
  groovyCpsTool,
  kubectlTool,
  shellcheckTool,
  straceTool,
  kubernetesValidateTool,
  kubectlValidateTool,
  goReadersTool,
  buildkitParserTool,
  javaReadersTool,
  podReaderTool,
  pipelineUnitTool,
  pyyamlTool,
  jobBuilderTool,
  neovimTool,
  emacsTool,
];
