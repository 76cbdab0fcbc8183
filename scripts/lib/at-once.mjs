/** Gives a function that starts pieces of work in the order in which it is given them, so many at a time. */
export function atOnce(most) {
  let free = most;
  const waiting = [];
  return async work => {
    if (free > 0) free--;
    else await new Promise(resolve => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Who waits has the place that is given up.
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
