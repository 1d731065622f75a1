import type { LogRecord } from '../../../libs/log/event-log.port.js';
import { GatedLog } from '../gated.log.js';
import type { PlantedLog } from '../planted-log.simulation.js';

/** By log and identity, the record time that an event stated when it was first read. */
const firstStated = new WeakMap<PlantedLog, Map<string, string>>();

/** A copy that was recorded earlier than what came first tells nothing: it is taken as recorded when that was. */
export class IgnoresEarlierRecordTimes extends GatedLog {
  override async read(
    partition: number,
    from: number,
    limit: number,
    open?: () => boolean,
  ): Promise<readonly LogRecord[]> {
    const stated = firstStated.get(this.log) ?? new Map<string, string>();
    firstStated.set(this.log, stated);
    const records = await super.read(partition, from, limit, open);
    return records.map((record) => {
      const [identity, recorded] = identityAndTime(record);
      if (recorded === null) return record;
      const first = stated.get(identity) ?? recorded;
      stated.set(identity, first);
      return recorded > first ? record : { ...record, value: record.value?.replace(recorded, first) ?? null };
    });
  }
}

/** What is no event has an identity that no event has, and no record time. */
function identityAndTime({ value }: LogRecord): readonly [identity: string, recorded: string | null] {
  const found =
    /^\{"specversion":"1\.0","id":"([^"]*)","source":"([^"]*)".*"subject":"([^"]*)","recordedtime":"([^"]*)"/.exec(
      value ?? '',
    );
  return [found?.slice(1, 4).join(' ') ?? '', found?.[4] ?? null];
}
