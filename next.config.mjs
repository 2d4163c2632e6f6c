/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Without it Next looks for a lock file upwards and may take a folder above the checkout for the root.
  turbopack: { root: import.meta.dirname },
  // `npm test` checks the types of the whole tree. A person who only starts Phasewise does not wait for it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
