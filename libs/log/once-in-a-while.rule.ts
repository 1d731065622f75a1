/** So many texts are remembered that anything more is said at once. */
const MOST_TEXTS = 100;

/** Answers of a text whether it has not been asked about for `milliseconds`; `now` counts in milliseconds. */
export function onceInAWhile(milliseconds: number, now: () => number): (text: string) => boolean {
  const last = new Map<string, number>();
  return (text) => {
    const at = now();
    if (at - (last.get(text) ?? -Infinity) < milliseconds) return false;
    if (last.size >= MOST_TEXTS) last.clear();
    last.set(text, at);
    return true;
  };
}
