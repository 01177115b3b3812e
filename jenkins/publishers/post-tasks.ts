import type { PostTasksPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { elementsOfSpecs } from './spec-elements.ts';

const PACKAGE = 'hudson.plugins.postbuildtask';

/** Runs shell scripts by the log of the build (`TaskProperties` of the plugin Post Build Task, read 2026-08). */
export const postTasks: Thing<SpecNode<'post-tasks', PostTasksPublisher>> = {
  kind: 'post-tasks',
  needs: elementsOf('postbuild-task', 'jobs run scripts by their log', '1.8'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.PostbuildTask`, [
      elementsOfSpecs('tasks', spec.tasks, (task) =>
        element(`${PACKAGE}.TaskProperties`, [
          elementsOfSpecs('logTexts', task.matches, ({ log_text: text, operator }) =>
            element(`${PACKAGE}.LogProperties`, [leaf('logText', text), leaf('operator', operator)]),
          ),
          leaf('EscalateStatus', task.escalate_status),
          leaf('RunIfJobSuccessful', task.run_if_job_successful),
          leaf('script', task.script),
        ]),
      ),
    ]),
};
