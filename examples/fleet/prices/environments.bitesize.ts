import { environments } from 'bitesize';
import { webEnvironments } from '../shared/web.ts';

export default environments({ project: 'prices', environments: webEnvironments('prices', { replicas: 5 }) });
