// How a service declares what it keeps of people.

/** What people are told of what a service keeps of them. */
export interface PersonalAbout {
  /** Why. */
  purposes: string;
  /** Who else gets it. */
  recipients: string;
  /** For how long. */
  retention: string;
}

export interface PersonalTable {
  /** What a row is, to the person: "A gift of yours". */
  what: string;
  /** The rows of the user `$1`, as an SQL condition. */
  where: string;
  /** The column of UUIDs by which its rows are told apart; `id` unless it says otherwise. */
  key?: string;
  /** What each field means, by column: these are given. */
  fields: Record<string, string>;
  /** Columns about a person that are not given, and why: secrets, and what is another's. */
  withheld?: Record<string, string>;
}

export interface PersonalData extends PersonalAbout {
  tables: Record<string, PersonalTable>;
  /** Tables with columns about people that nobody is given, and why. */
  exceptions?: Record<string, string>;
}
