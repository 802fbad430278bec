import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from '@20minutes/s3rver';
import { AwsClient } from 'aws4fetch';

export interface S3Server {
  readonly url: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  put(key: string, content: Buffer): Promise<void>;
  stop(): Promise<void>;
}

/** The one account that it knows. */
const KEY = 'S3RVER';

/** Starts an S3-compatible service that checks signatures (Version 4), with one bucket. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(path.join(tmpdir(), 'muniment-s3-'));
  const bucket = 'downloads';
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket }],
  });
  const { port } = await server.run();
  const url = `http://127.0.0.1:${port}`;
  const client = new AwsClient({
    accessKeyId: KEY,
    secretAccessKey: KEY,
    service: 's3',
    region: 'us-east-1',
  });
  return {
    url,
    bucket,
    accessKey: KEY,
    secretKey: KEY,
    async put(key, content) {
      const address = `${url}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;
      const response = await client.fetch(address, { method: 'PUT', body: new Uint8Array(content) });
      if (!response.ok) throw new Error(`Not put: ${response.status} ${await response.text()}`);
    },
    async stop() {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
