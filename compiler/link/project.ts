import type {
  Application,
  ApplicationDependency,
  Component,
  Environment,
  Forge,
  GitRepository,
  ImageBuild,
  ImageFile,
  Jenkins,
  PullRequests,
  Service,
} from '../../schema/generated/located.ts';
import type { ServiceKind } from '../check/service-fields.ts';
import type { Sourced } from '../text/sourced.ts';
import type { ForgeKind } from '../util/forge-place.ts';
import type { Hosting } from './hosting.ts';
import type { OwnJobs } from './own-jobs/link-jobs.ts';

/** A whole project: its specs with the names between them resolved, and its settings with every default. */
export interface Project {
  readonly name: Sourced<string>;
  /** `jenkins.bitesize`, or its defaults where the file or a field is absent. */
  /** On a shared controller those of the project, and for the rest those of the controller. */
  readonly settings: Jenkins;
  /** Absent for a project with a Jenkins of its own. */
  readonly hosting?: Hosting;
  readonly components: readonly Component[];
  readonly applications: readonly LinkedApplication[];
  /** In file order, which is the order of promotion. */
  readonly environments: readonly LinkedEnvironment[];
  /** How pull requests are built, in the order of the components that have some. */
  readonly requests: readonly LinkedRequests[];
  /** The jobs of jobs.bitesize. */
  readonly ownJobs: OwnJobs;
}

/** How the pull requests of a component are built, and where they come from. */
export interface LinkedRequests {
  readonly component: Component;
  readonly spec: PullRequests;
  readonly repository: GitRepository;
  readonly forge: Sourced<ForgeKind>;
  /** Owner of the repository: a person, an organization, a group or a project; empty on Gerrit. */
  readonly owner: string;
  readonly name: string;
  /** One of `forges`; absent for a public server. */
  readonly server?: Forge;
  /** What finds pull requests and reports results. */
  readonly credentials?: Sourced<string>;
  /** The file that every branch has; absent on Gerrit. */
  readonly marker?: Sourced<string>;
  /** What pull requests are deployed to. */
  readonly environment?: LinkedEnvironment;
}

/** An application with the components that produce its packages. */
export interface LinkedApplication {
  readonly spec: Application;
  readonly producers: readonly Producer[];
  /** The Dockerfile of a repository that it is built with; absent where one is made of `runtime`. */
  readonly build?: LinkedBuild;
  /** Artifacts of components that go into it. */
  readonly files: readonly LinkedFile[];
}

/** A Dockerfile of a component's repository. */
export interface LinkedBuild {
  readonly spec: ImageBuild;
  readonly component: Component;
  readonly repository: NonNullable<Component['repository']>;
}

/** Artifacts of a component that go into an image. */
export interface LinkedFile {
  readonly spec: ImageFile;
  readonly component: Component;
}

/** A dependency of an application on a package that a component of the project builds. */
export interface Producer {
  readonly dependency: ApplicationDependency;
  readonly component: Component;
}

/** An environment with its linked services. */
export interface LinkedEnvironment {
  readonly spec: Environment;
  /** Where its objects live: the `namespace` of the spec, or one made of project and environment. */
  readonly namespace: Sourced<string>;
  readonly services: readonly LinkedService[];
}

/** A service with its application and the deployment that holds for it. */
export interface LinkedService {
  readonly kind: ServiceKind;
  readonly spec: Service;
  /** Name of the application whose image runs: `application`, or the name of the service, also of one with an `image`. */
  readonly applicationName: Sourced<string>;
  /** The application, when an application spec is present and the service is of our own. */
  readonly application?: LinkedApplication;
  readonly deployment: EffectiveDeployment;
}

/** A colour of a blue/green deployment. */
export type Colour = 'blue' | 'green';

/** How a service is deployed: what it says itself, else what its environment says, else the default. */
export interface EffectiveDeployment {
  readonly method: Sourced<'rolling-upgrade' | 'bluegreen'>;
  /** The live colour; always there under blue/green. */
  readonly active?: Sourced<Colour>;
  /** Seconds until a rollout counts as failed. */
  readonly timeout: Sourced<number>;
  readonly customUrls: Readonly<Record<Colour, readonly Sourced<string>[]>>;
}
