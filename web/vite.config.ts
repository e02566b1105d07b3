import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { zh } from "./words/zh.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const output = `${root}dist`;

const smallest = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/**
 * Leaves every text file beside its compressed forms, so that the server compresses nothing while people wait. The slowest way of it
 * takes two seconds of the build on two cores, and 7 % off what a slow line carries.
 */
function precompress(): Plugin {
  const write = async (name: string) => {
    const file = `${output}/assets/${name}`;
    const bytes = await readFile(file);
    await Promise.all([
      promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
      promisify(brotliCompress)(bytes, smallest).then((small) => writeFile(`${file}.br`, small)),
    ]);
  };
  return {
    name: "precompress",
    apply: "build",
    async closeBundle() {
      const assets = (await readdir(`${output}/assets`)).filter((name) => /\.(js|css)$/.test(name));
      await Promise.all(assets.map(write));
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
          if (part.type === "chunk" && part.moduleIds.some((id) => id.endsWith("/console/main.tsx")))
            name(part.fileName);
        const links = [...parts].filter((file) => !html.includes(file));
        return {
          html: html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
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

/**
 * What is fetched together, each with all that it needs and that stands in no part named before it. A browser asks for six files at a
 * time of a server without TLS, and each round is a journey: fifty small files took a phone longer than their bytes.
 */
const groups = [
  {
    name: "start",
    test: /web\/console\/start\.ts$|\.css$|vite\/preload-helper|rolldown\/runtime/,
    priority: 9,
  },
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 8 },
  {
    name: "frame",
    test: /web\/console\/(main|help\/Explained|marks)\.tsx$|web\/ui\/controls\/Alert\.tsx$/,
    priority: 7,
  },
  {
    name: "fields",
    test: /web\/ui\/(controls|antd)\/(?!controls)[A-Z]|web\/console\/pickers\/|web\/console\/form\/input\.ts$|web\/console\/printing\/|web\/ui\/save-file|web\/console\/list\/Pager|core\/register\/(comment|entry)\.ts$/,
    priority: 6,
  },
  { name: "form", test: /web\/console\/form\/ActForm\.tsx$/, priority: 5 },
  { name: "entry", test: /web\/console\/(pages\/EntryPage\.tsx$|entry\/)/, priority: 4 },
];

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
    // Eleven kilobytes compressed for all pages together: less than a journey for each page's own sheet.
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: { groups } },
      // The core is pure: of a file of which nothing is used, nothing is needed.
      treeshake: { moduleSideEffects: [{ test: /\/core\//, sideEffects: false }] },
    },
  },
});
