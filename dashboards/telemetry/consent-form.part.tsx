import type { JSX } from 'preact';

interface ConsentFormProps {
  /** Where to go back to. */
  readonly from: string;
}

/** Yes and no, equally easy: the same form, the same kind of button. */
export function ConsentForm({ from }: ConsentFormProps): JSX.Element {
  return (
    <form class="consent__form" method="post" action="/privacy/telemetry">
      <input type="hidden" name="from" value={from} />
      <ConsentButton answer="yes" text="Yes, it may" />
      <ConsentButton answer="no" text="No, it may not" />
    </form>
  );
}

function ConsentButton({ answer, text }: { readonly answer: string; readonly text: string }): JSX.Element {
  return (
    <button
      class="ds_button ds_button--secondary ds_button--small consent__button"
      type="submit"
      name="answer"
      value={answer}
    >
      {text}
    </button>
  );
}
