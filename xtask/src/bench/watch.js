// Runs in the page before its own scripts: counts compilations of WebAssembly, and keeps hold of the
// memories, which nothing else shows.
{
  const watched = { compiled: 0, memories: [] };
  Object.defineProperty(globalThis, Symbol.for("bench"), { value: watched });
  for (const name of ["compile", "compileStreaming", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = (...rest) => {
      watched.compiled += 1;
      return real.apply(WebAssembly, rest);
    };
  }
  const real = WebAssembly.instantiate;
  WebAssembly.instantiate = async (source, ...rest) => {
    if (!(source instanceof WebAssembly.Module)) watched.compiled += 1;
    const made = await real.call(WebAssembly, source, ...rest);
    watched.memories.push((made.instance ?? made).exports.memory);
    return made;
  };
}
