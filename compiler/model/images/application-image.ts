import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Dockerfile } from './dockerfile.ts';

/** The container image of an application: how it is built, and where it is pushed to. */
export interface ApplicationImage {
  readonly kind: 'application-image';
  readonly application: Sourced<string>;
  /** Where the image job pushes to, without tag: `<registry.push>/<project>/<application>`. */
  readonly push: Sourced<string>;
  /** Where Kubernetes pulls from, without tag: `<registry.pull>/<project>/<application>`. */
  readonly pull: Sourced<string>;
  /** The tag: the version of the application, or that of the first package that a component makes. */
  readonly version: Sourced<string>;
  readonly dockerfile: Dockerfile;
  readonly origin: Origin;
}
