import { permissions as finance } from './finance/permissions.ts';
import { permissions as fundraising } from './fundraising/permissions.ts';
import { permissions as identity } from './identity/permissions.ts';
import { permissions as platform } from './platform/permissions.ts';

/**
 * What a caller may be allowed to do, as `resource:verb`. Owning a campaign or a pledge is no permission but a relation: rules check
 * it, and a `…:manage` or `…:read_any` stands in for it.
 */
export const permissions = { ...finance, ...fundraising, ...identity, ...platform };

export type Permission = keyof typeof permissions;
export const permissionNames = Object.keys(permissions).sort() as Permission[];
