import { projects } from '#mixins/projection.mixin';

export default projects('pledge.created');
