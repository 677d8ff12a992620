/**
 * What comes of `work` within so many milliseconds; undefined if it takes longer.
 * @param late is given what comes after that
 * @throws what `work` throws in time
 */
export async function inTime<Result>(
  work: Promise<Result>,
  ms: number,
  late: (result: Result) => void = () => undefined,
): Promise<Result | undefined> {
  let isLate = false;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(undefined);
    }, ms);
  });
  work.then(
    (result) => {
      if (isLate) late(result);
    },
    () => undefined,
  );
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
