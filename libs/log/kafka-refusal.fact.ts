/**
 * Why a Kafka topic cannot be the event log, or no longer is. None of these passes by itself: somebody has to put it right.
 * - `topic-missing`: it is not there, and nobody allowed to make it
 * - `topic-timestamps`: it keeps the producer's time, not the append time
 * - `topic-compacted`: it forgets all but the last record of a key
 * - `topic-compression`: it keeps whatever compression a producer chose, also such as cannot be read here
 * - `settings-wrong`: what the settings say of brokers or sign-in cannot be understood
 * - `offset-gone`: the partition does not hold, or no longer holds, the offset at which reading was to go on
 * - `offset-gap`: offsets of a partition do not follow one another
 */
export type KafkaRefusal =
  | 'topic-missing'
  | 'topic-timestamps'
  | 'topic-compacted'
  | 'topic-compression'
  | 'settings-wrong'
  | 'offset-gone'
  | 'offset-gap';

export class KafkaRefused extends Error {
  readonly retriable = false;
  constructor(
    readonly code: KafkaRefusal,
    message: string,
  ) {
    super(message);
  }
}
