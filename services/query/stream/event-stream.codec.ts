/** Server-sent events as text (HTML Living Standard, 9.2). */

/** A comment, which readers pass over: it keeps the connection open where nothing else is said. */
export const HEARTBEAT = ': heartbeat\n\n';

/** An event with its id. `data` is JSON, which holds no line breaks. */
export function eventText(event: string, id: number, data: string): string {
  return `event: ${event}\nid: ${id}\ndata: ${data}\n\n`;
}
