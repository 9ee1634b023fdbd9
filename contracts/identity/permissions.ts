export const permissions = {
  donor: 'Every registered user may create campaigns and pledge.',
  admin: 'Admins may see and change what belongs to others.',
} as const;
