import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { S3Config } from "../config";
import type { FileKey, FileStorage } from "./file-storage";

const folder = "files/";

/** Keeps contents in a bucket, as files/organization/hash. An object is there when all of it is, by the protocol's own promise. */
export function s3Storage(config: S3Config): FileStorage & {
  /** Throws when the bucket cannot be used. */
  readonly check: () => Promise<void>;
} {
  const client = new S3Client({
    region: config.region,
    credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    ...(config.endpoint === null ? {} : { endpoint: config.endpoint, forcePathStyle: true }),
    // Older servers of other makers do not know the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const Bucket = config.bucket;
  const keyOf = ({ organizationId, sha256 }: FileKey) => `${folder}${organizationId}/${sha256}`;

  async function list(prefix: string): Promise<{ keys: string[]; folders: string[] }> {
    const keys: string[] = [];
    const folders: string[] = [];
    let from: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: prefix, Delimiter: "/", ContinuationToken: from }),
      );
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key?.slice(prefix.length) ?? []));
      folders.push(
        ...(page.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix?.slice(prefix.length, -1) ?? []),
      );
      from = page.NextContinuationToken;
    } while (from !== undefined);
    return { keys, folders };
  }

  return {
    keep: async (key, path) => {
      const { size } = await stat(path);
      await client.send(
        new PutObjectCommand({ Bucket, Key: keyOf(key), Body: createReadStream(path), ContentLength: size }),
      );
    },
    open: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(key) }));
        return Body instanceof Readable ? Body : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    remove: async (key) => void (await client.send(new DeleteObjectCommand({ Bucket, Key: keyOf(key) }))),
    organizations: async () => (await list(folder)).folders,
    hashes: async (organizationId) => (await list(`${folder}${organizationId}/`)).keys,
    check: async () => void (await client.send(new HeadBucketCommand({ Bucket }))),
    close: () => client.destroy(),
  };
}
