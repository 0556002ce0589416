import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "./machine.mjs";

export const root = resolve(import.meta.dirname, "..", "..");
const binary = process.env.TRELLIS_BINARY ?? join(root, "target/debug/trellis");

/** A Trellis of its own: a fresh database in a temporary folder, a free port, the real binary. */
export class App {
  private child?: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), "trellis-"));
  private log = "";
  url = "";

  constructor(private readonly options: { demo?: boolean; smtp?: string; env?: Record<string, string> } = {}) {}

  get env(): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: `sqlite://${join(this.folder, "trellis.db")}`,
      TRELLIS_SITE: join(root, "target/site"),
      TRELLIS_DEMO: String(this.options.demo ?? true),
      TRELLIS_LOG: "warn",
      ...(this.options.smtp ? { TRELLIS_SMTP_URL: this.options.smtp } : {}),
      ...this.options.env,
    };
  }

  /** Starts the server and waits until it answers. */
  async start(port?: number): Promise<void> {
    port ??= await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const child = spawn(binary, ["serve", "--listen", `127.0.0.1:${port}`], {
      env: this.env,
      cwd: this.folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    await new Promise<void>((ready, failed) => {
      child.stderr?.on("data", (data) => (this.log += data));
      child.stdout?.on("data", (data) => {
        this.log += data;
        if (String(data).includes("http://")) ready();
      });
      child.once("exit", (code) => failed(new Error(`trellis ended with ${code}:\n${this.log}`)));
      child.once("error", failed);
    });
  }

  /** Ends the server as an operator would, or at once with SIGKILL. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await ended;
    this.child = undefined;
  }

  /** Stops, and removes the database. */
  async remove(): Promise<void> {
    await this.stop("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the command line on the same database. */
  async cli(...args: string[]): Promise<{ stdout: string; stderr: string; code: number }> {
    try {
      const { stdout, stderr } = await promisify(execFile)(binary, args, { env: this.env, cwd: this.folder });
      return { stdout, stderr, code: 0 };
    } catch (error) {
      const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
      return { stdout, stderr, code };
    }
  }
}
