/**
 * Answers what `work` answers, unless that takes longer than `milliseconds`: then it rejects with what `late` makes. The
 * work is not ended by it; what becomes of it afterwards is nobody's concern.
 */
export async function withinTime<T>(milliseconds: number, work: Promise<T>, late: () => Error): Promise<T> {
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(late());
  }, milliseconds);
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
