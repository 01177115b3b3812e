import { build } from 'bitesize';
import { webComponent } from '../shared/web.ts';

export default build({ project: 'catalogue', components: [webComponent('catalogue')] });
