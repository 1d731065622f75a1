import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import type { AttentionChange } from '../../../libs/store/attention-store.port.js';
import type { Message } from '../../../libs/webhook/post.service.js';
import { changeTold } from '../attention/attention-change.rule.js';

export const CHANGED = 'charter.attention-changed.v1';

/**
 * A change of state as a CloudEvent in structured mode: states and period, no figure and no case. The same change always
 * comes to the same text under the same id, so that a receiver knows it again.
 */
export function messageOf(change: AttentionChange): Message {
  const { at, ...data } = changeTold(change);
  const time = formatInstant(change.at);
  // The time keeps apart the changes of two data folders, whose numbers both begin with 1.
  const id = `${String(change.number)}-${time}`;
  const event = {
    specversion: '1.0',
    id,
    source: '/v1/attention',
    type: CHANGED,
    time: at,
    subject: change.measure,
    datacontenttype: 'application/json',
    data,
  };
  return { id, mediaType: 'application/cloudevents+json', body: JSON.stringify(event) };
}
