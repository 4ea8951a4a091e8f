import { copyFileSync, mkdirSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { placeNames } from "./build/names";

const OUT = "../src/skyledger/web/static";
const FONTS = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf", "DejaVuSansMono.ttf"];

/** The exports draw PDF and PNG with these; the page itself uses the fonts of the machine. */
function copyFonts(): Plugin {
  return {
    name: "copy-fonts",
    closeBundle() {
      mkdirSync(`${OUT}/fonts`, { recursive: true });
      for (const name of FONTS) copyFileSync(`node_modules/dejavu-fonts-ttf/ttf/${name}`, `${OUT}/fonts/${name}`);
      copyFileSync("node_modules/dejavu-fonts-ttf/LICENSE", `${OUT}/fonts/LICENSE`);
    },
  };
}

export default defineConfig({
  base: "/static/",
  publicDir: "public",
  plugins: [copyFonts(), placeNames()],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: "es2022",
    // The Content-Security-Policy allows files of our own only: nothing inline, nothing as a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});
