import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Dockerfile } from './dockerfile.ts';

/** The container image of an application: how it is built, and where it is pushed to. */
export type ApplicationImage = GeneratedImage | RepositoryImage;

interface ImageBase {
  readonly kind: 'application-image';
  readonly application: Sourced<string>;
  /** Where the image job pushes to, without tag: `<registry.push>/<project>/<application>`. */
  readonly push: Sourced<string>;
  /** Where Kubernetes pulls from, without tag: `<registry.pull>/<project>/<application>`. */
  readonly pull: Sourced<string>;
  readonly origin: Origin;
}

/** An image whose Dockerfile is made of the specs. */
export interface GeneratedImage extends ImageBase {
  /** The tag: the version of the application, or that of the first package that a component makes. */
  readonly version: Sourced<string>;
  readonly dockerfile: Dockerfile;
}

/** An image that is built with a Dockerfile of a repository. */
export interface RepositoryImage extends ImageBase {
  /** A tag beside that of the commit. */
  readonly version?: Sourced<string>;
  readonly dockerfile?: never;
  readonly build: RepositoryBuild;
}

/** Where an image is built from, and how. */
export interface RepositoryBuild {
  /** The component whose repository it is. */
  readonly component: Sourced<string>;
  /** Label of the agent that builds the component. */
  readonly agent: Sourced<string>;
  readonly git: Sourced<string>;
  readonly branch: Sourced<string>;
  /** Id of the credential for the checkout; empty for none. */
  readonly credentials: Sourced<string>;
  /** Folder of the repository, from its top; `.` for the top. */
  readonly context: Sourced<string>;
  /** Path of the Dockerfile in the repository, from its top. */
  readonly path: Sourced<string>;
  readonly target?: Sourced<string>;
  /** Build arguments in the order of the spec. */
  readonly args: readonly { readonly name: string; readonly value: Sourced<string> }[];
}
