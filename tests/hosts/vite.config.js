// Builds every page of this folder: one for each framework, and one without any.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const pages = ["plain", "react", "vue", "angular", "svelte", "lit"];

export default defineConfig({
  base: "./",
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (name) => name.startsWith("care-") } } }),
    svelte({ configFile: false }),
  ],
  build: {
    target: "es2022",
    outDir: "dist",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page, `${page}.html`])) },
  },
});
