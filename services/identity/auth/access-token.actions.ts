// The actions about who else may come: programs, and users of another provider.
import admitOutsider from './actions/admit_outsider.ts';
import createAccessToken from './actions/create_access_token.ts';
import listAccessTokens from './actions/list_access_tokens.ts';
import readAccessToken from './actions/read_access_token.ts';
import revokeAccessToken from './actions/revoke_access_token.ts';

export const accessTokenActions = [
  admitOutsider,
  createAccessToken,
  listAccessTokens,
  readAccessToken,
  revokeAccessToken,
];
