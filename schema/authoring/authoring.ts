import type {
  ApplicationSpec,
  BuildSpec,
  Component,
  Environment,
  EnvironmentsSpec,
  JenkinsSpec,
  Job,
  JobsSpec,
  Service,
  SpecByKind,
} from '../generated/types.ts';

/** What a spec in TypeScript exports: `export default build({ ... })`. */
export interface Spec<K extends keyof SpecByKind = keyof SpecByKind> {
  readonly kind: K;
  readonly spec: SpecByKind[K];
}

/** Returns the spec of `build.bitesize.ts`: how the components of the project are built. */
export function build(spec: BuildSpec): Spec<'build'> {
  return { kind: 'build', spec };
}

/** Returns the spec of `application.bitesize.ts`: how container images are made of components. */
export function application(spec: ApplicationSpec): Spec<'application'> {
  return { kind: 'application', spec };
}

/** Returns the spec of `environments.bitesize.ts`: what runs where, how it is deployed and tested. */
export function environments(spec: EnvironmentsSpec): Spec<'environments'> {
  return { kind: 'environments', spec };
}

/** Returns the spec of `jenkins.bitesize.ts`: the Jenkins of the project. */
export function jenkins(spec: JenkinsSpec): Spec<'jenkins'> {
  return { kind: 'jenkins', spec };
}

/** Returns the spec of `jobs.bitesize.ts`: jobs and views of the project's own. */
export function jobs(spec: JobsSpec): Spec<'jobs'> {
  return { kind: 'jobs', spec };
}

/** The jobs of a kind. */
type JobOf<Kind extends Job['kind']> = Extract<Job, { kind: Kind }>;

/** Returns a job or view of `jobs.bitesize.ts`. */
export function job(job: Job): Job;
/** Returns a job or view of `jobs.bitesize.ts`, by its name and its other fields. */
export function job<Kind extends Job['kind']>(
  name: string,
  fields: { readonly kind: Kind } & Omit<JobOf<Kind>, 'name' | 'kind'>,
): JobOf<Kind>;
export function job(first: string | Job, fields?: object): Job {
  // The fields are those of one kind, which TypeScript forgets when a name is added.
  return typeof first === 'string' ? ({ name: first, ...fields } as Job) : first;
}

/** Returns a component of `build.bitesize.ts`. */
export function component(component: Component): Component;
/** Returns a component of `build.bitesize.ts`, by its name and its other fields. */
export function component(name: string, fields: Omit<Component, 'name'>): Component;
export function component(first: string | Component, fields?: Omit<Component, 'name'>): Component {
  return typeof first === 'string' ? { name: first, ...fields } : first;
}

/** Returns a service of an environment. */
export function service(service: Service): Service;
/** Returns a service of an environment, by its name and its other fields. */
export function service(name: string, fields: Omit<Service, 'name'>): Service;
export function service(first: string | Service, fields?: Omit<Service, 'name'>): Service {
  return typeof first === 'string' ? { name: first, ...fields } : first;
}

/** Returns an environment of `environments.bitesize.ts`. */
export function environment(environment: Environment): Environment;
/** Returns an environment of `environments.bitesize.ts`, by its name and its other fields. */
export function environment(name: string, fields: Omit<Environment, 'name'>): Environment;
export function environment(first: string | Environment, fields?: Omit<Environment, 'name'>): Environment {
  return typeof first === 'string' ? { name: first, ...fields } : first;
}
