// The demo's pledges and their outcomes: the same at every start, so that an interrupted demo can be completed.
import type { DemoCampaign } from './campaigns.ts';

export type Outcome =
  | 'settled'
  | 'captured'
  | 'authorized'
  | 'pending'
  | 'declined'
  | 'cancelled'
  | 'refunded'
  | 'partly refunded'
  | 'charged back'
  | 'won back'
  | 'conflicted';

export interface DemoPledge {
  /** Identifies it; also its Idempotency-Key. */
  key: string;
  campaign: number;
  amount: number;
  /** A guest, or a donor with an account. */
  guest: { name: string; email: string } | null;
  user: number;
  message?: string;
  anonymous: boolean;
  outcome: Outcome;
}

export const users = ['ada', 'bruno', 'chidi', 'dora', 'emil', 'fatma', 'goran', 'hana'] as const;

export const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;

/** Every campaign's pledges, one campaign after another. */
export const pledgesFor = (campaigns: DemoCampaign[]): DemoPledge[] =>
  campaigns.flatMap(({ pledges }, campaign) =>
    Array.from({ length: pledges }, (_, n) => pledge(campaign, n)),
  );

function pledge(campaign: number, n: number): DemoPledge {
  const i = campaign * 37 + n;
  const message = at(MESSAGES, i * 5);
  return {
    key: `demo ${campaign} ${n}`.replaceAll(' ', '-'),
    campaign,
    amount: at(AMOUNTS, i * 7),
    guest: i % 3 === 0 ? guest(i) : null,
    user: i % users.length,
    ...(message && { message }),
    anonymous: i % 11 === 0,
    outcome: RARE[n] ?? at(USUAL, i),
  };
}

function guest(i: number) {
  const name = `${at(FIRST, i)} ${at(LAST, i * 3)}`;
  return { name, email: emailOf(name) };
}

const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!;

const AMOUNTS = [1000, 2500, 5000, 1500, 10_000, 2000, 7500, 500, 3000, 25_000, 4200, 1000, 6000];

const USUAL = [
  'settled',
  'settled',
  'captured',
  'settled',
  'settled',
  'authorized',
  'settled',
  'pending',
] as const;

/** One or two of each campaign end differently. */
const RARE: Partial<Record<number, Outcome>> = {
  3: 'declined',
  5: 'refunded',
  8: 'partly refunded',
  9: 'cancelled',
  12: 'conflicted',
  15: 'charged back',
  18: 'won back',
};

const MESSAGES = [
  'Good luck!',
  undefined,
  'For my grandmother, who would have loved this.',
  undefined,
  undefined,
  'From all of us at number 12.',
  undefined,
  'Keep going.',
  undefined,
];

const FIRST = [
  'Inga',
  'Jamal',
  'Kira',
  'Luis',
  'Mina',
  'Noor',
  'Otto',
  'Pia',
  'Quinn',
  'Rosa',
  'Sven',
  'Tess',
  'Uma',
];
const LAST = [
  'Adler',
  'Brandt',
  'Costa',
  'Duval',
  'Endo',
  'Farkas',
  'Greco',
  'Haddad',
  'Ibsen',
  'Jansen',
  'Kovacs',
];
