import type { NewProject } from './new-project.ts';
import type { Survey } from './survey.ts';

/** Returns lines that tell the user what was found where, what was assumed, and what could not be read. */
export function describeSurvey(seen: Survey, project: NewProject): readonly string[] {
  const { parts, thirdParties, notes } = project;
  const assumed = parts.flatMap(({ name, runtime, port }) => [
    ...(runtime.from === 'assumed'
      ? [`assumed \`${runtime.value}\` for \`${name}\`: no file names a version`]
      : []),
    ...(port?.todo === undefined ? [] : [`assumed port ${port.value} for \`${name}\`: no file names one`]),
  ]);
  return [
    ...parts.flatMap(({ name, found }) =>
      found === undefined ? [] : [`found \`${name}\`: ${found.language} (${found.from})`],
    ),
    ...thirdParties.map(({ name, type, from }) => `found \`${name}\`: ${type} (${from})`),
    ...(parts.every(({ found }) => found === undefined)
      ? ['found no program in a language that is known here']
      : []),
    ...(project.branch.from === 'assumed' ? [`assumed branch \`${project.branch.value}\``] : []),
    ...assumed,
    ...notes.map((note) => `note: ${note}`),
    ...seen.unread.map(({ path, problem }) => `could not read \`${path}\`: ${problem}`),
  ];
}
