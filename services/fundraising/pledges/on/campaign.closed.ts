import { projects } from '#mixins/projection.mixin';
import { forget } from '../campaign.view.ts';

export default projects('campaign.closed', (service, { campaign_id }) => forget(service, campaign_id));
