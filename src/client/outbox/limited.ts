/** Storage that does not answer must not hold up what a person does. */
const LIMIT_MS = 3000;

/** Rejects when `promise` takes longer than three seconds. */
export function limited<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Storage does not answer')), LIMIT_MS);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
