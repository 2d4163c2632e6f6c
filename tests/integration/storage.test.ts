import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "@/platform/config";
import { diskStorage } from "@/platform/storage/disk-storage";
import type { FileStorage } from "@/platform/storage/file-storage";
import { openStorage } from "@/platform/storage/open-storage";

// Both ways of keeping files do the same: on a real disk, and on a real server that speaks the S3 protocol.

let folder: string;
let server: S3rver;
let endpoint: string;
const storages: Record<string, FileStorage> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "phasewise-storage-"));
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "s3"),
    configureBuckets: [{ name: "phasewise", configs: [] }],
  });
  endpoint = `http://127.0.0.1:${(await server.run()).port}`;
  storages.disk = diskStorage(join(folder, "disk"));
  storages.s3 = await openStorage(configured("phasewise"));
});

afterAll(async () => {
  for (const storage of Object.values(storages)) storage.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function configured(bucket: string) {
  return readConfig({
    FILES_S3_BUCKET: bucket,
    FILES_S3_ENDPOINT: endpoint,
    FILES_S3_ACCESS_KEY_ID: "S3RVER",
    FILES_S3_SECRET_ACCESS_KEY: "S3RVER",
  });
}

describe.each(["disk", "s3"])("files on %s", (kind) => {
  const storage = (): FileStorage => {
    const found = storages[kind];
    if (found === undefined) throw new Error(`There is no storage ${kind}.`);
    return found;
  };
  const keyOf = (digit: string) => ({ organizationId: crypto.randomUUID(), sha256: digit.repeat(64) });
  const keep = async (key: ReturnType<typeof keyOf>, content: string) => {
    const path = join(folder, crypto.randomUUID());
    await writeFile(path, content);
    await storage().keep(key, path);
  };
  const read = async (key: ReturnType<typeof keyOf>) => {
    const stream = await storage().open(key);
    return stream === null ? null : (await buffer(stream)).toString();
  };

  test("come back as they were kept, also when kept twice, and are gone when removed", async () => {
    const key = keyOf("a");
    expect(await read(key)).toBeNull();
    await keep(key, "content");
    await keep(key, "content");
    expect(await read(key)).toBe("content");
    await storage().remove(key);
    await storage().remove(key);
    expect(await read(key)).toBeNull();
  });

  test("are listed by organization, each with its own", async () => {
    const [one, other] = [keyOf("b"), keyOf("b")];
    await keep(one, "one");
    await keep({ ...one, sha256: "c".repeat(64) }, "two");
    await keep(other, "other");
    expect((await storage().hashes(one.organizationId)).sort()).toEqual(["b".repeat(64), "c".repeat(64)]);
    expect(await storage().organizations()).toEqual(
      expect.arrayContaining([one.organizationId, other.organizationId]),
    );
    expect(await storage().hashes(crypto.randomUUID())).toEqual([]);
    await storage().remove(one);
    expect(await read(other)).toBe("other");
  });
});

test("a bucket that is not there stops the start with the name of its variable", async () => {
  await expect(openStorage(configured("missing"))).rejects.toThrow(/The bucket missing of FILES_S3_BUCKET/);
});

test("the disk has no place for what could lead out of its folder", async () => {
  const storage = diskStorage(join(folder, "disk"));
  await expect(storage.open({ organizationId: "../..", sha256: "a" })).rejects.toThrow(/no name/);
});
