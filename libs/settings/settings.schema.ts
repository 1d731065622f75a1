/** One setting: what it is for, what it may be, and what it is when nobody sets it. */
export interface SettingSchema {
  readonly description: string;
  /** May hang on the profile. */
  readonly default: string | ((profile: string) => string);
  /** Answers what is wrong with a value, `null` where nothing is. */
  readonly refusal: (value: string) => string | null;
}

export function oneOf(...allowed: readonly string[]): SettingSchema['refusal'] {
  return (value) => (allowed.includes(value) ? null : `must be one of ${allowed.join(', ')}`);
}

export function wholeNumber(from: number, to: number): SettingSchema['refusal'] {
  return (value) => {
    const inRange = /^\d{1,9}$/.test(value) && Number(value) >= from && Number(value) <= to;
    return inRange ? null : `must be a whole number from ${String(from)} to ${String(to)}`;
  };
}

export const notEmpty: SettingSchema['refusal'] = (value) => (value.trim() === '' ? 'must not be empty' : null);

/** Leaves it to the reader of several settings whether this one is needed. */
export function orEmpty(refusal: SettingSchema['refusal']): SettingSchema['refusal'] {
  return (value) => (value === '' ? null : refusal(value));
}

/** Never repeats what was given: it may hold a password. */
export const mongoAddress: SettingSchema['refusal'] = (value) =>
  /^mongodb(\+srv)?:\/\/\S+$/.test(value) ? null : 'must begin with mongodb:// or mongodb+srv://';

export const httpAddress: SettingSchema['refusal'] = (value) =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) ? null : 'must be an http or https address';

/** An address that pages tell browsers, also in their policy: nothing in it is secret, or would have a meaning there. */
export const shownAddress: SettingSchema['refusal'] = (value) => {
  const refused = httpAddress(value);
  if (refused !== null) return refused;
  const { username, password, hostname } = new URL(value);
  if (username !== '' || password !== '') return 'must hold no user and no password: readers can see it';
  return /^[a-z0-9._-]+$/.test(hostname) ? null : 'must name its host by letters, digits, dots and dashes';
};
