/** Who sends requests: the garbage is a token that nobody made. */
export const callerNames = ['nobody', 'member', 'other', 'admin', 'program', 'garbage'] as const;
export type CallerName = (typeof callerNames)[number];
