import { readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";

/**
 * The page forbids text from becoming HTML (`require-trusted-types-for 'script'`), and Solid makes its templates in one place by assigning
 * `innerHTML`. That one place gets a policy of its own; everywhere else the browser goes on refusing.
 */
function trustedTemplates(): Plugin {
  const assignment = "t.innerHTML = html;";
  return {
    name: "trusted-templates",
    enforce: "pre",
    transform(code, id) {
      if (!/solid-js[\\/]web[\\/]dist[\\/](?:web|dev)\.js/.test(id)) return null;
      if (code.split(assignment).length !== 2) this.error("Solid no longer makes its templates as this plugin expects");
      const policy = `const candorTemplates = globalThis.trustedTypes?.createPolicy("solid", { createHTML: (html) => html });\n`;
      return policy + code.replace(assignment, "t.innerHTML = candorTemplates ? candorTemplates.createHTML(html) : html;");
    },
  };
}

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")) as { version: string };

export default defineConfig({
  root: join(import.meta.dirname, "src", "web"),
  define: { "import.meta.env.CANDOR_VERSION": JSON.stringify(version) },
  plugins: [trustedTemplates(), solid()],
  build: {
    outDir: join(import.meta.dirname, "dist", "page"),
    emptyOutDir: true,
    target: "es2023",
    // Inline modules would be inline scripts and data: addresses, which the page's policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Whoever starts Candor for the first time has no use for how long a plugin took.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
