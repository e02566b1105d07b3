import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));
const output = `${root}dist`;

/** Leaves every text file beside its compressed forms, so that the server compresses nothing while people wait. */
function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    closeBundle() {
      const assets = readdirSync(`${output}/assets`).filter((name) => /\.(js|css)$/.test(name));
      for (const name of assets) {
        const file = `${output}/assets/${name}`;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
      }
    },
  };
}

export default defineConfig({
  root,
  plugins: [react(), precompress()],
  build: {
    outDir: output,
    emptyOutDir: true,
    target: "es2022",
    // A page under a strict policy carries no inline script, and small pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
