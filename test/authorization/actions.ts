// Every action of the contracts, and who may call it: worked out here as the contracts say it, without the product's code.
import { actions, type ActionContract, type ActionName, type Permission } from '#contracts';
import { builtInRoles } from '#contracts/identity/roles';
import { permissionNames, permissions } from '#contracts/permissions';

export interface CalledAction extends Pick<ActionContract, 'permission' | 'produces' | 'security'> {
  name: ActionName;
  service: string;
  params: ActionContract['params'];
  /** Empty where no route leads to it. */
  method: string;
  path: string;
  /** What its caller needs, once signed in; null: nothing. */
  needs: Permission | null;
  /** That there is such a thing, and what it is, may be known to anybody: no permission and no secret link is asked for. */
  isPublic: boolean;
}

export const allActions: CalledAction[] = Object.entries(actions as Record<string, ActionContract>).map(
  ([name, contract]) => {
    const { permission, permissionIfSignedIn, route = ' ' } = contract;
    const [method = '', path = ''] = route.split(' ');
    const asked = permissionIfSignedIn ?? permission;
    return {
      ...contract,
      name: name as ActionName,
      service: name.split('.')[0]!,
      method,
      path,
      needs: asked === 'anyone' || asked === 'internal' ? null : asked,
      isPublic: asked === 'anyone' && !('token' in contract.params.properties),
    };
  },
);

export const routedActions = allActions.filter(({ method }) => method);
/** What asks those who are signed in for a permission. */
export const guardedActions = routedActions.filter(({ needs }) => needs);
/** What needs a token. */
export const closedActions = routedActions.filter(({ permission }) => permission !== 'anyone');
export const internalActions = allActions.filter(({ permission }) => permission === 'internal');

export const roleNames = builtInRoles.map(({ name }) => name);

/** What a built-in role allows: what says so itself, of this role or of one that it inherits. */
export function allowedTo(role: string): Set<Permission> {
  const { inherits } = builtInRoles.find(({ name }) => name === role)!;
  const own = permissionNames.filter(
    (name) => role === 'admin' || (permissions[name].roles as readonly string[]).includes(role),
  );
  return new Set([...own, ...inherits.flatMap((name) => [...allowedTo(name)])]);
}

export const allBut = (permission: Permission) => permissionNames.filter((name) => name !== permission);
