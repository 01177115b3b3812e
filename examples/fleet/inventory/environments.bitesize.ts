import { environments } from 'bitesize';
import { webEnvironments } from '../shared/web.ts';

export default environments({
  project: 'inventory',
  environments: webEnvironments('inventory', { replicas: 4 }),
});
