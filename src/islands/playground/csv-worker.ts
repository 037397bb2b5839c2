import { type CsvRead, readCsv } from '../../session/read-csv.ts';

/** Reads a file beside the page's own thread: a large one takes a good part of a second. */
async function read(file: File): Promise<CsvRead> {
  try {
    return readCsv(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
  } catch {
    return { kind: 'refused', mistakes: [`${file.name} could not be read as text in UTF-8.`] };
  }
}

addEventListener('message', async ({ data }: MessageEvent<unknown>) => {
  if (data instanceof File) postMessage(await read(data));
});
