import { build } from 'bitesize';
import { webComponent } from '../shared/web.ts';

export default build({ project: 'notices', components: [webComponent('notices')] });
