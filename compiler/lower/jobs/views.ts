import type { ListView } from '../../../jenkins/views/list-view.ts';
import type { Column } from '../../../jenkins/views/view-base.ts';
import type { View as ViewSpec } from '../../../schema/generated/located.ts';
import { fullName, type JobScope } from './job-scope.ts';

/** Returns the list views that the settings ask for. */
export function listViews(scope: JobScope): readonly ListView[] {
  return scope.settings.views.map(({ name, description, jobs, regex, columns, $ }) => ({
    kind: 'list-view',
    family: 'views',
    name: fullName(scope, name),
    description: description.value === '' ? undefined : description,
    jobs,
    regex,
    columns: columns.map(({ value }) => columnNames[value]),
    origin: $.origin,
  }));
}

const columnNames: Readonly<Record<ViewSpec['columns'][number]['value'], Column>> = {
  status: 'status',
  weather: 'weather',
  name: 'name',
  last_success: 'lastSuccess',
  last_failure: 'lastFailure',
  last_duration: 'lastDuration',
  build_button: 'buildButton',
};
