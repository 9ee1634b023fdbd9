import { permissions as identity } from './identity/permissions.ts';

/** What a caller may be allowed to do. Owning a campaign or a pledge is no permission but a relation: rules check it. */
export const permissions = { ...identity };

export type Permission = keyof typeof permissions;
