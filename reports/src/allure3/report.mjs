// node report.mjs RESULTS OUT: writes the Allure 3 report and takes Google Analytics out of it; Allure has no switch for that.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [results, out] = process.argv.slice(2);
const config = join(import.meta.dirname, "allurerc.json");
execFileSync("npx", ["--yes", "allure@3.18.0", "generate", results, "--config", config, "--output", out], { stdio: "inherit" });

const page = join(out, "index.html");
const analytics =
  /<script async src="https:\/\/www\.googletagmanager\.com[^>]*><\/script>\s*<script>\s*window\.dataLayer[\s\S]*?<\/script>/g;
const clean = readFileSync(page, "utf8").replace(analytics, "");
if (clean.includes("googletagmanager")) {
  throw new Error(`${page} still reports to Google Analytics: Allure has changed, so must the pattern above.`);
}
writeFileSync(page, clean);
