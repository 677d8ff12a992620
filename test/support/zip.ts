import { ZipFile } from 'yazl';

/**
 * An archive of these files, by their paths: bytes as they are, all else as JSON.
 * @param mode of each file, as Unix has it
 */
export async function zipOf(
  files: Readonly<Record<string, unknown>>,
  mode?: number,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    zip.addBuffer(bytes, path, mode === undefined ? {} : { mode });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
