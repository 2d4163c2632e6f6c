// `npm run generate`: the database client from prisma/schema.prisma.
import { orExplain } from "./announce.mjs";
import { generate, install, oneAtATime, requireNode } from "./prepare.mjs";

await orExplain(async () => {
  requireNode();
  await oneAtATime(async () => {
    await install();
    await generate();
  });
});
