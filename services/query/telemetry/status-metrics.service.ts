import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { metrics } from '@opentelemetry/api';
import { INSTRUMENTATION } from '../../../libs/telemetry/telemetry.port.js';
import { StatusService } from '../status/status.service.js';
import { ObservationStreams } from '../stream/observation-streams.service.js';

/** Tells in the metrics what `GET /v1/status` tells, and how many follow the figures. */
@Injectable()
export class StatusMetrics implements OnApplicationBootstrap {
  constructor(
    @Inject(StatusService) private readonly status: StatusService,
    @Inject(ObservationStreams) private readonly streams: ObservationStreams,
  ) {}

  onApplicationBootstrap(): void {
    const meter = metrics.getMeter(INSTRUMENTATION);
    const gauge = (name: string, description: string): ReturnType<typeof meter.createObservableGauge> =>
      meter.createObservableGauge(name, { description });
    const end = gauge('charter_partition_end', 'Records on a partition of the log.');
    const lag = gauge('charter_partition_lag_events', 'Records of a partition that the figures do not show yet.');
    const age = gauge('charter_partition_oldest_unapplied_seconds', 'Age of the oldest record not shown yet.');
    const countedTo = gauge('charter_counted_to_timestamp_seconds', 'All that the log took before is in the figures.');
    const events = gauge(
      'charter_events',
      'Records by what became of them: accepted = applied + duplicates + quarantined + in-flight.',
    );
    const quiet = gauge(
      'charter_feed_quiet',
      'Whether a fact that has come before has not come for unusually long: 1 or 0.',
    );
    const readers = gauge('charter_stream_readers', 'Open answers that follow figures.');
    readers.addCallback((result) => result.observe(this.streams.readers));
    meter.addBatchObservableCallback(
      async (result) => {
        const status = await this.status.status();
        for (const { partition, ...progress } of status.partitions) {
          const labels = { partition: String(partition) };
          result.observe(end, progress.end, labels);
          result.observe(lag, progress.lag, labels);
          result.observe(age, progress.oldestUnappliedSeconds, labels);
        }
        const { accepted, applied, duplicates, quarantined, inFlight } = status.events;
        const fates = { accepted, applied, duplicates, quarantined, 'in-flight': inFlight };
        for (const [fate, count] of Object.entries(fates)) result.observe(events, count, { fate });
        for (const { fact, lastSeen, state } of status.feeds) {
          if (lastSeen !== null) result.observe(quiet, state === 'quiet' ? 1 : 0, { fact });
        }
        result.observe(countedTo, Date.parse(status.countedTo) / 1_000);
      },
      [end, lag, age, countedTo, events, quiet],
    );
  }
}
