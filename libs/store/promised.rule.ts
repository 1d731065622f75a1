/**
 * Answers with what `work` answers and rejects with what it throws: how an engine that works at once stands behind a port
 * of promises.
 */
export function promised<T>(work: () => T | PromiseLike<T>): Promise<T> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
