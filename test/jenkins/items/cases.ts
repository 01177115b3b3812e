import type { Item } from '../../../jenkins/all-items.ts';
import { component } from './component.ts';
import { environmentPipeline } from './environment-pipeline.ts';
import { everything } from './everything.ts';
import { hostileItems } from './hostile.ts';
import { image } from './image.ts';
import { ownJobs } from './own-jobs.ts';
import { reports } from './reports.ts';
import { requests } from './requests.ts';
import { scriptFiles } from './script-files.ts';
import { serviceManage } from './service-manage.ts';
import { whole } from './whole.ts';

/** Projects of the tests by name. */
export const cases: Readonly<Record<string, readonly Item[]>> = {
  component,
  image,
  environment_pipeline: environmentPipeline,
  service_manage: serviceManage,
  everything,
  reports,
  requests,
  script_files: scriptFiles,
  whole,
  ...ownJobs,
  hostile: hostileItems,
};
