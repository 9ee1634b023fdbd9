const raw = JSON as unknown as { rawJSON(text: string): object; isRawJSON(value: unknown): boolean };

/** What JSON.stringify writes as this text: numbers that JavaScript has none of. */
export const rawJson = (text: string): object => raw.rawJSON(text);

export const isRawJson = (value: unknown): boolean => raw.isRawJSON(value);
