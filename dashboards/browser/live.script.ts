/**
 * Keeps the sections marked `data-live` up to date: when the server says that something was counted, the page is asked for
 * again and each section replaced whole. Focus is never moved, nothing is shown half old and half new.
 */

/** Milliseconds from one replacement to the next at least. */
const LEAST_BETWEEN = 2_000;
/** Milliseconds from one announcement to the next at least. */
const LEAST_BETWEEN_NEWS = 60_000;
/** Milliseconds without a word from the server after which the page says that it is old. */
const STALE_AFTER = 45_000;

/** Who says when something has changed that the page shows. */
const told = document.querySelector<HTMLElement>('[data-live-from]')?.dataset['liveFrom'] ?? '/live/changes';
const bar = document.getElementById('live-bar');
const stateLine = document.getElementById('live-state');
const pauseButton = document.getElementById('live-pause');
const news = document.getElementById('live-news');

let source: EventSource | null = null;
let isPaused = false;
let isAway = false;
let isDue = false;
let isAsking = false;
let lastAsked = 0;
let lastNews = 0;
let lastHeard = Date.now();
let freshAt = new Date();

function say(text: string): void {
  if (stateLine !== null && stateLine.textContent !== text) stateLine.textContent = text;
}

function timeOf(moment: Date): string {
  return moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function sayHowFresh(): void {
  if (isPaused) say(`Paused. These are the figures of ${timeOf(freshAt)}.`);
  else if (isAway) say(`The figures cannot be asked for just now. These are of ${timeOf(freshAt)}.`);
  else if (Date.now() - lastHeard > STALE_AFTER) say(`No news since ${timeOf(freshAt)}: these figures may be old.`);
  else say('Updates as events come in.');
}

/** Every state on the page, by what it is the state of. */
function statesOf(root: ParentNode): Map<string, string> {
  const marked = root.querySelectorAll<HTMLElement>('[data-state-of]');
  return new Map([...marked].map((mark) => [mark.dataset['stateOf'] ?? '', mark.dataset['stateWord'] ?? '']));
}

function announce(before: Map<string, string>, after: Map<string, string>): void {
  const changed = [...after].filter(([name, word]) => before.has(name) && before.get(name) !== word);
  if (news === null || changed.length === 0 || Date.now() - lastNews < LEAST_BETWEEN_NEWS) return;
  lastNews = Date.now();
  news.textContent = changed.map(([name, word]) => `${name}: ${word}`).join('. ');
}

function replaceSections(fresh: Document): void {
  const before = statesOf(document);
  for (const old of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const next = fresh.getElementById(old.id);
    if (next === null) continue;
    const opened = [...old.querySelectorAll<HTMLDetailsElement>('details[open][id]')].map(({ id }) => id);
    for (const details of next.querySelectorAll<HTMLDetailsElement>('details[id]')) {
      if (opened.includes(details.id)) details.open = true;
    }
    old.replaceWith(document.adoptNode(next));
  }
  announce(before, statesOf(document));
}

async function ask(): Promise<void> {
  isDue = false;
  isAsking = true;
  lastAsked = Date.now();
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } });
    const text = response.ok ? await response.text() : null;
    if (isPaused) return;
    if (text === null || isReading()) {
      isDue = true;
      return;
    }
    replaceSections(new DOMParser().parseFromString(text, 'text/html'));
    freshAt = new Date();
  } catch {
    isDue = true;
  } finally {
    isAsking = false;
    sayHowFresh();
  }
}

/** Whether somebody is at work in a section: it is left alone, so that focus stays where it is. */
function isReading(): boolean {
  return [...document.querySelectorAll('[data-live]')].some((section) => section.contains(document.activeElement));
}

function askWhenDue(): void {
  if (isDue && !isReading() && !isAsking && !isPaused && Date.now() - lastAsked >= LEAST_BETWEEN) void ask();
}

function listen(): void {
  if (source !== null || isPaused || document.hidden) return;
  source = new EventSource(told);
  source.addEventListener('counted', () => {
    heard(false);
    isDue = true;
    askWhenDue();
  });
  source.addEventListener('away', () => heard(true));
  source.addEventListener('still', () => heard(isAway));
  source.addEventListener('open', () => heard(false));
}

function heard(away: boolean): void {
  lastHeard = Date.now();
  isAway = away;
}

function stopListening(): void {
  source?.close();
  source = null;
}

pauseButton?.addEventListener('click', () => {
  isPaused = !isPaused;
  pauseButton.textContent = isPaused ? 'Go on with updates' : 'Pause updates';
  if (isPaused) stopListening();
  else {
    isDue = true;
    listen();
    askWhenDue();
  }
  sayHowFresh();
});

document.addEventListener('visibilitychange', () => {
  if (document.hidden) stopListening();
  else {
    isDue = true;
    listen();
  }
});

setInterval(() => {
  askWhenDue();
  sayHowFresh();
}, 1_000);

if (bar !== null) bar.hidden = false;
sayHowFresh();
listen();
