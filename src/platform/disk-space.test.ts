import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { explainFullDisk } from "./disk-space";
import { StartError } from "./start-error";

const fault = new Error("Transaction not found");

test("a fault on a disk that is full is explained by that", async () => {
  // A file system of the kernel that has no room at all.
  expect(await explainFullDisk(fault, "/proc")).toMatchObject({
    message: "The disk that holds /proc is full; free some space and start again.",
    cause: fault,
  });
});

test("any other fault stays what it is", async () => {
  expect(await explainFullDisk(fault, tmpdir())).toBe(fault);
  expect(await explainFullDisk(fault, "/no/such/folder")).toBe(fault);
  const explained = new StartError("PORT should be a port number.");
  expect(await explainFullDisk(explained, "/proc")).toBe(explained);
});
