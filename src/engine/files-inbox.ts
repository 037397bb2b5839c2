import type { FilesRequest } from './files-protocol.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Arrival = Extract<FilesRequest, { readonly op: 'bytes' | 'end' }>;

/**
 * Opens what lies at an address, as `fetch` does; `afresh` leaves out what the browser keeps of it, and replaces that. With
 * `from`, what lies from that byte on, where the server gives parts.
 */
export type Open = (url: string, afresh?: boolean, from?: number) => Promise<Response>;

/** Bytes that the page fetches and sends on, because it could begin sooner. */
export interface Inbox {
  expect(url: string): void;
  take(arrival: Arrival): void;
  /** What the page sends, once, where it does; the network's answer where it does not, could not, or `afresh`. */
  readonly open: Open;
}

interface Delivery {
  readonly response: Promise<Response>;
  take(arrival: Arrival): void;
}

function expectDelivery(url: string): Delivery {
  let begin: (served: boolean) => void = () => undefined;
  const begun = new Promise<boolean>((resolve) => {
    begin = resolve;
  });
  let take: Delivery['take'] = () => undefined;
  const body = new ReadableStream<Bytes>({
    start(controller) {
      take = (arrival) => {
        begin(arrival.op === 'bytes' || arrival.whole);
        if (arrival.op === 'bytes') controller.enqueue(arrival.bytes);
        else if (arrival.whole) controller.close();
        else controller.error(new Error('the connection broke'));
      };
    },
  });
  const response = begun.then((served) => (served ? new Response(body) : fetch(url)));
  response.catch(() => undefined);
  return { response, take };
}

/** Keeps what the page sends for whoever opens its address. */
export function createInbox(): Inbox {
  const arriving = new Map<string, Delivery>();
  const unopened = new Map<string, Delivery>();
  return {
    expect(url) {
      const delivery = expectDelivery(url);
      arriving.set(url, delivery);
      unopened.set(url, delivery);
    },
    take(arrival) {
      arriving.get(arrival.url)?.take(arrival);
      if (arrival.op === 'end') arriving.delete(arrival.url);
    },
    open(url, afresh = false, from = 0) {
      if (from > 0)
        return fetch(url, { headers: { range: `bytes=${from}-` }, cache: afresh ? 'reload' : 'default' });
      if (afresh) return fetch(url, { cache: 'reload' });
      const delivery = unopened.get(url);
      unopened.delete(url);
      return delivery?.response ?? fetch(url);
    },
  };
}
