import packageFile from '../package.json' with { type: 'json' };

/** The version of bitesize. */
export const version: string = packageFile.version;
