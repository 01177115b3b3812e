import { Random } from './random.ts';

/** What differs between the projects of a fleet. The specs and the input of Job Builder are both made from it. */
export interface FleetProject {
  /** Such as `orders-0042`; also the name of the folder. */
  readonly name: string;
  readonly version: string;
  readonly runtime: string;
  /** Debian packages that the build needs. */
  readonly packages: readonly string[];
  /** Commands that build the second component. */
  readonly commands: readonly string[];
  readonly replicas: number;
  readonly port: number;
  readonly postgres: string;
}

/** Jobs of each project: 2 components, 1 application, `environment-pipeline`, 2 deploys, 1 test, `service-manage`. */
export const jobsPerProject = 8;

/** Returns project number `index` of the fleet with this seed. It does not depend on how many projects there are. */
export function fleetProject(index: number, seed: number): FleetProject {
  const random = new Random(seed * 1_000_003 + index);
  const subject = random.pick(['orders', 'billing', 'search', 'catalogue', 'accounts', 'reports', 'gateway']);
  const packages = ['build-essential', 'devscripts', 'libpq-dev', 'libxml2-dev', 'protobuf-compiler'];
  const targets = ['lint', 'test', 'docs', 'dist', 'package'];
  return {
    name: `${subject}-${String(index + 1).padStart(4, '0')}`,
    version: `${1 + random.below(9)}.${random.below(20)}`,
    runtime: random.pick(['node:20-bookworm-slim', 'eclipse-temurin:21-jre', 'python:3.12-slim-bookworm']),
    packages: packages.slice(random.below(packages.length)),
    commands: targets.slice(random.below(targets.length)).map((target) => `make ${target}`),
    replicas: 1 + random.below(4),
    port: 8000 + random.below(1000),
    postgres: random.pick(['14', '15', '16']),
  };
}
