import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** `DATA_DIR/demo.json`: whom the demo knows, with a token for each. */
export interface DemoFile {
  readonly people: readonly {
    readonly email: string;
    readonly name: string;
    readonly organization: string;
    /** One line on what they may do. */
    readonly about: string;
    readonly token: string;
  }[];
  readonly partners: readonly { readonly name: string; readonly token: string }[];
  readonly publisher: { readonly token: string };
  /** Tokens for SCIM, by organization number. */
  readonly scim: Readonly<Record<string, string>>;
}

export function demoFilePath(dataDir: string): string {
  return path.join(dataDir, 'demo.json');
}

/** Reads the file; null where there is none, or it is not whole: then it is made anew. */
export async function readDemoFile(file: string): Promise<DemoFile | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    const read: unknown = JSON.parse(text);
    return isDemoFile(read) ? read : null;
  } catch {
    return null;
  }
}

/** Writes the file beside, then renames it: whoever reads it sees the old one or the new one, whole. */
export async function writeDemoFile(file: string, content: DemoFile): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

function isDemoFile(read: unknown): read is DemoFile {
  const file = read as DemoFile | null;
  return (
    Array.isArray(file?.people) &&
    file.people.every((person) => [person?.email, person?.organization, person?.token].every(isText)) &&
    Array.isArray(file.partners) &&
    file.partners.every((partner) => [partner?.name, partner?.token].every(isText)) &&
    isText(file.publisher?.token)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
