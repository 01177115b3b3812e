import type { Folder } from './folder.ts';
import type { FreestyleJob } from './freestyle.ts';
import type { MultibranchJob } from './multibranch.ts';
import type { PipelineJob } from './pipeline.ts';
import type { View } from './views.ts';

/** Something that Job DSL can make on a controller. */
export type Item = Folder | FreestyleJob | PipelineJob | MultibranchJob | View;
