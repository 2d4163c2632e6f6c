// The least that tells many browsers of a commit: one connection that LISTENs, and an open answer per browser. `node floor-server.mjs
// DATABASE_URL` prints its address; what is notified on the channel `floor` is sent to everybody as it is.
import { createServer } from "node:http";
import pg from "pg";

/** @type {Set<import("node:http").ServerResponse>} */
const open = new Set();
const listening = new pg.Client({ connectionString: process.argv[2] });
await listening.connect();
listening.on("notification", ({ payload }) => {
  for (const answer of open) answer.write(`data: ${payload}\n\n`);
});
await listening.query("LISTEN floor");

const server = createServer((request, answer) => {
  answer.writeHead(200, { "content-type": "text/event-stream" }).write(": open\n\n");
  open.add(answer);
  request.on("close", () => open.delete(answer));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") {
    console.log(`listening on http://127.0.0.1:${address.port} .`);
  }
});
