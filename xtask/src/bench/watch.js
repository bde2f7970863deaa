// Runs in the page before its own scripts: counts how often a file of WebAssembly is compiled at most, and keeps hold of
// the memories, which nothing else shows.
{
  const watched = { compiled: 0, memories: [] };
  const times = {};
  const counted = (file = "") => {
    times[file] = (times[file] ?? 0) + 1;
    watched.compiled = Math.max(watched.compiled, times[file]);
  };
  Object.defineProperty(globalThis, Symbol.for("bench"), { value: watched });
  for (const name of ["compile", "compileStreaming", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = (...rest) => {
      counted(rest[0]?.url);
      return real.apply(WebAssembly, rest);
    };
  }
  const real = WebAssembly.instantiate;
  WebAssembly.instantiate = async (source, ...rest) => {
    if (!(source instanceof WebAssembly.Module)) counted();
    const made = await real.call(WebAssembly, source, ...rest);
    const { memory } = (made.instance ?? made).exports;
    if (memory) watched.memories.push(memory);
    return made;
  };
}
