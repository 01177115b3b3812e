import type { ThirdParty, Variable } from './hints/compose.ts';
import type { WrittenImage } from './image-dockerfile.ts';
import type { Found } from './source-folder.ts';
import type { Answer } from './spec-text.ts';
import type { Part } from './survey.ts';

/** What a new project is made of. */
export interface NewProject {
  /** Name of the project. */
  readonly name: string;
  /** Git URL of the source. */
  readonly git: Answer;
  readonly branch: Answer;
  /** Registry that images are pushed to. */
  readonly registry: Answer;
  /** Host name that the first service answers at. */
  readonly host: Answer;
  readonly components: readonly NewComponent[];
  readonly thirdParties: readonly ThirdParty[];
  /** What was seen and has no place in the specs, a line each. */
  readonly notes: readonly string[];
}

/** A component of a new project, and the images that are built of its repository. */
export interface NewComponent {
  readonly name: string;
  /** The file that it was found by; empty for one that nobody has seen. */
  readonly from: string;
  /** What tests it; absent where nothing is known of its program. */
  readonly code?: NonNullable<Part['code']>;
  /** Where its commands run, from the top of the repository. */
  readonly folder: string;
  /** Pattern of its files, where the repository has other components, too. */
  readonly paths?: string;
  readonly images: readonly NewImage[];
}

/** An image of a new project: an application, and what runs it. */
export interface NewImage {
  readonly name: string;
  /** Folder of the repository that it is built from. */
  readonly context: string;
  /** Path of its Dockerfile, relative to `context`. */
  readonly dockerfile: string;
  /** The Dockerfile, where the repository has none. */
  readonly written?: WrittenImage;
  readonly services: readonly NewService[];
}

/** A service of a new project. */
export interface NewService {
  readonly name: string;
  /** The port that it listens on; absent for what listens nowhere. */
  readonly port?: Answer;
  readonly command?: readonly string[];
  readonly variables: Found<readonly Variable[]>;
}
