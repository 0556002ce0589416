// The engine's twins (support/engine.sh builds both): asked natively and in a page.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./machine.mjs";

const target = resolve(import.meta.dirname, "../../target");

/**
 * What the native program prints.
 * @param {"debug" | "release"} profile
 * @param {string[]} words
 * @returns {Promise<string[]>}
 */
export async function native(profile, ...words) {
  const { stdout } = await promisify(execFile)(join(target, profile, "examples/twins"), words);
  return stdout.trim().split("\n");
}

/**
 * What the wasm says in a page, by the name of the function asked.
 * @param {import("@playwright/test").Page} page
 * @param {"answers" | "speed"} name
 * @returns {Promise<string[]>}
 */
export async function inPage(page, name) {
  const { url, close } = await served();
  try {
    await page.goto(url);
    const said = await page.evaluate(async (name) => {
      const twins = await import(new URL("/twins.js", location.href).href);
      await twins.default();
      return twins[name]();
    }, name);
    return said.split("\n");
  } finally {
    await close();
  }
}

/** An empty page and the two files of the engine. Isolated, so that the page's clock is exact to 5 µs. */
async function served() {
  const files = { "/twins.js": "text/javascript", "/twins_bg.wasm": "application/wasm" };
  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    if (path === "/") return response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Engine</title>");
    if (!(path in files)) return response.writeHead(404).end();
    response.setHeader("Content-Type", files[/** @type {keyof typeof files} */ (path)]);
    response.end(await readFile(join(target, "engine", path)));
  });
  const port = await freePort();
  await new Promise((ready) => server.listen(port, "127.0.0.1", () => ready(undefined)));
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((closed) => server.close(closed)) };
}
