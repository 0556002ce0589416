// Works out every contrast that the roles in style/tokens/color.css promise, in both themes, and how far the chart
// colours stay apart for colour-blind eyes. Ends with an error when one is too low: node end2end/support/contrast.mjs
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../../style/tokens/color.css", import.meta.url), "utf8");
const declared = Object.fromEntries([...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].reverse().map((m) => [m[1], m[2].trim()]));

const split = (inside) => {
  let depth = 0;
  const at = [...inside].findIndex((c) => (c === "(" ? depth++ : c === ")" ? depth-- : 0, c === "," && depth === 0));
  return [inside.slice(0, at).trim(), inside.slice(at + 1).trim()];
};
const resolve = (value, dark, hue) => {
  value = value.replace(/var\(--hue\)/g, hue);
  const themed = value.match(/^light-dark\((.*)\)$/s);
  if (themed) return resolve(split(themed[1])[dark ? 1 : 0], dark, hue);
  const named = value.match(/^var\((--[\w-]+)\)$/);
  if (named) return resolve(declared[named[1]], dark, hue);
  const lch = value.match(/^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/);
  if (!lch) throw new Error(`cannot read ${value}`);
  return rgb(lch[1] / 100, +lch[2], (lch[3] * Math.PI) / 180);
};
const rgb = (L, C, h) => {
  const linear = oklab(L, C * Math.cos(h), C * Math.sin(h));
  if (linear.every((x) => x > -0.001 && x < 1.001) || C < 0.002) return linear.map((x) => Math.min(1, Math.max(0, x)));
  return rgb(L, C - 0.002, h);
};
const oklab = (L, a, b) => {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
};
const toOklab = ([r, g, b]) => {
  const [l, m, s] = [
    Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b),
    Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b),
    Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b),
  ];
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const ratio = (a, b) => {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
};

const grounds = ["page", "nav", "card", "well", "raised", "hover", "neutral-soft"];
const checks = [];
for (const ground of grounds) {
  for (const text of ["text", "text-muted", "heading", "link", "good-text", "warn-text", "bad-text", "info-text"]) checks.push([text, ground, 4.5]);
  for (const mark of ["control-line", "focus", "accent", "danger"]) if (ground !== "neutral-soft") checks.push([mark, ground, 3]);
}
for (const state of ["good", "warn", "bad", "info"]) {
  for (const text of [`${state}-text`, "text", "text-muted"]) checks.push([text, `${state}-soft`, 4.5]);
  for (const ground of ["page", "card"]) checks.push([`${state}-fill`, ground, 3]);
}
for (const [text, ground] of [["on-accent", "accent"], ["on-accent", "accent-hover"], ["on-danger", "danger"], ["on-danger", "danger-hover"], ["text", "selection"]])
  checks.push([text, ground, 4.5]);
for (const chart of [1, 2, 3, 4, 5, 6]) checks.push([`chart-${chart}`, "card", 3], [`chart-${chart}`, "page", 3]);
checks.push(["chart-quiet", "card", 3], ["good-fill", "track", 3], ["vine", "card", 3], ["focus", "accent-hover", 1]);

let failed = 0;
const lowest = {};
for (const dark of [false, true]) {
  const colour = (role, hue) => resolve(declared[`--${role}`], dark, hue);
  const check = (name, a, b, least) => {
    const found = ratio(a, b);
    if (!(found >= lowest[least]?.[0])) lowest[least] = [found, name];
    if (found < least) failed++, console.log(`${dark ? "dark " : "light"} ${name}: ${found.toFixed(2)}, needs ${least}`);
  };
  for (const [a, b, least] of checks) check(`${a} on ${b}`, colour(a), colour(b), least);
  for (const hue of [20, 50, 80, 105, 130, 160, 190, 220, 250, 280, 310, 345]) check(`initials at hue ${hue}`, colour("on-person", hue), colour("person", hue), 4.5);

  // Machado, Oliveira and Fernandes 2009, severity 1.
  const eyes = {
    normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
    deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
    tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  };
  const series = ["chart-1", "chart-2", "chart-3", "chart-4", "chart-5", "chart-6"];
  for (const [eye, m] of Object.entries(eyes)) {
    const seen = series.map((role) => colour(role)).map(([r, g, b]) => toOklab([0, 3, 6].map((i) => Math.min(1, Math.max(0, m[i] * r + m[i + 1] * g + m[i + 2] * b)))));
    for (let i = 0; i < seen.length; i++)
      for (let j = i + 1; j < seen.length; j++) {
        const apart = Math.hypot(...seen[i].map((x, k) => x - seen[j][k]));
        if (apart < 0.08) failed++, console.log(`${dark ? "dark " : "light"} ${series[i]} and ${series[j]} look alike (${eye}): ${apart.toFixed(3)}`);
      }
  }
}
for (const [least, [found, name]] of Object.entries(lowest)) if (least > 1) console.log(`lowest where ${least} is needed: ${found.toFixed(2)} (${name})`);
process.exitCode = failed ? 1 : 0;
