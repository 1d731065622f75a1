/**
 * The key of an event on the log: its subject.
 *
 * @throws Error where the text is not the JSON of an event with a subject
 */
export function keyOf(text: string): string {
  const event: unknown = JSON.parse(text);
  if (typeof event === 'object' && event !== null && 'subject' in event && typeof event.subject === 'string') {
    return event.subject;
  }
  throw new Error(`This is no event with a subject: ${text.slice(0, 80)}`);
}
