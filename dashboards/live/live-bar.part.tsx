import type { JSX } from 'preact';

/**
 * Says how fresh the page is, and holds the switch for updates. Both need the script, which shows the bar; without it the
 * page is as fresh as it was loaded, and there is nothing to pause.
 */
export function LiveBar(): JSX.Element {
  return (
    <div class="live-bar" id="live-bar" hidden>
      <span class="live-bar__state" id="live-state">
        Updates as events come in
      </span>
      <button class="ds_button ds_button--secondary ds_button--small live-bar__pause" id="live-pause" type="button">
        Pause updates
      </button>
      <span class="visually-hidden" id="live-news" role="status" />
    </div>
  );
}
