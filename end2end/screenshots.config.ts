import base from "./playwright.config";

/** `make screenshots`: every page at three widths in both themes. */
export default { ...base, testDir: "screenshots", workers: 2, fullyParallel: true, timeout: 120_000 };
