import type { Controller } from '../controller.ts';

/** What the builders of the controller's objects look at: everything but the objects themselves. */
export type ObjectScope = Omit<Controller, 'objects'>;
