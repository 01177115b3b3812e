import { build } from 'bitesize';
import { webComponent } from '../shared/web.ts';

export default build({ project: 'accounts', components: [webComponent('accounts')] });
