import { environments } from 'bitesize';
import { webEnvironments } from '../shared/web.ts';

export default environments({
  project: 'catalogue',
  environments: webEnvironments('catalogue', { replicas: 3 }),
});
