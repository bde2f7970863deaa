// Runs in the page before its own scripts: remembers the longest task, in milliseconds.
{
  let longest = 0;
  const look = (entries) => entries.forEach(({ duration }) => (longest = Math.max(longest, duration)));
  const observer = new PerformanceObserver((list) => look(list.getEntries()));
  observer.observe({ type: "longtask", buffered: true });
  // What was noticed and not yet told counts too. A task that still runs does not: it is told after it.
  Object.defineProperty(globalThis, Symbol.for("longest"), { value: () => new Promise((done) => setTimeout(() => {
    look(observer.takeRecords());
    done(longest);
  }, 500)) });
}
