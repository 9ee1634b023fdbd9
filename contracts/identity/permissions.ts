export const permissions = {
  donor: 'Everyone who has registered: to raise funds and to pledge.',
  admin: 'To see and mend what belongs to others.',
} as const;
