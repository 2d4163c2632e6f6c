// `npm run build`: what `npm start` does before it starts.
import { orExplain } from "./announce.mjs";
import { build, generate, install, oneAtATime, requireNode } from "./prepare.mjs";

await orExplain(async () => {
  requireNode();
  await oneAtATime(async () => {
    await install();
    await generate();
    await build();
  });
});
