import { randomUUID } from 'node:crypto';

/** The id that a form was shown with; another where it was lost, so that nothing sent counts as sent before. */
export function formId(sent: unknown): string {
  return typeof sent === 'string' && /^[0-9a-f-]{36}$/.test(sent) ? sent : randomUUID();
}
