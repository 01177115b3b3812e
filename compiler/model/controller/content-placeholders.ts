/*
 * A pod has to be replaced when a text changes that only emitters print: the init scripts, and what is in the image.
 * The lowered manifests hold these texts in the place of what follows from the content, and the emitter of the
 * controller's objects fills them in. Both are valid where they stand, and nobody writes them by accident.
 */

/** Stands for the tag of the controller's image. */
export const imageTagPlaceholder = 'BITESIZE_TAG_OF_THE_CONTENT';

/** Stands for the checksum of the init scripts. */
export const scriptsChecksumPlaceholder = 'BITESIZE_CHECKSUM_OF_THE_INIT_SCRIPTS';
