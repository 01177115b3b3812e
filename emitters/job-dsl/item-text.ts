import type { Folder } from '../../compiler/ir/items/folder.ts';
import type { Item } from '../../compiler/ir/items/item.ts';
import type { MultibranchJob } from '../../compiler/ir/items/multibranch.ts';
import type { View } from '../../compiler/ir/items/views.ts';
import { createTemplates } from '../../compiler/print/templates.ts';
import type { TracedText } from '../../compiler/text/traced-text.ts';
import { type ByKind, byKind } from '../../compiler/util/by-kind.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import { leaf } from '../config-xml/element.ts';
import { addingBlock, fragmentBlock } from './configure.ts';
import { templates } from './generated/templates.js';
import { freestyleData, pipelineData } from './job-data.ts';
import { BLOCK_SIZE } from './limits.ts';
import { placeOf } from './place.ts';
import { viewData } from './view-data.ts';

const render = createTemplates(templates);

const viewText = (view: View): TracedText => render('item-view', viewData(view));

const texts: ByKind<Item, TracedText> = {
  folder: (folder) => render('item-folder', folderData(folder)),
  freestyle: (job) => render('item-freestyle', freestyleData(job)),
  pipeline: (job) => render('item-pipeline', pipelineData(job)),
  multibranch: (job) => render('item-multibranch', multibranchData(job)),
  'list-view': viewText,
  'dashboard-view': viewText,
  'build-pipeline-view': viewText,
  'nested-view': viewText,
  'delivery-pipeline-view': viewText,
};

/** Returns the statements of a script that make an item. */
export function itemText(item: Item): TracedText {
  return byKind(texts, item);
}

/** Returns the comment that a script starts with. */
export function scriptHeader(title: string): TracedText {
  return render('script', { title });
}

function folderData(folder: Folder): object {
  return {
    ...folder,
    place: placeOf(folder.origin),
    configure: (folder.fragments ?? []).map((fragment) => fragmentBlock(fragment, '')),
  };
}

function multibranchData(job: MultibranchJob): object {
  const { scriptPath } = job;
  return {
    ...job,
    place: placeOf(job.origin),
    triggers: chunks(job.triggers ?? [], BLOCK_SIZE),
    configure: [
      ...(scriptPath === undefined
        ? []
        : [addingBlock(job.origin, ['factory'], leaf('scriptPath', scriptPath))]),
      ...(job.fragments ?? []).map((fragment) => fragmentBlock(fragment, '')),
    ],
  };
}
