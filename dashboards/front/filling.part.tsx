import type { JSX } from 'preact';
import type { StatusAnswer } from '../query-client/answers.fact.js';

type Filling = NonNullable<StatusAnswer['filling']>;

/** How far the synthetic history has been taken in; nothing once it is there. */
export function FillingLine({ filling }: { readonly filling: Filling | null }): JSX.Element | null {
  if (filling === null) return null;
  const { sent, of } = filling;
  return (
    <div class="filling" role="status">
      <label for="filling">
        A synthetic history is being counted: {inThousands(sent)} of {inThousands(of)} events.
      </label>
      <progress id="filling" value={sent} max={of} />
    </div>
  );
}

function inThousands(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
