import { projects } from '#mixins/projection.mixin';

export default projects('campaign.published');
