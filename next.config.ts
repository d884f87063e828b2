import { withPayload } from '@payloadcms/next/withPayload';
import type { NextConfig } from 'next';

const nextConfig: NextConfig = {
  turbopack: { root: process.cwd() },
  poweredByHeader: false,
  // `npm run check` looks at types, tests included; a start must not wait for it.
  typescript: { ignoreBuildErrors: true },
  // One copy of Payload per process: bundled twice, `instanceof ValidationError` fails between the
  // copies and REST answers lose the message at the field.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/db-sqlite',
    '@payloadcms/drizzle',
    '@payloadcms/graphql',
  ],
};

export default withPayload(nextConfig, { devBundleServerPackages: false });
