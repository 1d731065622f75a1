import kafkajs from 'kafkajs';

const { KafkaJSError, KafkaJSGroupCoordinatorNotFound, KafkaJSNumberOfRetriesExceeded, KafkaJSTimeout } = kafkajs;

/** kafkajs would not try again after these; the next attempt may well find a broker, or a coordinator, that answers. */
const givenUpTooEarly = [KafkaJSNumberOfRetriesExceeded, KafkaJSTimeout, KafkaJSGroupCoordinatorNotFound];

/** Whether what kafkajs failed with may be gone the next time: a broker away, a leader moved, a request too late. */
export function isPassing(error: unknown): boolean {
  if (givenUpTooEarly.some((kind) => error instanceof kind)) return true;
  if (!(error instanceof KafkaJSError)) return false;
  return error.retriable || isPassing(error.cause);
}

/** Whether a partition does not hold the offset that was asked for. */
export function isOutOfRange(error: unknown): boolean {
  return error instanceof KafkaJSError && 'type' in error && error.type === 'OFFSET_OUT_OF_RANGE';
}

/** The broker that closed a connection, `null` if that is not what went wrong. */
export function closedBroker(error: unknown): { readonly host: string; readonly port: number } | null {
  if (!(error instanceof KafkaJSError) || error.name !== 'KafkaJSConnectionClosedError') return null;
  if (!('host' in error) || !('port' in error)) return null;
  return typeof error.host === 'string' && typeof error.port === 'number'
    ? { host: error.host, port: error.port }
    : null;
}
