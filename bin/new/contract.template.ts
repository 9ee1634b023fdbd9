import type { NewService } from './entity.ts';

/** contracts/<system>/<service>.ts */
export const contract = ({ service, entity, type, variable, missing, one }: NewService): string => `
import { Type, type Static } from '@sinclair/typebox';
import { defineAction, defineMessage, defineTimer, exactly, Id, stringEnum, Time } from '../define.ts';

export const ${variable}Statuses = ['OPEN', 'EXPIRED'] as const;

const wish = {
  title: Type.String({ minLength: 1, maxLength: 200, description: 'from 1 to 200 characters' }),
};

export const ${type} = exactly({
  id: Id,
  owner_id: Id,
  ...wish,
  status: stringEnum(${variable}Statuses),
  created_at: Time,
  version: Type.Integer(),
});
export type ${type} = Static<typeof ${type}>;

export const actions = {
  '${service}.create': defineAction({
    summary: 'Creates ${one}.',
    permission: '${service}:create',
    route: 'POST /api/${service}',
    status: 201,
    location: '/api/${service}/:id',
    idempotency: 'accepted',
    params: exactly(wish),
    result: ${type},
  }),
  '${service}.get': defineAction({
    summary: 'Returns ${one}.',
    permission: 'anyone',
    route: 'GET /api/${service}/:id',
    params: exactly({ id: Id }),
    result: ${type},
    errors: ['${missing}'],
  }),
};

export const messages = {
  '${entity}.created': defineMessage({
    summary: '${one[0]!.toUpperCase()}${one.slice(1)} was created.',
    version: 1,
    key: '${entity}_id',
    payload: exactly({ ${entity}_id: Id, owner_id: Id }),
  }),
};

export const timers = {
  '${service}.expiry': defineTimer({
    summary: 'Ends ${one} 30 days after it was created.',
    payload: exactly({}),
  }),
};
`;

/** Its entry in contracts/<system>/errors.ts */
export const errorEntry = ({ missing, bare }: NewService): string =>
  `${missing}: { status: 404, title: 'No such ${bare}', remedy: 'Check the id.' },`;

/** contracts/<system>/errors.ts of a new system */
export const errorsFile = (it: NewService): string => `
import type { ErrorContract } from '../error.ts';

export const errors = {
  ${errorEntry(it)}
} as const satisfies Record<string, ErrorContract>;
`;

/** What a service's first action asks for, in contracts/<system>/permissions.ts */
export const permissionEntry = ({ service, one }: Pick<NewService, 'service' | 'one'>): string =>
  `'${service}:create': { description: 'Create ${one} of your own.', roles: ['member'] },`;

/** contracts/<system>/permissions.ts of a new system */
export const permissionsFile = (it: NewService): string => `
import type { PermissionContract } from '../permission.ts';

export const permissions = {
  ${permissionEntry(it)}
} as const satisfies Record<string, PermissionContract>;
`;

/** contracts/<system>/index.ts of a new system */
export const systemFile = ({ service }: NewService): string => `
import * as ${service} from './${service}.ts';

export const services = { ${service} };
`;

/** The entry of an action that changes one entity. */
export const actionEntry = (it: {
  service: string;
  verb: string;
  summary: string;
  missing: string;
}): string => `
  '${it.service}.${it.verb}': defineAction({
    summary: ${JSON.stringify(it.summary)},
    permission: '${it.service}:${it.verb}',
    route: 'POST /api/${it.service}/:id/${it.verb}',
    idempotency: 'accepted',
    params: exactly({ id: Id }),
    result: exactly({ id: Id }),
    errors: ['${it.missing}'],
  }),`;
