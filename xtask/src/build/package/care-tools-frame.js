// For the page around a frame: makes each frame of the tools as high as its tool. The page may do without this.

const FOLDER = new URL("frame/", import.meta.url);
const LEAST = 200;
const MOST = 20_000;

const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(FOLDER.href));

addEventListener("message", (event) => {
  const frame = frames().find((frame) => frame.contentWindow === event.source);
  const { careTools, height } = event.data ?? {};
  if (!frame || event.origin !== FOLDER.origin || careTools !== "height" || !Number.isFinite(height)) return;
  const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.height = Math.min(Math.max(Math.round(height) + borders, LEAST), MOST);
});

// A frame that was there first has told its height already.
for (const frame of frames()) frame.contentWindow?.postMessage({ careTools: "ask" }, "*");
