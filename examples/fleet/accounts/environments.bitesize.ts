import { environments } from 'bitesize';
import { webEnvironments } from '../shared/web.ts';

export default environments({ project: 'accounts', environments: webEnvironments('accounts') });
