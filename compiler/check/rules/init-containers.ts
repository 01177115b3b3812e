import { diagnose } from '../../diagnostics/diagnose.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** The containers of a pod have different names. The service's own container has the name of the service. */
export const initContainersRule: Rule = {
  name: 'init-containers',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      const taken = new Map([[service.name.value, 'the service']]);
      for (const { name } of service.init_containers) {
        const other = taken.get(name.value);
        if (other === undefined) {
          taken.set(name.value, 'another one');
          continue;
        }
        yield diagnose('check/container-name', { name: name.value, other }, at(name), {
          help: 'give it a name of its own',
        });
      }
    }
  },
};
