import { expect, test } from "vitest";
import { describeDevice } from "./queries";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0",
    "Edge on Windows",
  ],
  ["curl/8.5.0", "A program or unknown browser"],
])("names the device of %s", (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device);
});
