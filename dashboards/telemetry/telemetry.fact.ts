/** What somebody said when they were asked whether their browser may tell how pages fare. */
export type Consent = 'yes' | 'no';

/** Whom browsers may tell how pages fare. */
export interface Telemetry {
  /** Where it is sent. */
  readonly url: string;
  /** `null`: they were not asked, or did not say. Nothing is sent but after a yes. */
  readonly consent: Consent | null;
}
