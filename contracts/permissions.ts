/** What a caller may be allowed to do. Owning a campaign or a pledge is no permission but a relation: rules check it. */
export const permissions = {
  donor: 'Everyone who has registered: to raise funds and to pledge.',
  admin: 'To see and mend what belongs to others.',
} as const;

export type Permission = keyof typeof permissions;
