// Loaded before the server (`node --import`): counts the statements that the process sends to PostgreSQL, and answers every
// message of its parent with the count so far.
import pg from "pg";

const { query } = pg.Client.prototype;
let sent = 0;

pg.Client.prototype.query = function counted(...words) {
  sent += 1;
  return Reflect.apply(query, this, words);
};
process.on("message", () => process.send?.(sent));
// Being asked now and then is no reason to live on.
process.channel?.unref();
