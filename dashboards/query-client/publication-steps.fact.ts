/** `GET /v1/steps`: the days as known at the end of which controlled figures may be asked for, the newest first. */
export interface StepsAnswer {
  readonly step: 'day' | 'week' | 'month';
  readonly latest: string;
  readonly steps: readonly string[];
}
