import type { Found, SourceFolder } from '../source-folder.ts';

/** A version, or what has one in it. */
export interface FoundVersion extends Found<string> {
  /** Whether newer ones do as well, so that a Dockerfile says more. */
  readonly isLeast?: boolean;
}

/** What a program is made of, as the files of its language say. */
export interface Program {
  /** The name that its own files give it. */
  readonly name?: string;
  /** Commands that make it, run in its folder, or in the top folder where `fromTop` says so. */
  readonly build: readonly string[];
  /** Commands that test it. */
  readonly test: readonly Found<string>[];
  /**
   * Commands that put what runs into a folder, whose path is in the variable `target`; run where `build` runs.
   */
  readonly install: readonly string[];
  readonly fromTop?: true;
  /** Base image of the container; of Debian or Ubuntu, since it is a Debian package that goes in. */
  readonly runtime: FoundVersion;
  /** The public image with the tools that build it, of Debian or Ubuntu, too. */
  readonly tools: string;
  /** What is run, in the folder `/opt/<name>`, or in the one of `startIn` below it. */
  readonly start?: Found<string>;
  readonly startIn?: string;
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
  /** Names the agent that builds it. */
  readonly agent: string;
  /** A folder with one of these files is looked at. */
  readonly files: readonly string[];
  /** Returns the program of a folder; undefined for one that is nothing to be run, such as a library. */
  readonly look: (place: Place) => Program | undefined;
}

/** Returns commands that copy all of a folder but what nobody runs. */
export function copyAll(): readonly string[] {
  return ['tar --exclude=./.git --exclude=./.package --exclude=./*.deb -cf - . | tar -xf - -C "$target"'];
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
