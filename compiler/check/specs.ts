import type {
  ApplicationSpec,
  BuildSpec,
  EnvironmentsSpec,
  JenkinsSpec,
} from '../../schema/generated/located.ts';

/** The located specs of one project; a spec that is absent or has no readable root is undefined. */
export interface Specs {
  readonly build?: BuildSpec;
  readonly application?: ApplicationSpec;
  readonly environments?: EnvironmentsSpec;
  readonly jenkins?: JenkinsSpec;
}
