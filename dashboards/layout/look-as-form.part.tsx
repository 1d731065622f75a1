import type { JSX } from 'preact';
import { VIEWERS, viewerNames, type Looking } from '../looking/looking.fact.js';

interface LookAsFormProps {
  readonly looking: Looking;
  readonly address: string;
}

/** Says who is looking, and lets that be changed. */
export function LookAsForm({ looking, address }: LookAsFormProps): JSX.Element {
  return (
    <form class="look-as" aria-label="Who is looking" method="post" action="/look-as">
      <input type="hidden" name="from" value={address} />
      <label class="look-as__label" for="look-as-role">
        {looking.isChosen ? 'You are looking as' : 'Nobody has signed in, so you are looking as'}
      </label>
      <span class="look-as__choice">
        <select class="look-as__select" id="look-as-role" name="role">
          {VIEWERS.map((viewer) => (
            <option value={viewer} selected={viewer === looking.as}>
              {viewerNames[viewer]}
            </option>
          ))}
        </select>
        <button class="ds_button ds_button--secondary ds_button--small look-as__button" type="submit">
          Change
        </button>
      </span>
    </form>
  );
}
