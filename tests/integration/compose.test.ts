import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { z } from "zod";
import { readConfig } from "@/platform/config";

const service = z.object({
  image: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const document = parseDocument(readFileSync("docker-compose.yml", "utf8"));
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
  .parse(document.toJS());

const dockerfile = readFileSync("Dockerfile", "utf8").replaceAll("\\\n", " ");
const instructions = dockerfile.split("\n").filter((line) => /^[A-Z]+ /.test(line));

describe("docker-compose.yml", () => {
  test("is YAML without a fault or a doubled key", () => {
    expect(document.errors).toEqual([]);
    expect(document.warnings).toEqual([]);
  });

  test("names files, services and volumes that exist", () => {
    for (const { build, depends_on, volumes } of Object.values(compose.services)) {
      if (build) expect(existsSync(`${build.context}/${build.dockerfile}`)).toBe(true);
      for (const needed of Object.keys(depends_on)) expect(compose.services).toHaveProperty(needed);
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(":")[0] ?? "");
    }
  });

  test("checks the health of every service, and waits for it where one needs another", () => {
    for (const { build, healthcheck, depends_on } of Object.values(compose.services)) {
      expect(healthcheck !== undefined || (build && dockerfile.includes("HEALTHCHECK"))).toBe(true);
      for (const { condition } of Object.values(depends_on)) expect(condition).toBe("service_healthy");
    }
  });

  test("does not start without secrets of its own", () => {
    expect(compose.services.app?.environment.AUTH_SECRET).toMatch(/^\$\{AUTH_SECRET:\?/);
    expect(compose.services.database?.environment.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  test("gives the app a configuration that it accepts", () => {
    const environment = compose.services.app?.environment ?? {};
    const filled = Object.fromEntries(
      Object.entries(environment).map(([name, value]) => [
        name,
        value
          .replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1")
          .replaceAll(/\$\{\w+:\?[^}]*\}/g, "0123456789abcdef0123456789abcdef"),
      ]),
    );
    expect(readConfig(filled)).toMatchObject({
      databaseUrl: expect.stringContaining("@database:5432/"),
      // Until a real mail server is named, the catcher gets the mail.
      mail: { smtpUrl: "smtp://mail:1025" },
    });
    expect(compose.services).toHaveProperty("mail");
  });
});

describe("Dockerfile", () => {
  test("copies only what is in the checkout, and what .dockerignore lets through", () => {
    const letThrough = new Set(
      readFileSync(".dockerignore", "utf8")
        .split("\n")
        .filter((line) => line.startsWith("!"))
        .map((line) => line.slice(1)),
    );
    const copied = instructions
      .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
      .flatMap((line) => line.split(/\s+/).slice(1, -1))
      .filter((path) => path !== ".");
    expect(copied.length).toBeGreaterThan(0);
    for (const path of copied) {
      expect(letThrough).toContain(path.replace("./", ""));
      expect(existsSync(path)).toBe(true);
    }
    for (const path of letThrough) expect.soft(existsSync(path), `${path} of .dockerignore`).toBe(true);
  });

  test("runs as a user who is not root", () => {
    const lastStage = instructions.slice(instructions.findLastIndex((line) => line.startsWith("FROM ")));
    expect(lastStage.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
  });

  test("takes from the build what the build makes", () => {
    const taken = instructions.flatMap((line) =>
      [...line.matchAll(/(?<=\s)\/app\/(\S+)/g)].map((match) => match[1]),
    );
    expect(new Set(taken)).toEqual(
      new Set([
        "node_modules",
        ".next",
        "dist/main.mjs",
        "dist/main.mjs.map",
        "dist/levelling.worker.mjs",
        "dist/levelling.worker.mjs.map",
        "dist/gap.worker.mjs",
        "dist/gap.worker.mjs.map",
        "dist/check-figures.mjs",
        "dist/check-figures.mjs.map",
        "public",
      ]),
    );
  });
});
