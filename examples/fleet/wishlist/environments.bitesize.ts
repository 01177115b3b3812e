import { environments } from 'bitesize';
import { webEnvironments } from '../shared/web.ts';

export default environments({
  project: 'wishlist',
  environments: webEnvironments('wishlist', { replicas: 6 }),
});
