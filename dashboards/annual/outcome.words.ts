import { fieldsOf, type FieldFault } from './filing.parser.js';
import type { FilingKind } from './fileable.rule.js';
import type { Outcome } from './intake.client.js';

/** How a refusal is answered and told; `null` for what was taken. */
export interface RefusalTold {
  readonly status: 400 | 403 | 503;
  readonly faults: readonly FieldFault[];
}

/** What became of a filing that was not taken, beside the field that is at fault where there is one. */
export function refusalTold(outcome: Outcome, kind: FilingKind): RefusalTold | null {
  switch (outcome.kind) {
    case 'taken':
      return null;
    case 'not-allowed':
      return told(403, 'You may not file this. Nothing was filed. Ask an operator to check your role');
    case 'away':
      return told(503, 'It cannot be filed just now. What you wrote is still here: send it again in a moment');
    case 'refused':
      return { status: 400, faults: refusedFaults(outcome.paths, kind) };
  }
}

function told(status: RefusalTold['status'], words: string): RefusalTold {
  return { status, faults: [{ field: null, words }] };
}

function refusedFaults(paths: readonly string[], kind: FilingKind): readonly FieldFault[] {
  const named = fieldsOf[kind].filter((field) => paths.includes(`/data/${field}`));
  if (named.length === 0) return [{ field: null, words: 'What you wrote does not fit. Nothing was filed' }];
  return named.map((field) => ({ field, words: 'This does not fit. Check it, and send it again' }));
}
