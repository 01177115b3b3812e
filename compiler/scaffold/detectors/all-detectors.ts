import type { Detector } from './detector.ts';
import { goDetector } from './go.ts';
import { gradleDetector, mavenDetector } from './java.ts';
import { nodeDetector } from './node.ts';
import { pythonDetector } from './python.ts';
import { rubyDetector } from './ruby.ts';

/** Every language that `bitesize init` knows. The first one that finds a program in a folder has it. */
export const allDetectors: readonly Detector[] = [
  mavenDetector,
  gradleDetector,
  goDetector,
  pythonDetector,
  rubyDetector,
  nodeDetector,
];
