/** What has gone wrong where a measure's objective was not kept to: `late decision`, `late decisions`. */
export interface Lapse {
  readonly one: string;
  readonly many: string;
}

const known: Readonly<Record<string, Lapse>> = {
  'decisions-in-time': plainly('late decision'),
  'redeterminations-in-time': plainly('late redetermination'),
  'complaints-stage1-in-time': plainly('late first answer to a complaint', 'late first answers to complaints'),
  'complaints-stage2-in-time': plainly('late second answer to a complaint', 'late second answers to complaints'),
  'payments-on-time': plainly('late payment'),
  'payments-right-amount': plainly('wrong payment'),
  'calls-answered': plainly('unanswered call'),
  'formats-supplied': plainly('unmet request for a format', 'unmet requests for formats'),
  'adjustments-made': plainly('unmet request for an adjustment', 'unmet requests for adjustments'),
  'advocacy-started': plainly('referral without advocacy', 'referrals without advocacy'),
};

/** Of a measure that has no words of its own, an exception. */
export function lapseOf(id: string): Lapse {
  return known[id] ?? plainly('exception');
}

/** The ids of the measures that have words of their own. */
export const measuresWithLapses: readonly string[] = Object.keys(known);

function plainly(one: string, many = `${one}s`): Lapse {
  return { one, many };
}
