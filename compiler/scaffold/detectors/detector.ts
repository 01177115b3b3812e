import type { Found, SourceFolder } from '../source-folder.ts';

/** A version, or what has one in it. */
export interface FoundVersion extends Found<string> {
  /** Whether newer ones do as well, so that a Dockerfile says more. */
  readonly isLeast?: boolean;
}

/** The official image of a language. */
export interface LanguageImage {
  /** Its name, such as `node`: a Dockerfile that starts from it tells the version where nothing else does. */
  readonly name: string;
  readonly version: FoundVersion;
  /** Returns the image with the tools that build and test. */
  readonly tools: (version: string) => string;
}

/** How an image is made of a program whose repository has no Dockerfile. */
export interface ImageRecipe {
  /** Commands that make what runs, in a copy of the sources in `/srv/app`. */
  readonly make: readonly string[];
  /** Returns the image that the program runs in. */
  readonly runtime: (version: string) => string;
  /** Files and folders of the first image that go into the one that runs, and where to. */
  readonly copies: readonly (readonly [from: string, to: string])[];
  /** Variables of the program. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it starts in, below `/srv/app`. */
  readonly startIn?: string;
  /** What builds leave in the folder, which is no part of the sources. */
  readonly leavings: readonly string[];
}

/** What a program is made of, as the files of its language say. */
export interface Program {
  /** The name that its own files give it. */
  readonly name?: string;
  /** Commands that prepare its tests, run in its folder, or in the top folder where `fromTop` says so. */
  readonly build: readonly string[];
  /** Commands that test it. */
  readonly test: readonly Found<string>[];
  /** Ant pattern of the results in the format of JUnit that `test` writes, from where it runs. */
  readonly results?: string;
  readonly fromTop?: true;
  /** Caches of what its package manager downloads, as `caches` of a component names them. */
  readonly caches: readonly string[];
  readonly image: LanguageImage;
  readonly recipe: ImageRecipe;
  /** What is run, in words without blanks. */
  readonly start?: Found<string>;
  /** The port that it listens on; absent for what seems to listen nowhere. */
  readonly port?: Found<number>;
}

/** Where a detector looks. */
export interface Place {
  readonly folder: SourceFolder;
  /** The folder that everything is below. */
  readonly top: SourceFolder;
}

/** What knows the programs of one language, or of one of its build tools. */
export interface Detector {
  /** Names the language to people. */
  readonly language: string;
  /** A folder with one of these files is looked at. */
  readonly files: readonly string[];
  /** Returns the program of a folder; undefined for one that is nothing to be run, such as a library. */
  readonly look: (place: Place) => Program | undefined;
}

/** Returns the first match of a pattern in a text, with the file that it is from. */
export function matched(
  folder: SourceFolder,
  name: string,
  pattern: RegExp,
): (Found<string> & { readonly from: string }) | undefined {
  const [, value] = pattern.exec(folder.text(name) ?? '') ?? [];
  return value === undefined ? undefined : { value, from: folder.at(name) };
}
