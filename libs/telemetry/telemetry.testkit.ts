/** The value of a sample in Prometheus' text format; `null` where it is not there. */
export function valueIn(text: string, sample: string): number | null {
  const line = text.split('\n').find((one) => one.startsWith(`${sample} `));
  return line === undefined ? null : Number(line.slice(sample.length));
}

/** A collector that nobody reaches: spans are made for it, and sent nowhere. */
export const NOBODYS_COLLECTOR = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
