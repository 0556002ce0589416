// Imports 10,000 made-up people by the command line into a fresh database, twice: first all new, then all unchanged.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const binary = resolve(import.meta.dirname, "../../target/release/trellis");
const folder = mkdtempSync(join(tmpdir(), "trellis-bench-"));
const env = { ...process.env, DATABASE_URL: `sqlite://${join(folder, "trellis.db")}`, TRELLIS_DEMO: "true" };
const skills = ["rust", "sql", "leadership", "design", "negotiation", "public speaking", "data", "hiring"];
const rows = ["Employee ID,Name,E-mail,Role,Team,Skills offered,Skills wanted,Languages,Time zone,Capacity"];
for (let n = 0; n < 10_000; n++) {
  const some = [skills[n % 8], skills[(n * 3 + 1) % 8], skills[(n * 5 + 2) % 8]].join("; ");
  rows.push(`B${n},Person ${n},person.${n}@example.org,${n % 4 ? "mentee" : "mentor"},Team ${n % 40},${some},${some},English,Europe/Berlin,${n % 4 ? "" : 3}`);
}
const file = join(folder, "people.csv");
writeFileSync(file, rows.join("\n"));
try {
  execFileSync(binary, ["demo"], { env, stdio: "ignore" });
  for (const what of ["new", "unchanged"]) {
    const begin = performance.now();
    const summary = JSON.parse(execFileSync(binary, ["import", "--programme", "women-in-tech-26", file], { env }).toString());
    const seconds = (performance.now() - begin) / 1000;
    if (summary[what] !== 10_000) throw new Error(`expected 10,000 ${what}: ${JSON.stringify(summary).slice(0, 300)}`);
    console.log(`10,000 ${what}: ${seconds.toFixed(2)} s`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
