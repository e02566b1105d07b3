import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { zh } from "./words/zh.ts";

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

/** The frame of `index.html` in the words of the console. */
function frameWords(): Plugin {
  const { product, productLong, demonstration, loading, secrecy, problem } = zh;
  const words: Readonly<Record<string, string>> = {
    "%PRODUCT%": product,
    "%PRODUCT_LONG%": productLong,
    "%DEMONSTRATION%": demonstration,
    "%LOADING%": loading,
    "%FAILED%": problem.offline,
    "%SECRECY%": secrecy,
  };
  return {
    name: "frame-words",
    transformIndexHtml: {
      order: "pre",
      handler: (html) => html.replaceAll(/%[A-Z_]+%/g, (name) => words[name] ?? name),
    },
  };
}

/**
 * The program comes in parts, one asking for the next; the page names them all at once, so that a slow line does not wait for each in
 * turn. What settles the look runs before the first paint.
 */
function nameParts(): Plugin {
  return {
    name: "name-parts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const parts = new Set<string>();
        const name = (file: string) => {
          const part = bundle[file];
          if (part?.type !== "chunk" || parts.has(file)) return;
          parts.add(file);
          for (const other of part.imports) name(other);
        };
        for (const part of Object.values(bundle))
          if (part.type === "chunk" && part.facadeModuleId?.endsWith("/console/main.tsx"))
            name(part.fileName);
        const links = [...parts].filter((file) => !html.includes(file));
        return {
          html: html.replace('<script type="module"', '<script type="module" blocking="render"'),
          tags: links.map((file) => ({
            tag: "link",
            // After what the first paint waits for: on a slow line they would take its room.
            attrs: { rel: "modulepreload", crossorigin: true, fetchpriority: "low", href: `/${file}` },
            injectTo: "head",
          })),
        };
      },
    },
  };
}

export default defineConfig({
  root,
  plugins: [react(), frameWords(), nameParts(), precompress()],
  build: {
    outDir: output,
    emptyOutDir: true,
    target: "es2022",
    // A page under a strict policy carries no inline script, and small pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
