// The settings of an OpenID Connect provider that is trusted; config.ts reads them.

/** An OpenID Connect provider. */
export interface OidcSettings {
  issuer: string;
  audience: string;
  /** The claim with its roles: a path through objects, with dots. */
  roles_claim: string;
  /** Roles here, by those there. */
  roles: ReadonlyMap<string, string[]>;
}

type Read = <T>(name: string, fallback: T, parse: (text: string) => T | undefined, wanted: string) => T;

/** Whose tokens are taken beside the platform's own. */
export function oidcOf(
  read: Read,
  urlOf: (text: string) => string | undefined,
  mistakes: string[],
): OidcSettings | null {
  const issuer = read<string | null>(
    'OIDC_ISSUER',
    null,
    urlOf,
    'the http(s) URL of an OpenID Connect provider',
  );
  const audience = read<string | null>(
    'OIDC_AUDIENCE',
    null,
    (text) => text,
    'what its tokens name as their audience',
  );
  const roles = read(
    'OIDC_ROLES',
    new Map<string, string[]>(),
    rolesOf,
    'pairs of a role there and one here: staff=support,root=admin',
  );
  const roles_claim = read(
    'OIDC_ROLES_CLAIM',
    'realm_access.roles',
    pathOf,
    'the path of a claim, as in realm_access.roles',
  );
  if ((issuer === null) !== (audience === null))
    mistakes.push('OIDC_ISSUER and OIDC_AUDIENCE come together: set both or neither');
  return issuer === null || audience === null ? null : { issuer, audience, roles_claim, roles };
}

function rolesOf(text: string): ReadonlyMap<string, string[]> | undefined {
  const pairs = text.split(',').map((pair) => pair.trim().split('='));
  if (
    !pairs.every(
      ([there, here, ...more]) => there && /^[a-z][a-z0-9-]+$/.test(here ?? '') && more.length === 0,
    )
  )
    return undefined;
  const byRole = Map.groupBy(pairs as [string, string][], ([there]) => there);
  return new Map([...byRole].map(([there, those]) => [there, those.map(([, here]) => here)]));
}

const pathOf = (text: string) => (/^[^\s.]+(\.[^\s.]+)*$/.test(text) ? text : undefined);
